/** A part of what somebody typed. */
export interface Part {
  /**
   * `words` stand anywhere, a `phrase` stands as it is; a `run` is of a script without spaces and stands as it is, with
   * whatever is around it.
   */
  kind: 'words' | 'phrase' | 'run';
  text: string;
}

/** The quotation marks of several languages; any of them closes what any of them opened. */
const QUOTED = /["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)/gu;

/** The scripts that `search_words` in the migration takes apart letter by letter. */
const UNSPACED =
  '\\u0E00-\\u109F\\u1780-\\u17FF\\u3005\\u3040-\\u30FF\\u3400-\\u9FFF\\uAC00-\\uD7AF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
const RUN = new RegExp(`[${UNSPACED}]+`, 'gu');

/** A word of the other scripts, also where it stands between letters of such a one, as numbers do in Chinese. */
export const WORD = new RegExp(`(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Takes apart what was typed: what stands in quotation marks, runs of unspaced scripts, and the words that are left. */
export function partsOf(typed: string): Part[] {
  const phrases: Part[] = [];
  const rest = typed.replace(QUOTED, (_, inside: string) => {
    if (inside.search(RUN) >= 0) return ` ${inside} `;
    phrases.push({ kind: 'phrase', text: inside });
    return ' ';
  });
  const runs = (rest.match(RUN) ?? []).map((text): Part => ({ kind: 'run', text }));
  const words: Part = { kind: 'words', text: rest.replace(RUN, ' ') };
  return [words, ...phrases, ...runs].filter(({ text }) => text.trim() !== '');
}

/** Without their spaces nobody knows where words of such a script end: two texts are compared by their pairs of letters. */
export function inPairs(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) =>
    part.kind === 'run' ? pairsOf(part.text).map((text): Part => ({ ...part, text })) : part,
  );
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length < 2) return [run];
  return [...new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))];
}
