/** A stretch of a text, UTF-16. */
export interface Part {
  start: number;
  end: number;
}

/** Units of a text that are shown at once: a page of some ten minutes. */
const PART = 20_000;

/**
 * A long text in parts, each as long as can be shown at once: cut at the last end of a paragraph, else at a space, and never
 * within a character. O(length).
 */
export function partsOf(text: string, size = PART): Part[] {
  const parts: Part[] = [];
  let start = 0;
  while (text.length - start > size) {
    const end = cut(text, start, start + size);
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: text.length }];
}

function cut(text: string, start: number, wish: number): number {
  // Not so early that parts become many.
  const earliest = start + ((wish - start) >> 1);
  const line = text.lastIndexOf('\n', wish - 1);
  if (line >= earliest) return line + 1;
  const space = text.lastIndexOf(' ', wish - 1);
  if (space >= earliest) return space + 1;
  return /[\uDC00-\uDFFF]/.test(text[wish] ?? '') ? wish - 1 : wish;
}

/** Which of some parts holds a place. */
export function partWith(parts: readonly Part[], at: number): number {
  return Math.max(
    0,
    parts.findLastIndex(({ start }) => start <= at),
  );
}
