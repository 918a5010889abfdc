import type { Reading, Token } from './terms.ts';

const WORDS =
  /^(?:(twent|zwanz)|(thirt|dreiß|dreiss)|(fort|vierz)|(fift|fünfz)|(sixt|sechz)|(sevent|siebz)|(eight|achtz)|(ninet|neunz))(?:ies|igern?)$/u;

/** Whether a word (lower case) names a decade: "nineties", "neunziger". */
export const namesDecade = (word: string) => WORDS.test(word);

const keyOf = (decade: number): Reading['terms'] => [{ kind: 'date', key: `d:${decade}s` }];

/** "The 1990s", "the '90s" and "the nineties" are one; so are "90er" and "neunziger". */
export function decadeAt(tokens: readonly Token[], at: number): Reading | null {
  const { text = '', lower = '' } = tokens[at] ?? {};
  const word = WORDS.exec(lower);
  if (word) return { count: 1, terms: keyOf(1920 + 10 * (word.slice(1).findIndex(Boolean) ?? 0)) };
  if (!/^(?:1[5-9]|20)?[0-9]0$/.test(text)) return null;
  const count = /^['’]$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.joined ? 3 : 2;
  const ending = tokens[at + count - 1];
  if (!ending?.joined || !/^(?:s|ern?)$/.test(ending.lower)) return null;
  // What is left out is the last century, but for what was not long ago.
  const year = Number(text);
  return { count, terms: keyOf(text.length === 4 ? year : year + (year < 20 ? 2000 : 1900)) };
}
