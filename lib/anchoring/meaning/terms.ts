import { nextWord, wordEnd } from '../words.ts';
import { measuringAt } from './compounds.ts';
import { contractionAt } from './contractions.ts';
import { dateAt } from './dates.ts';
import { decadeAt } from './decades.ts';
import { fractionAt } from './fractions.ts';
import type { Language } from './language.ts';
import { isShortUnit, smallUnitOf, unitOf } from './measures.ts';
import { scaleOfWord, valueOfDigits, valueOfWord } from './numbers.ts';
import { PHRASES } from './phrases.ts';
import { factsOf, idOf, type WordFacts } from './word-facts.ts';

/** A piece of a sentence that means one thing: a word, a number, a date, a unit. */
export interface Term {
  kind: 'word' | 'number' | 'date' | 'unit' | 'question';
  /** The same for terms that mean the same … */
  key: string;
  /** … and as a number, good for one comparison. */
  id: number;
  /** As written; UTF-16 offsets in the text. */
  start: number;
  end: number;
  text: string;
  /** Of what is written there. */
  facts: WordFacts;
}

/** A word or mark as it stands, before it is read. */
export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Whether it follows the one before without a space. */
  joined: boolean;
  facts: WordFacts;
}

/** Reads the words of a text; punctuation but for a question mark means nothing. O(length). */
export function termsOf(text: string, tokens: Token[], language: Language | null): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    if (token.facts.role !== 'other') {
      if (token.facts.role === 'plain') terms.push(plainTerm(token));
      at += 1;
      continue;
    }
    const read =
      dateAt(tokens, at, language) ??
      currencyAt(tokens, at, language) ??
      fractionAt(tokens, at) ??
      decadeAt(tokens, at) ??
      numberAt(tokens, at, language) ??
      contractionAt(token, language) ??
      measuringAt(token) ??
      wordAt(tokens, at, language);
    const end = at + read.count;
    const [start, to] = [token.start, (tokens[end - 1] as Token).end];
    const written = text.slice(start, to);
    for (const { kind, key } of read.terms)
      terms.push({ kind, key, id: idOf(key), start, end: to, text: written, facts: factsOf(written) });
    at = end;
  }
  return terms;
}

/** What stands at a token: how many tokens it takes, and the terms that it comes to. */
export interface Reading {
  count: number;
  terms: Pick<Term, 'kind' | 'key'>[];
}

function plainTerm({ text, start, end, facts }: Token): Term {
  return { kind: 'word', key: facts.key, id: facts.id, start, end, text, facts };
}

/** Takes a text apart into words and marks. O(length). */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let done = -1;
  for (let start = nextWord(text, 0); start < text.length; start = nextWord(text, done)) {
    const joined = start === done;
    done = wordEnd(text, start);
    const written = text.slice(start, done);
    const facts = factsOf(written);
    tokens.push({ text: written, lower: facts.lower, start, end: done, joined, facts });
  }
  return tokens;
}

const CURRENCIES = /^[$€£¥]$/;
const isNumber = (token: Token | undefined): token is Token =>
  token !== undefined && /^[0-9]/.test(token.text);

/** "$5" and "5 dollars" alike: the number first. */
function currencyAt(tokens: Token[], at: number, language: Language | null): Reading | null {
  const [first, next] = [tokens[at] as Token, tokens[at + 1]];
  if (!next || !(CURRENCIES.test(first.text) || /^(usd|eur|gbp|chf)$/.test(first.lower))) return null;
  const number = numberAt(tokens, at + 1, language, true);
  if (!number) return null;
  const unit = unitOf.get(first.lower) as string;
  return { count: number.count + 1, terms: [...number.terms, { kind: 'unit', key: `u:${unit}` }] };
}

const CURRENCY_WORD = /^(?:dollars?|euros?|pounds?|franken|francs|yen|yuan|pfund|[$€£¥]|usd|eur|gbp)$/;
const MINUS = /^[-−–]$/;
const ORDINAL = /^(st|nd|rd|th)$/;
const SHORT_SCALES = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
]);

