import { FIELD_LIMITS, fieldText } from './result.ts';

/** "By", "Text:", "Autorin:" and the like, set apart from the name. */
const BY =
  /^(?:(?:written|words|story|reported|report|a (?:report|comment|column|guest post)|(?:ein(?:e|en)? )?(?:kommentar|bericht|gastbeitrag|analyse|kolumne|interview|essay)) )?(?:by|von|par|por|di|door)\s*:?\s+(?=\S)/iu;
const LABELLED =
  /^(?:authors?|autor(?:in|en|innen|:innen|\*innen)?|text|byline|verfasst von|geschrieben von|redaktion)\s*:\s*(?=\S)/iu;
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

/** The name in a line such as "By Jane Doe", or null. O(length). */
export function bylineOf(line: string): string | null {
  for (const pattern of [BY, LABELLED, GLUED]) {
    const name = line.replace(pattern, '');
    if (name !== line && isName(name)) return fieldText(name, FIELD_LIMITS.byline);
  }
  return null;
}

/** A name as metadata gives it, without the "By" that some put before it. Addresses and handles are not names. */
export function bylineField(raw: unknown): string | null {
  // Pages write the time of publication into the same element.
  const text = fieldText(raw, FIELD_LIMITS.byline)?.replace(/\s*[|•·–—,-]\s*(?:\p{L}+\.? )?\d.*$/u, '');
  if (!text || /^(?:https?:)?\/\/|^@/.test(text)) return null;
  return bylineOf(text) ?? (text.replace(/^(?:by|von)\s+/i, '').trim() || null);
}
