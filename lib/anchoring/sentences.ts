const SPACE = 32;
const NEWLINE = 10;

/** Where sentences, or what comes near them, begin, and where the last one ends. */
export function sentencesOf(text: string, from: number, to: number): number[] {
  const starts = [from];
  for (let at = from + 1; at < to; at += 1) {
    const before = text.charCodeAt(at - 1);
    if (before === NEWLINE || (before === SPACE && isEnd(text.charCodeAt(at - 2)))) starts.push(at);
  }
  starts.push(to);
  return starts;
}

/** `.`, `!`, `?`, `…`, `。` and closing quotes. */
const isEnd = (unit: number) =>
  unit < 128 ? unit === 46 || unit === 33 || unit === 63 || unit === 34 : OTHER_ENDS.has(unit);
const OTHER_ENDS = new Set([0x2026, 0x3002, 0x201d, 0x201c]);

export function numbered(text: string, borders: readonly number[], ids: Map<string, number>): Int32Array {
  const numbers = new Int32Array(borders.length - 1);
  for (let at = 0; at + 1 < borders.length; at += 1) {
    const sentence = text.slice(borders[at], borders[at + 1]);
    let id = ids.get(sentence);
    if (id === undefined) {
      id = ids.size;
      ids.set(sentence, id);
    }
    numbers[at] = id;
  }
  return numbers;
}
