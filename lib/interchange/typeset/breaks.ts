// @ts-expect-error it brings no types
import LineBreaker from 'linebreak';

interface Break {
  position: number;
  required: boolean;
}

/** Scripts that put no spaces between words, and about which line breaking by character classes knows nothing. */
const WITHOUT_SPACES = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF]/;

/** Where a line may end (UAX 14), in UTF-16 units, in order; the last is the end of the text. */
export function lineBreaks(text: string, lang: string): Break[] {
  const breaker = new LineBreaker(text);
  const breaks: Break[] = [];
  for (let next: Break | null = breaker.nextBreak(); next; next = breaker.nextBreak())
    breaks.push({ position: next.position, required: next.required === true });
  return WITHOUT_SPACES.test(text) ? withWords(breaks, text, lang) : breaks;
}

function withWords(breaks: Break[], text: string, lang: string): Break[] {
  const known = new Set(breaks.map(({ position }) => position));
  const words = [...new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)]
    .filter(({ segment, index }) => WITHOUT_SPACES.test(segment) && index > 0 && !known.has(index))
    .map(({ index }) => ({ position: index, required: false }));
  return [...breaks, ...words].sort((a, b) => a.position - b.position);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What stands as one letter. */
export function clustersOf(text: string): string[] {
  // Most texts are of letters that never join.
  if (/^[\u0020-\u007E\u00A0-\u02FF\u2010-\u2027]*$/.test(text)) return text.split('');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
