import type { Language } from './language.ts';

/*
 * What one form of a word is to another: a changed ending may be grammar only, another tense, another
 * number, or the opposite. Rules of the two grammars; verbs that follow none are listed, those that
 * news uses most, by us.
 */

/** English: present, past, participle where it differs. */
const IRREGULAR = `
arise arose arisen|beat beaten|become became|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled
|blow blew blown|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen
|come came|deal dealt|dig dug|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|feed fed|feel felt
|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen
|get got gotten|give gave given|go went gone|hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known
|lead led|leave left|lend lent|lie lay lain|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang rung
|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|sing sang sung
|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|spin spun|stand stood|steal stole stolen|stick stuck
|strike struck|swear swore sworn|sweep swept|swim swam swum|take took taken|teach taught|tear tore torn|tell told
|think thought|throw threw thrown|understand understood|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn
|write wrote written`;

/** German: stems of present and past. */
const STRONG = `
beginn begann|bekomm bekam|bitt bat|bleib blieb|brech brach bricht|brenn brannt|bring bracht|denk dacht|empfehl empfahl
|entscheid entschied|fahr fuhr faehr|fall fiel faell|fang fing faeng|find fand|flieg flog|flieh floh|geb gab gib|geh ging
|gelt galt gilt|gewinn gewann|greif griff|halt hielt haelt|heb hob|heiss hiess|helf half hilf|kenn kannt|komm kam
|lass liess laess|lauf lief laeuf|les las lies|lieg lag|nehm nahm nimm|nenn nannt|rat riet raet|ruf rief|schliess schloss
|schreib schrieb|schweig schwieg|seh sah sieh|sitz sass|sprech sprach sprich|steh stand|sterb starb stirb|trag trug traeg
|treff traf triff|treib trieb|tret trat tritt|verlier verlor|weis wies|werf warf wirf|wiss wusst weiss|zieh zog`;

let verbs: Map<string, string> | undefined;

function readVerbs(): Map<string, string> {
  const all = new Map<string, string>();
  for (const line of `${IRREGULAR}|${STRONG}`.split('|')) {
    const forms = line.trim().split(' ');
    for (const form of forms) all.set(form, forms[0] as string);
  }
  return all;
}

