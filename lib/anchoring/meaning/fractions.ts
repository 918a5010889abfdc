import type { Reading, Token } from './terms.ts';

/** Signs for fractions. */
const SIGNS = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

const keyOf = (value: number): Reading['terms'] => [
  { kind: 'number', key: `n:${Number(value.toPrecision(12))}` },
];

/** "½" and "1/2", "2½" and "2 1/2" alike: a number less than one, alone or after a whole one. */
export function fractionAt(tokens: readonly Token[], at: number): Reading | null {
  const text = tokens[at]?.text ?? '';
  const sign = SIGNS.get(text.slice(-1));
  if (sign !== undefined && /^[0-9]*$/.test(text.slice(0, -1)))
    return { count: 1, terms: keyOf(Number(text.slice(0, -1)) + sign) };
  const own = inDigits(tokens, at);
  if (own !== null) return { count: 3, terms: keyOf(own) };
  if (!/^[0-9]{1,3}$/.test(text)) return null;
  const rest = SIGNS.get(tokens[at + 1]?.text ?? '');
  if (rest !== undefined) return { count: 2, terms: keyOf(Number(text) + rest) };
  const more = inDigits(tokens, at + 1);
  return more === null ? null : { count: 4, terms: keyOf(Number(text) + more) };
}

/** Three tokens that are a fraction: one digit over a greater one. */
function inDigits(tokens: readonly Token[], at: number): number | null {
  const [over, slash, under, next] = tokens.slice(at, at + 4);
  if (slash?.text !== '/' || !slash.joined || !under?.joined || (next?.text === '/' && next.joined))
    return null;
  if (!/^[1-9]$/.test(over?.text ?? '') || !/^[2-9]$/.test(under.text)) return null;
  const value = Number(over?.text) / Number(under.text);
  return value < 1 ? value : null;
}
