import { revisionHash } from '../revision/hash.ts';

/** Longer lines are prose, in which nothing is passed over. */
const LINE = 160;

const AGO_EN =
  '(?:just now|moments? ago|(?:about |less than |over )?(?:an?|one|\\d+) ?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?|d|days?|weeks?|months?|years?)\\.? ago)';
const AGO_DE =
  '(?:gerade eben|vor (?:wenigen |einigen |etwa |rund )?(?:(?:einer|einem|\\d+) )?(?:sek(?:unden?)?|min(?:uten?)?|std|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)\\.?)';
const SAID =
  '(?:(?:last |first )?(?:updated|published|posted|modified|edited|changed|revised)(?: on| at)?|(?:zuletzt |erstmals )?(?:aktualisiert|veröffentlicht|geändert|bearbeitet|erschienen)|stand|update)';
/** How long ago something was, alone or with a word for what it was: "Updated 3 minutes ago", "vor 5 Min. aktualisiert". */
const AGO = new RegExp(
  `^(?:${SAID}:?\\s+)?(?:${AGO_EN}|${AGO_DE})(?:\\s+(?:updated|published|aktualisiert|veröffentlicht|geändert))?$`,
  'iu',
);
/** How many have read, shared, commented on it; how long it takes to read. */
const COUNTER =
  /^(?:\d[\d.,\u00a0\u202f ]*\s?(?:k|m|tsd\.?|mio\.?)?\s?\+?\s?(?:views?|reads?|shares?|likes?|comments?|page ?views?|people (?:are )?reading(?: this)?(?: now)?|aufrufe?|zugriffe?|kommentare?|mal (?:gelesen|geteilt|angesehen)|min(?:ute)?n?\.? (?:read|lesezeit|lesedauer))|(?:views?|shares?|likes?|comments?|aufrufe?|zugriffe?|kommentare?|lesezeit|lesedauer|reading time)\s?:?\s?\(?\d[\d.,]*\)?(?: ?min(?:ute)?n?\.?)?)$/iu;
/** A line that leads to another article. */
const RELATED =
  /^(?:(?:read|see|watch|listen) (?:more|also|next|too)|also read|more on this(?: story| topic)?|related(?: (?:story|stories|article|articles|content|coverage))?|don['’]t miss|lesen sie (?:auch|mehr|hier|hierzu|dazu)(?: mehr)?|lies auch|mehr (?:dazu|zum thema|lesen)|siehe auch|auch interessant|passend dazu|à lire(?: aussi)?|lire aussi|lea también|leer más)\s*[:|»›→]\s*\S/iu;

/** What a line of a page's furniture is put together with. */
const PARTS = /\s*(?:[·•|]|\s[–—-]\s|,\s)\s*/u;

/**
 * A text without what changes on a page while nobody edits it: how long ago something was, counters of readers, lines that
 * lead to other articles. Only whole lines and whole parts of a short line that is no sentence are passed over; in prose
 * every word counts. For comparing only. O(length).
 */
export function steadyText(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => steadyLine(line) ?? [])
    .join('\n');
}

function steadyLine(line: string): string | null {
  const words = line.trim();
  if (words.length === 0) return null;
  if (words.length > LINE) return line;
  if (RELATED.test(words)) return null;
  const parts = words.split(PARTS);
  const kept = parts.filter((part) => !passes(part));
  if (kept.length === parts.length) return line;
  return kept.length === 0 ? null : kept.join(' · ');
}

function passes(part: string): boolean {
  const words = part.replace(/^[([]|[)\].]$/gu, '').trim();
  return AGO.test(words) || COUNTER.test(words);
}

/** The hash by which a page is known to say what it said: of equal steady texts, the same. */
export function steadyHash(text: string): string {
  return revisionHash(steadyText(text));
}
