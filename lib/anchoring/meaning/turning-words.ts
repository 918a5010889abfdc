import type { ChangeKind } from '../changes.ts';
import { tellingOf } from './telling-words.ts';

/*
 * Words that turn what stands beside them: who says it and how surely, whether it is denied, on what it depends.
 * Written by us, English and German; a line is one way to turn, and going from form to form within it turns nothing.
 * `~` stands for the endings of an adjective or a verb.
 */
const TURNING: Record<string, string> = {
  // Who says so stands for it, and the text does not.
  said: `say says said saying tell tells told state states stated announce announces announced report reports reported
    according explain explains explained add adds added write writes wrote declare declares declared note notes noted
    testify testifies testified
    sagt sagte sagten gesagt erklärt erklärte erklärten berichtet berichtete berichteten laut zufolge angaben
    schreibt schrieb schrieben meldet meldete meldeten teilt teilte teilten`,
  // Whoever reports it so leaves it open.
  claimed: `claim claims claimed claiming allege alleges alleged alleging allegedly purport~ purportedly supposedly
    assert asserts asserted insist insists insisted suggest suggests suggested imply implies implied
    believe believes believed think thinks thought suspect suspects suspected assume assumes assumed
    fear fears feared hope hopes hoped guess guesses guessed argue argues argued speculate~ rumour rumours rumor rumors
    rumoured rumored accuse accuses accused predict predicts predicted expect expects expected reportedly apparently
    behaupt~ behauptete behaupteten angeblich~ mutmaßlich~ vermut~ vermutet vermutete glaubt glaubte glauben glaubten
    meint meinte meinen meinten hofft hoffte hoffen fürchtet fürchtete fürchten befürchtet befürchtete unterstellt
    unterstellte gerücht gerüchte gerüchten spekuliert spekulierte erwartet erwartete vorgeblich~ anscheinend offenbar
    probably likely possibly perhaps maybe presumably unlikely
    wahrscheinlich~ vielleicht möglicherweise eventuell voraussichtlich~ wohl`,
  denied: `deny denies denied denying reject rejects rejected refute refutes refuted dispute disputes disputed
    contradict contradicts contradicted rebut rebuts rebutted doubt doubts doubted doubtful disprove disproves disproved
    debunk debunks debunked retract retracts retracted disbelieve~ false falsely untrue incorrect incorrectly wrong wrongly
    baseless unfounded myth hoax lie lies lied fake fabricated invented misleading
    bestreitet bestritt bestritten bestreiten leugnet leugnete leugnen dementiert dementierte dementieren widerspricht
    widersprach widersprachen widerlegt widerlegte widerlegen bezweifelt bezweifelte bezweifeln zweifelt zweifel
    zweifelhaft falsch fälschlich fälschlicherweise unwahr unzutreffend unrichtig erfunden lüge lügt mythos märchen
    irrtümlich irreführend zurückgewiesen`,
  proven: `confirm confirms confirmed prove proves proved proven admit admits admitted acknowledge acknowledges
    acknowledged know knows knew certain certainly definitely indeed undisputed
    bestätigt bestätigte bestätigen beweist bewies bewiesen belegt belegte weiß wusste wussten erwiesen zugegeben
    eingeräumt tatsächlich nachweislich gewiss zweifellos unstrittig`,
  condition: `if unless provided providing assuming supposing except excepting hypothetically
    wenn falls sofern solange ob vorausgesetzt außer ausgenommen sonst gesetzt`,
  meant: `want wants wanted plan plans planned intend intends intended try tries tried fail fails failed refuse refuses
    refused threaten threatens threatened promise promises promised pretend pretends pretended
    will wolle wollte wollten plant plante planen versucht versuchte versuchen droht drohte weigert weigerte verspricht
    versprach scheitert scheiterte`,
};

const KINDS: Record<string, ChangeKind> = {
  denied: 'negation',
  not: 'negation',
  condition: 'hedge',
  meant: 'words',
};

const ENDINGS = ['', 'e', 'en', 'em', 'er', 'es', 's', 'd', 'ed', 'et', 'st', 't'];

let turning: Map<string, string> | undefined;

function read(): Map<string, string> {
  const all = new Map<string, string>();
  for (const [way, forms] of Object.entries(TURNING)) {
    for (const form of forms.trim().split(/\s+/)) {
      const written = form.endsWith('~') ? ENDINGS.map((ending) => form.slice(0, -1) + ending) : [form];
      for (const one of written) if (!all.has(one)) all.set(one, way);
    }
  }
  return all;
}

/** How a word (lower case) turns what it governs: a way to turn, or a modal verb by itself; null if it turns nothing. */
export function turnOf(word: string): string | null {
  const telling = tellingOf(word);
  if (telling?.kind === 'negation') return 'not';
  if (/n['’]t$/.test(word) || word === 'cannot') return 'not';
  turning ??= read();
  const way = turning.get(word);
  if (way !== undefined && !(way === 'meant' && telling?.kind === 'modal')) return way;
  return telling?.kind === 'modal' ? `modal:${telling.meaning}` : null;
}

/** What kind of change it is that something is turned so, or no longer. */
export function kindOfTurn(way: string): ChangeKind {
  if (way.startsWith('modal:')) return 'modal';
  return way.startsWith('particle:') ? 'words' : (KINDS[way] ?? 'hedge');
}

/** Words by which a sentence hangs on the one before: what is said there is said of all that follows. */
const HANGING = new Set('that whether dass daß ob'.split(' '));
/** Words after which a sentence goes on with something of its own. */
const JOINING = new Set('and but or while whereas und aber oder sondern während sowie'.split(' '));
/** Words that begin a clause which speaks of something else. */
const RELATING = new Set(
  'which who whose whom where der die das deren dessen welche welcher welches denen dem den wo'.split(' '),
);
/** "But only": what follows limits what was said. */
const LIMITING = new Set('only not except nur nicht jedoch erst außer'.split(' '));

export const hangs = (word: string) => HANGING.has(word);
export const goesOn = (word: string) => JOINING.has(word);
export const relates = (word: string) => RELATING.has(word);
export const limits = (word: string) => LIMITING.has(word);

/** Particles at the end of a German clause, which make another verb of the one before. */
const PARTICLES = new Set(
  'ab an auf aus ein zu zurück vor nach um durch los bei mit fest frei her hin nieder wieder zusammen'.split(
    ' ',
  ),
);

export const isParticle = (word: string) => PARTICLES.has(word);
