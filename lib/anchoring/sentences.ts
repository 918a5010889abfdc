/** A line break, or a closing mark and a space. */
const BORDER = /[.!?"…。“”] |\n/g;

/** Where sentences, or what comes near them, begin, and where the last one ends. */
export function sentencesOf(text: string, from: number, to: number): number[] {
  const starts = [from];
  BORDER.lastIndex = Math.max(0, from - 1);
  while (BORDER.test(text) && BORDER.lastIndex < to) {
    if (BORDER.lastIndex > from) starts.push(BORDER.lastIndex);
  }
  starts.push(to);
  return starts;
}

/** Sentences by numbers, the same for the same one: `ids` is shared between texts. */
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
