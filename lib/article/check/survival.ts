/**
 * Less than this share of an article's word triples still there, and the text alone does not say that the page shows that
 * article any more: it has to bear its name (page-now.ts). Of
 * two articles of one site fewer than 0.05 are in common, of a page that asks for consent or for money hardly more than
 * what it teases with; with a third of all words replaced one by one 0.3 are left, and no correction does that.
 */
export const STILL_THERE = 0.3;
/**
 * With less than this share still there the page may show less than what somebody pasted: the beginning, to whoever does
 * not pay. Where it is not known that the text was read there, nobody's text is exchanged for that by itself.
 */
export const HOLDS_IT = 0.9;

/** A word; where words are not parted by spaces, a character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

/**
 * How much of a text is left in another one, from 0 to 1: the share of its triples of neighbouring words that stand there
 * too, each as often as it does. What was added does not count, nor does the order of passages. O(length of both).
 */
export function survival(before: string, after: string): number {
  const wanted = triples(before);
  const left = new Map<string, number>();
  for (const triple of triples(after)) left.set(triple, (left.get(triple) ?? 0) + 1);
  let found = 0;
  for (const triple of wanted) {
    const count = left.get(triple) ?? 0;
    if (count === 0) continue;
    found += 1;
    left.set(triple, count - 1);
  }
  return wanted.length === 0 ? 1 : found / wanted.length;
}

/** Of a text with fewer words, those. */
function triples(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length < 3) return words;
  return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}
