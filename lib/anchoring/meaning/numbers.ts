import type { Language } from './language.ts';
import { billionIn, numberOf, ordinalOf, scaleOf } from './measures.ts';

/**
 * The value of a number in digits, as a language writes it: "1,000" is a thousand in English and one
 * in German. Null for what is no number, such as "1.2.3".
 */
export function valueOfDigits(digits: string, language: Language | null): number | null {
  const separators = digits.replace(/[0-9]/g, '');
  if (separators === '') return Number(digits);
  const grouped = /^[1-9][0-9]{0,2}(?:[.,][0-9]{3})+$/.test(digits);
  const same = /^([.,])\1*$/.test(separators);
  if (separators.length > 1 && same) return grouped ? Number(digits.replace(/[.,]/g, '')) : null;
  if (separators.length > 1) {
    // Groups, then a decimal mark of the other kind: 1.234,5.
    const whole = /^(.+)[.,]([0-9]+)$/.exec(digits);
    const before = whole?.[1]?.replace(/[.,]/g, '') ?? '';
    return separators.slice(0, -1).includes(separators.at(-1) as string)
      ? null
      : Number(`${before}.${whole?.[2]}`);
  }
  const groups = language === 'de' ? '.' : ',';
  if (grouped && separators === groups) return Number(digits.replace(separators, ''));
  return Number(digits.replace(separators, '.'));
}

/** The value of a word for a number (lower case), a German compound too; undefined for other words. */
export function valueOfWord(word: string): number | undefined {
  return numberOf.get(word) ?? ordinalOf.get(word) ?? compound(word) ?? ordinal(word);
}

/** "Thirteenth", "zwanzigsten": a number with the ending of a place in a row. */
function ordinal(word: string): number | undefined {
  const [, english, german] =
    /^(?:(.{4,}teen|.+t(?=ieth$))(?:th|ieth)|(.{4,}zehn(?=t)|.+zig(?=st)|.+ßig(?=st)|.+ssig(?=st))s?te[nmrs]?)$/.exec(
      word,
    ) ?? [];
  if (english) return numberOf.get(english.endsWith('teen') ? english : `${english}y`);
  return german ? valueOfWord(german) : undefined;
}

/** What a word multiplies a number by; undefined for other words. */
export function scaleOfWord(word: string, language: Language | null): number | undefined {
  if (word === 'billion' || word === 'billionen') return billionIn[language ?? 'en'];
  return scaleOf.get(word);
}

/** German numbers written as one word: siebenundzwanzig, dreihundertfünf, zweitausend. */
function compound(word: string): number | undefined {
  if (word.length < 7) return undefined;
  for (const [mark, size] of [
    ['tausend', 1000],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(mark);
    if (at < 0) continue;
    const [left, right] = [word.slice(0, at), word.slice(at + mark.length).replace(/^und/, '')];
    const times = left === '' || left === 'ein' ? 1 : valueOfWord(left);
    const rest = right === '' ? 0 : valueOfWord(right);
    return times === undefined || rest === undefined ? undefined : times * size + rest;
  }
  const parts = /^(.+?)und(.+zig|dreißig|dreissig)$/.exec(word);
  if (!parts) return undefined;
  const ones = parts[1] === 'ein' ? 1 : numberOf.get(parts[1] as string);
  const tens = numberOf.get(parts[2] as string);
  return ones === undefined || tens === undefined || ones > 9 ? undefined : tens + ones;
}
