import makeBidi from 'bidi-js';

interface Bidi {
  getEmbeddingLevels(
    text: string,
    direction?: 'ltr' | 'rtl',
  ): { levels: Uint8Array; paragraphs: { start: number; end: number; level: number }[] };
}

const bidi: Bidi = makeBidi();

interface Levels {
  /** Of each UTF-16 unit: odd reads from right to left. */
  levels: Uint8Array;
  /** Of the whole paragraph, by its first letter that has a direction. */
  base: number;
}

/** The Unicode Bidirectional Algorithm (UAX 9) over one paragraph. */
export function embeddingLevels(text: string): Levels {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  return { levels, base: paragraphs[0]?.level ?? 0 };
}

/** Rule L2: pieces of a line in the order of the text → in the order of the page, from left to right. */
export function visualOrder<T extends { level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  const highest = Math.max(0, ...order.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      if ((order[from] as T).level < level) continue;
      let to = from;
      while (to < order.length && (order[to] as T).level >= level) to += 1;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}
