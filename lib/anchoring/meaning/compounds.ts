import { valueOfWord } from './numbers.ts';
import type { Reading, Token } from './terms.ts';

/** German words that say how many years, days, heads … something has. */
const MEASURING =
  /^(.+?)((?:jähr|tag|täg|stünd|monat|minüt|wöch|prozent|köpf|stöck|teil)ig(?:e[nmrs]?)?|fach(?:e[nmrs]?)?|fold)$/u;

/** Whether a word (lower case) may have a number in it. */
export const maySayHowMany = (word: string) => ENDED.test(word) && MEASURING.test(word);

/** Most words are seen not to be one by their end. */
const ENDED = /(?:(?:ig|fach)(?:e|en|em|er|es)?|fold)$/;

/** "zwanzigjährige" is "20-jährige": the number, then what is counted. */
export function measuringAt({ lower }: Token): Reading | null {
  const [, stem = '', counted = ''] = MEASURING.exec(lower) ?? [];
  const value = stem === 'ein' ? 1 : valueOfWord(stem.replace(/-$/, ''));
  if (stem === '' || value === undefined) return null;
  return {
    count: 1,
    terms: [
      { kind: 'number', key: `n:${value}` },
      { kind: 'word', key: `w:${counted.replaceAll('ä', 'ae').replaceAll('ü', 'ue').replaceAll('ö', 'oe')}` },
    ],
  };
}
