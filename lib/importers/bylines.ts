import { FIELD_LIMITS, fieldText } from './result.ts';

/** "By", "Text:", "Autorin:" and the like, set apart from the name. */
const BY =
  /^(?:(?:written|words|story|reported|report|posted|a (?:report|comment|column|guest post)|(?:ein(?:e|en)? )?(?:kommentar|bericht|gastbeitrag|analyse|kolumne|interview|essay)) )?(?:by|von|par|por|di|door)\s*:?\s+(?=\S)/iu;
const LABELLED =
  /^(?:authors?|autor(?:in|en|innen|:innen|\*innen)?|text|interview|words|story|report|bericht|protokoll|byline|written by|reported by|verfasst von|geschrieben von|redaktion|auteure?|autore|كتبت?|بقلم|تقرير|إعداد|المؤلف|מאת|כתבת?|автор|作者|記者|记者|文)\s*[:：]\s*(?=\S)/iu;
/** Written without a colon too. */
const BEFORE_NAME = /^(?:بقلم|מאת)\s+(?=\S)/u;
/** Who did something else for the article, after its author. */
const OTHER_PART =
  /\s*[,;|/·•–—-]?\s*\b(?:(?:mit )?(?:fotos?|photos?|bilder?|grafik(?:en)?|illustration(?:en|s)?|zeichnung(?:en)?|videos?|kamera|pictures?|photograph(?:y|s|ed)|graphics?)\s*(?::|\bby\b|\bvon\b)|(?:medically |fact[- ])?(?:reviewed|checked|edited|translated|updated|aktualisiert|übersetzt|redigiert|geprüft)\s*(?::|\bby\b|\bvon\b))[\s\S]*$/iu;
/** Where somebody wrote from, and for whom. */
const PLACE = /\s+in\s+\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,2}$/u;
const FOR_PAPER = /\s+FOR (?:THE )?[\p{Lu}\p{N} .&-]+$/u;
const AGENCIES =
  /^(?:reuters|afp|ap|dpa|apa|sda|epd|kna|sid|aap|pa|upi|ansa|efe|tass|xinhua|bloomberg|afxp?)$/i;
/** "Käthe Müßig, Hamburg": one word after one name. */
const TOWN = /^([^,]*\s[^,]*),\s+(\p{Lu}[\p{L}-]+)$/u;

/** A line without the addresses and handles of its author. */
export function withoutContact(line: string): string {
  return line
    .replace(/\S+@[\w-]+(?:\.[\w-]+)+/g, '')
    .replace(/(?:^|(?<=[\s|·•(]))@\w+\)?/g, '')
    .replace(/[\s|·•,]+$/u, '')
    .trim();
}

/** The name alone: without the place, the paper and the others who had a part. */
function nameAlone(name: string): string {
  const alone = name.replace(OTHER_PART, '').replace(FOR_PAPER, '').replace(PLACE, '').trim();
  const [, before, town] = TOWN.exec(alone) ?? [];
  return before && town && !AGENCIES.test(town) && !/\s(?:and|und|et|y|&)\s/.test(before) ? before : alone;
}

/** Copied from a page whose markup parted the two: "byJane Doe". "Byron" and "Vonnegut" are not meant. */
const GLUED = /^(?:by|By|BY|von|Von|VON)(?=\p{Lu}[\p{Ll}.])/u;

const PARTICLES = new Set(
  'de da do dos das del della di du des le la les von van vom der den dem zu zur zum ter ten al el bin ibn ben af av i y e und and et mit with für for of the & /'.split(
    ' ',
  ),
);

function isNameWord(word: string): boolean {
  return PARTICLES.has(word.toLowerCase()) || /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’\-/]*$/u.test(word);
}

/** Whether words can be the name of one or several persons or agencies: few, and each begins like a name. */
export function isName(text: string): boolean {
  const [names = '', ...roles] = text.split(/,\s+(?=\p{Lu}|\p{Ll})/u);
  const words = names.split(/\s+/).filter(Boolean);
  const hasName = words.some((word) => /^[\p{Lu}\p{Lo}]/u.test(word));
  return (
    hasName &&
    words.length <= 10 &&
    words.every(isNameWord) &&
    text.length <= 120 &&
    roles.length <= 4 &&
    !/[!?:;]|\.\s*$|\d/.test(text.replace(/\b(?:Jr|Sr|Dr|St)\.$/, ''))
  );
}

/** "Staff writers and AAP". */
const STAFF =
  /^(?:staff|agency) (?:writers?|reporters?|correspondents?)(?: and [\p{L} ]{2,30}| (?:with|und|&) [\p{L} ]{2,30})?$/iu;

/** The name in a line such as "By Jane Doe", or null. O(length). */
export function bylineOf(line: string): string | null {
  for (const pattern of [BY, LABELLED, BEFORE_NAME, GLUED]) {
    const named = line.replace(pattern, '');
    if (named === line) continue;
    // "Written by: …" is a label in a label.
    const name = nameAlone(named.replace(/^:\s*/, ''));
    if (isName(name)) return fieldText(name, FIELD_LIMITS.byline);
  }
  return STAFF.test(line) ? line : null;
}

/** A name as metadata gives it, without the "By" that some put before it. Addresses and handles are not names. */
export function bylineField(raw: unknown): string | null {
  // Pages write the time of publication into the same element.
  const written = fieldText(raw, FIELD_LIMITS.byline)?.replace(/\s*[|•·–—,-]\s*(?:\p{L}+\.? )?\d.*$/u, '');
  if (!written || /^(?:https?:)?\/\/|^@/.test(written)) return null;
  const text = withoutContact(written);
  if (/^(?:photos?|fotos?|bilder?|illustration)\s*:/i.test(text)) return null;
  const name = nameAlone(text.replace(LABELLED, ''))
    .replace(/^(?:by|von)\s+/i, '')
    .trim();
  return bylineOf(text) ?? (name || null);
}

const JOINED = /^(?:and|und|et|y|e|&)\b|^,|(?:,|\b(?:and|und|et|y|&))$/i;
const LABEL_ALONE =
  /^(?:(?:written|posted|reported|words|story) )?(?:by|von|par|por|di|authors?|autor(?:in|en)?|text)\s*:?$/i;
const LINES_READ = 6;

/** The author in an element of several lines: a name, with the label above and the post below it left away. */
export function bylineOfLines(lines: readonly string[]): string | null {
  const joined: string[] = [];
  for (const line of lines.slice(0, LINES_READ)) {
    const last = joined.at(-1);
    if (last !== undefined && (LABEL_ALONE.test(last) || JOINED.test(last) || JOINED.test(line)))
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  for (const line of joined) {
    const name = LABEL_ALONE.test(line) ? null : bylineField(line);
    if (name) return name;
  }
  return null;
}

/** What systems write where an author should stand. */
const NOBODY =
  /^(?:admin(?:istrator)?|editors?|redaktion|redaktion online|online-redaktion|staff|webmaster|web|news|newsroom|newsdesk|team|authors?|autor|user|root|desk|online|info|www|none|null|undefined|unknown|anonymous)$/i;

/** Whether a name says nothing of a person: the site's own, a handle, a name of a role. */
export function isPoorByline(name: string, sites: readonly string[]): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(?:the|der|die|das) /, '')
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return (
    NOBODY.test(name) || /^[\p{Ll}\d_.-]+$/u.test(name) || sites.some((site) => bare(site) === bare(name))
  );
}
