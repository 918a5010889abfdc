import { edits } from './align.ts';

/** Above so many blocks times letters the words are compared instead: a second's fraction. */
const MOST_STEPS = 4_000_000;

/** How alike two texts are: 1 less the edits (letters put in, left out, replaced) per letter of the longer. */
export function similarityOf(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return 1;
  let head = 0;
  const shorter = Math.min(a.length, b.length);
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length * right.length > MOST_STEPS * 32) return (head + tail) / longer;
  return 1 - edits(left, right) / longer;
}