/** The listed verb that a word is a form of, with the form without its ending. */
function verbOf(word: string): string | undefined {
  verbs ??= readVerbs();
  if (verbs.has(word)) return verbs.get(word);
  for (const end of ['s', 'n', 't', 'e', 'es', 'en', 'et', 'st', 'te', 'ten', 'est']) {
    const found = word.endsWith(end) ? verbs.get(word.slice(0, -end.length)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a word is a form of a verb that is listed, as it stands. */
export function isListedVerb(word: string): boolean {
  verbs ??= readVerbs();
  return verbs.has(word);
}

/** Whether a word is the present of a verb that is listed, without an ending. */
export function isPresentVerb(word: string): boolean {
  verbs ??= readVerbs();
  return verbs.get(word) === word;
}

/** Prefixes and endings that turn a word into its opposite. */
const OPPOSITE = /^(?:un|in|im|il|ir|dis|non|mis|miss|anti|nicht|de|des|ent|counter|gegen)$/;
const PARTICLES = new Set(
  `ab an auf aus ein zu vor nach ueber unter ver be ent er hin her bei mit um durch los weg rueck zer wider nieder hoch
  im ex in out over hyper hypo macro micro makro mikro mono poly endo exo hetero homo bi tri uni multi under pre post pro up down para intra inter sub super re de mis`.split(
    /\s+/,
  ),
);
const LACKS = /(?:los|frei|arm|less|free)(?:e|en|em|er|es)?$/;

export type Relation = 'opposite' | 'tense' | 'number' | 'degree' | 'grammar';

/** What two spellings (lower case) of one word are to each other, if their forms tell. */
export function relationOf(a: string, b: string, language: Language | null, noun: boolean): Relation | null {
  if (opposed(a, b)) return 'opposite';
  const verb = verbOf(a);
  if (verb !== undefined && verb === verbOf(b) && !ending(a, b)) return 'tense';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (language !== 'de') return englishEndings(short, long);
  return !noun && (supposes(a, b) || supposes(b, a)) ? 'tense' : germanEndings(short, long, noun);
}

function opposed(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.endsWith(short) && short.length > 2 && isOpposing(long.slice(0, -short.length))) return true;
  let tail = 0;
  while (tail < short.length && short[short.length - 1 - tail] === long[long.length - 1 - tail]) tail += 1;
  // Words that share their end have different particles before it: Abbau, Anbau; import, export.
  for (let rest = tail; rest >= 3; rest -= 1) {
    const [headA, headB] = [short.slice(0, short.length - rest), long.slice(0, long.length - rest)];
    if (PARTICLES.has(headA) && PARTICLES.has(headB)) return true;
    if (headA === '' && PARTICLES.has(headB) && headB.length > 2) return true;
  }
  return LACKS.test(short) !== LACKS.test(long) && /(?:ful|voll|reich|s|t)$/.test(short);
}

const isOpposing = (head: string) => OPPOSITE.test(head);

/** "Blieb" and "bliebe", "brachte" and "brächte": what was, and what would be. */
function supposes(past: string, other: string): boolean {
  verbs ??= readVerbs();
  const stem = past.replace(/e?n?$/, '');
  const present = verbs.get(stem);
  if (present === undefined || present === stem || other === past) return false;
  return other === `${past}e` || other.replace(/([aou])e/, '$1') === past;
}

/** Whether one is the other with an ending of person or case. */
function ending(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^(?:s|es|e|n|en|t|st)$/.test(long.slice(short.length));
}

/** Where two words part, at least four letters on (three for short ones): the two endings. */
function endings(short: string, long: string): [string, string] | null {
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  return head >= 3 ? [short.slice(head), long.slice(head)] : null;
}

const PAST = /^(?:e?d|ied)$/;

function englishEndings(short: string, long: string): Relation | null {
  const parts = endings(short, long);
  if (!parts) return null;
  const [one, other] = parts;
  const last = short.at(short.length - one.length - 1);
  const doubled = other.length > 1 && other[0] === last ? other.slice(1) : other;
  const forms = [one, doubled, other].join(' ');
  if (/^(?:|e|y|s|es|ies|ing|ying) /.test(forms) && (PAST.test(doubled) || PAST.test(other))) return 'tense';
  if ((one === 'ed' || one === 'ied') && /^(?:ing|ying|s|es|ies)$/.test(other)) return 'tense';
  if (/^(?:|e|s|es)$/.test(one) && /^(?:ing)$/.test(doubled)) return 'tense';
  if (/^(?:s|es)$/.test(one) && (PAST.test(other) || PAST.test(doubled))) return 'tense';
  if (one === 's' && other === 'd') return 'tense';
  if (one === 'd' && other === 's') return 'tense';
  if ((one === '' && /^(?:s|es)$/.test(other)) || (one === 'y' && other === 'ies')) return 'number';
  if (one === '' && /^(?:er|est|r|st)$/.test(doubled)) return 'degree';
  if (/^(?:er|r)$/.test(one) && /^(?:est|st)$/.test(other)) return 'degree';
  return null;
}

const CASE = /^(?:|e|en|em|er|es)$/;

function germanEndings(short: string, long: string, noun: boolean): Relation | null {
  const parts = endings(short, long);
  if (!parts) return null;
  const [one, other] = parts;
  if (noun) {
    if (/^(?:|e)$/.test(one) && /^(?:es|s)$/.test(other)) return 'grammar';
    if (one === '' && /^(?:e|en|n|er|ern|nen)$/.test(other))
      return /n$/.test(short) && other === 'n' ? null : 'number';
    return null;
  }
  // "Er zahlt", "er zahle": what somebody is said to do.
  if (other === 't' && (one === 'e' || (one === '' && short.endsWith('e')))) return 'tense';
  const past = /^(?:te|ten|tet|test|ete|eten)$/;
  if (past.test(other) && /^(?:|e|n|en|t|et|st)$/.test(one)) return 'tense';
  if (short.endsWith('t') && one === '' && /^(?:e|en)$/.test(other)) return 'tense';
  if (one === 't' && /^(?:te|ten)$/.test(other)) return 'tense';
  if (one === '' && /^(?:er|sten|ste|ere|eren|erer|eres|st)$/.test(other)) return 'degree';
  if (CASE.test(one) && CASE.test(other)) return 'grammar';
  if (/^(?:r|m|n|s|)$/.test(one) && /^(?:r|m|n|s)$/.test(other) && short.replace(/[rmns]$/, '').endsWith('e'))
    return 'grammar';
  return null;
}
