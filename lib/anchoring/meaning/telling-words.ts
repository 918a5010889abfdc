import type { ChangeKind } from '../changes.ts';

/*
 * Words that decide what a sentence says, by what they decide: written by us, from the closed word
 * classes of English and German (which a school grammar lists whole) and, for comparisons and hedges,
 * from what news uses most. A line is one meaning in all its forms: going from one line to another,
 * or out of a line, is a change; going from form to form within one is none. `~` stands for the
 * endings of a German adjective or pronoun. Add a word where its sisters stand.
 */
const TELLING: Partial<Record<ChangeKind, string>> = {
  negation: `
    not nicht nich
    no kein~
    none keins
    never nie niemals
    nobody niemand niemandem niemanden
    nothing nichts
    nowhere nirgends nirgendwo
    neither weder
    nor
    without ohne
    hardly barely scarcely kaum
    non`,
  quantifier: `
    all all~ alle sämtlich~
    every each jed~ jedwed~
    some einig~
    somebody someone jemand jemandem jemanden
    something etwas
    any irgendein~
    most meist~
    many viel~ zahlreich~
    much
    few wenig~
    several mehrer~
    both beid~
    half halb~ hälfte
    majority mehrheit
    minority minderheit
    only nur lediglich bloß
    always immer stets
    often häufig oft
    sometimes manchmal
    rarely seldom selten
    usually meistens üblicherweise gewöhnlich
    everybody everyone
    everything
    almost nearly fast beinahe nahezu
    exactly genau
    about around roughly approximately circa ca rund etwa ungefähr
    least mindestens wenigstens
    dozens dutzende
    hundreds hunderte
    thousands tausende
    millions
    billions
    entire whole gesamt~ ganz~
    manch~
    again wieder`,
  modal: `
    may darf darfst dürfen dürft
    might dürfte dürften
    can kann kannst können könnt
    could konnte konnten
    könnte könnten
    must muss musst müssen müsst
    should sollte sollten
    shall soll sollst sollen sollt
    would würde würden
    will wird werden
    werde
    könne
    müsse
    dürfe
    solle
    möge mögen
    musste mussten
    müsste müssten
    durfte durften
    wollte wollten
    want wants wolle wollen
    möchte möchten
    ought
    need needs brauch braucht brauchen`,
  hedge: `
    allegedly angeblich~ mutmaßlich~ alleged
    reportedly
    apparently offenbar anscheinend
    probably likely wahrscheinlich~ wohl vermutlich~
    possibly perhaps maybe vielleicht möglicherweise eventuell
    presumably voraussichtlich~
    supposedly vorgeblich~
    suspected verdächtig~
    certainly sicher~ gewiss
    definitely bestimmt
    claimed behauptet behauptete
    proven bewiesen~ erwiesen~
    partly teilweise
    completely entirely vollständig~ völlig~
    if wenn falls ob
    unless
    although though obwohl
    because weil`,
  comparison: `
    more mehr
    less weniger
    fewer
    rose risen rise rises rising stieg stiegen steigt steigen gestiegen
    fell fallen fall falls falling fiel fielen fällt sank sanken sinkt sinken gesunken gefallen
    increase increased increases increasing zunahm zunahmen zunehmen zugenommen zunahme
    decrease decreased decreases decreasing abnahm abnahmen abnehmen abgenommen abnahme
    up
    down
    above über
    below unter
    before vor bevor
    after nach nachdem
    higher höher~
    lower niedriger~
    high hoch hoh~
    low niedrig~
    highest höchst~
    lowest niedrigst~
    larger bigger greater größer~
    smaller kleiner~
    large big great groß~
    small klein~
    largest biggest greatest größt~
    smallest kleinst~
    better besser~
    worse schlechter~ schlimmer~
    best best~
    worst schlechtest~ schlimmst~
    good gut~
    bad schlecht~
    longer länger~
    shorter kürzer~
    longest längst~
    shortest kürzest~
    older älter~
    younger jünger~
    oldest ältest~
    youngest jüngst~
    faster schneller~
    slower langsamer~
    earlier früher~
    later später~
    earliest frühest~
    latest spätest~
    richer reicher~
    poorer ärmer~
    stronger stärker~
    weaker schwächer~
    grew grow grows growing grown wuchs wuchsen wächst wachsen gewachsen
    shrank shrink shrinks shrunk schrumpft schrumpfte schrumpften schrumpfen
    gain gains gained gewann gewinn gewinne
    loss losses lost lose loses verlor verlust verluste
    anstieg anstieges anstiegs
    abstieg abstiegs
    rückgang rückgangs
    dropped drop drops
    doubled doubles verdoppelt verdoppelte
    halved halves halbiert halbierte
    tripled verdreifacht verdreifachte`,
  tense: `
    is are ist sind bin bist seid
    was were war waren
    been gewesen
    be sein
    has have hat haben
    habe
    had hatte hatten
    hätte hätten
    wäre wären
    sei seien
    wurde wurden
    worden
    does do tut tun
    did tat taten`,
};

const ENDINGS = ['', 'e', 'en', 'em', 'er', 'es'];

export interface Telling {
  kind: ChangeKind;
  /** The same for all forms of one meaning. */
  meaning: string;
}

let telling: Map<string, Telling> | undefined;

/** What a word (lower case, as written) decides, if it decides anything. */
export function tellingOf(word: string): Telling | undefined {
  telling ??= read();
  return telling.get(word);
}

function read(): Map<string, Telling> {
  const all = new Map<string, Telling>();
  const add = (form: string, to: Telling) => {
    if (!all.has(form)) all.set(form, to);
  };
  const lines = Object.entries(TELLING).flatMap(([kind, list]) =>
    list.split('\n').map((line) => ({ kind: kind as ChangeKind, forms: line.trim().split(' ') })),
  );
  // What is written out goes before what an ending makes: "weniger" is no form of "wenig".
  for (const { kind, forms } of lines) {
    for (const form of forms) if (!form.endsWith('~')) add(form, { kind, meaning: forms[0] as string });
  }
  for (const { kind, forms } of lines) {
    for (const form of forms) {
      if (!form.endsWith('~')) continue;
      for (const ending of ENDINGS) add(form.slice(0, -1) + ending, { kind, meaning: forms[0] as string });
    }
  }
  return all;
}
