/** For every length of a prefix of `pattern`, the longest proper prefix of it that is its suffix too. */
function failures(pattern: string): Int32Array {
  const table = new Int32Array(pattern.length);
  for (let at = 1, length = 0; at < pattern.length; at += 1) {
    while (length > 0 && pattern[at] !== pattern[length]) length = table[length - 1] as number;
    if (pattern[at] === pattern[length]) length += 1;
    table[at] = length;
  }
  return table;
}

/**
 * Every place of `pattern` in `text`, overlapping ones too, in order. O(text + pattern) whatever the
 * two look like (Knuth, Morris, Pratt 1977); patterns that barely overlap themselves go through the
 * engine's own search, which is many times faster on prose and as linear for them.
 */
export function occurrences(text: string, pattern: string): number[] {
  const found: number[] = [];
  if (!pattern) return found;
  const table = failures(pattern);
  const overlap = table[pattern.length - 1] as number;
  if (overlap <= pattern.length / 2) {
    const step = pattern.length - overlap;
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + step)) found.push(at);
    return found;
  }
  for (let at = 0, length = 0; at < text.length; at += 1) {
    while (length > 0 && text[at] !== pattern[length]) length = table[length - 1] as number;
    if (text[at] === pattern[length]) length += 1;
    if (length === pattern.length) found.push(at + 1 - length);
  }
  return found;
}