/** A number in digits or words with what multiplies it. */
function numberAt(tokens: Token[], at: number, language: Language | null, money = false): Reading | null {
  let next = at;
  const first = tokens[at] as Token;
  const negative =
    MINUS.test(first.text) && isNumber(tokens[at + 1]) && (tokens[at + 1] as Token).joined && !first.joined;
  if (negative) next += 1;
  const start = tokens[next] as Token;
  let value: number | null;
  if (isNumber(start)) {
    let digits = start.text;
    next += 1;
    // Groups of three set off by spaces: 1 000 000.
    if (/^[1-9][0-9]{0,2}$/.test(digits)) {
      while (/^[0-9]{3}(?:[.,][0-9]{1,2})?$/.test(tokens[next]?.text ?? '') && near(tokens, next)) {
        digits += (tokens[next] as Token).text;
        next += 1;
      }
    }
    if (/^['’]$/.test(tokens[next]?.text ?? '') && /^[0-9]{3}$/.test(tokens[next + 1]?.text ?? '')) {
      digits += (tokens[next + 1] as Token).text;
      next += 2;
    }
    // ".5" is half of one.
    if (tokens[at - 1]?.text === '.' && first.joined && !(tokens[at - 1] as Token).joined)
      digits = `0.${digits}`;
    value = valueOfDigits(digits, language);
    if (value === null) return { count: next - at, terms: [{ kind: 'number', key: `n:${digits}` }] };
    if (ORDINAL.test(tokens[next]?.lower ?? '') && tokens[next]?.joined) next += 1;
  } else {
    const spelled = spelledAt(tokens, next);
    if (!spelled) return null;
    [value, next] = spelled;
  }
  for (;;) {
    const token = tokens[next];
    const short =
      token?.joined && (money || CURRENCY_WORD.test(tokens[next + 1]?.lower ?? ''))
        ? SHORT_SCALES.get(token.lower)
        : undefined;
    const scale = token && (short ?? scaleOfWord(token.lower, language));
    if (!scale) break;
    value *= scale;
    next += 1;
    // "2 Mio." has a point of its own.
    if (/^(mio|mrd)$/.test(token.lower) && tokens[next]?.text === '.') next += 1;
    const rest = spelledAt(tokens, tokens[next]?.lower === 'and' ? next + 1 : next);
    if (rest && rest[0] < scale) [value, next] = [value + rest[0], rest[1]];
  }
  const rounded = Number(value.toPrecision(12)) * (negative ? -1 : 1);
  return { count: next - at, terms: [{ kind: 'number', key: `n:${rounded}` }] };
}

/** Whether one space stands before a token, and it goes on what stands before. */
function near(tokens: Token[], at: number): boolean {
  return (tokens[at] as Token).start - (tokens[at - 1] as Token).end === 1;
}

/** A number in words; "twenty one" and "twenty-one" alike. The value and the token after it. */
function spelledAt(tokens: Token[], at: number): [number, number] | null {
  const token = tokens[at];
  if (!token) return null;
  const value =
    valueOfWord(token.lower) ?? (/^(hundert|tausend|hundred|thousand)$/.test(token.lower) ? 0 : undefined);
  if (value === undefined) return null;
  if (value === 0 && token.lower !== 'zero' && token.lower !== 'null') return [1, at];
  if (value >= 20 && value < 100 && value % 10 === 0) {
    const dash = tokens[at + 1]?.text === '-' ? 1 : 0;
    const ones = valueOfWord(tokens[at + 1 + dash]?.lower ?? '');
    if (ones !== undefined && ones > 0 && ones < 10) return [value + ones, at + 2 + dash];
  }
  return [value, at + 1];
}

function wordAt(tokens: Token[], at: number, language: Language | null): Reading {
  const token = tokens[at] as Token;
  if (token.text === '%' || token.text === '°' || CURRENCIES.test(token.text)) {
    return { count: 1, terms: [{ kind: 'unit', key: `u:${unitOf.get(token.lower) ?? token.lower}` }] };
  }
  if (token.text === '?') return { count: 1, terms: [{ kind: 'question', key: '?' }] };
  if (isRange(tokens, at))
    return { count: 1, terms: [{ kind: 'word', key: factsOf(language === 'de' ? 'bis' : 'to').key }] };
  if (!/[\p{L}\p{N}\p{S}]/u.test(token.text) || /^[`´^~|]$/.test(token.text)) return { count: 1, terms: [] };
  if (token.text === 'No' && tokens[at + 1]?.text === '.' && isNumber(tokens[at + 2]))
    return { count: 2, terms: [{ kind: 'word', key: factsOf('number').key }] };
  const phrase = phraseAt(tokens, at);
  if (phrase) return phrase;
  const letters = initialsAt(tokens, at);
  if (letters) return { count: letters.count, terms: [{ kind: 'word', key: factsOf(letters.word).key }] };
  const afterNumber = isNumber(tokens[at - 1]);
  const unit = (afterNumber && smallUnitOf.get(token.text)) || unitOf.get(token.lower);
  if (unit && (afterNumber || !isShortUnit(token.lower)))
    return { count: 1, terms: [{ kind: 'unit', key: `u:${unit}` }] };
  if (
    /^[0-9]/.test(token.text) ||
    (language === 'de' && token.lower === 'er' && afterNumber && token.joined)
  ) {
    return { count: 1, terms: [{ kind: 'number', key: `n:${token.lower}` }] };
  }
  return { count: 1, terms: [{ kind: 'word', key: token.facts.key }] };
}

const SMALL_NUMBER = /^[1-9][0-9]{0,3}$/;

/** "10-12" is "10 to 12", but "2019-20" is a year. */
function isRange(tokens: Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!/^[-–:]$/.test(mark?.text ?? '') || !mark?.joined || !after?.joined) return false;
  if (!SMALL_NUMBER.test(before?.text ?? '') || !SMALL_NUMBER.test(after.text)) return false;
  return before?.text.length !== 4 || after.text.length === 4;
}

function phraseAt(tokens: Token[], at: number): Reading | null {
  const point = tokens[at + 1]?.text;
  const second = point === '.' || point === '/' || point === '-' ? at + 2 : at + 1;
  const [first, next] = [tokens[at] as Token, tokens[second]];
  if (!next) return null;
  const meaning = PHRASES.get(`${first.lower} ${next.lower}`);
  if (!meaning) return null;
  // "That is, …" explains; "that is …" does not.
  if (meaning === 'that_is' && first.lower === 'that' && tokens[second + 1]?.text !== ',') return null;
  const count =
    second + 1 - at + (second > at + 1 && tokens[second + 1]?.text === '.' && point === '.' ? 1 : 0);
  const unit = unitOf.get(meaning);
  return {
    count,
    terms: [unit ? { kind: 'unit', key: `u:${unit}` } : { kind: 'word', key: `w:${meaning}` }],
  };
}

/** "U.S." is "US": single letters, each with a point, without spaces. */
function initialsAt(tokens: Token[], at: number): { word: string; count: number } | null {
  let word = '';
  let next = at;
  while (
    /^\p{L}$/u.test(tokens[next]?.text ?? '') &&
    tokens[next + 1]?.text === '.' &&
    tokens[next + 1]?.joined
  ) {
    if (next > at && !(tokens[next] as Token).joined) break;
    word += (tokens[next] as Token).text.toUpperCase();
    next += 2;
  }
  return word.length > 1 ? { word, count: next - at } : null;
}
