import type { Language } from './language.ts';
import type { Reading, Token } from './terms.ts';
import { factsOf, NOT_BARE } from './word-facts.ts';

const NOT = /^(.+)n['’]t$/;
const SHORTENED =
  /^(i|you|he|she|it|we|they|that|there|here|who|what|where|let|er|es|sie|wie)['’](s|re|ll|ve|m|d)$/;
const LONG: Record<string, string> = { s: 'is', re: 'are', ll: 'will', ve: 'have', m: 'am', d: 'would' };
const LONG_NOT: Record<string, string> = { ca: 'can', wo: 'will', sha: 'shall' };
/** German verbs and joining words that take an "es" up. */
const WITH_ES = /^(\p{L}{2,})['’]s$/u;
const BEFORE_ES = new Set(
  'geht gibt ist war hat wie wenn wer kann soll muss will wird ob dass ich du er sie'.split(' '),
);

/** "don't" is "do not", "it's" is "it is", "cannot" is "can not", "geht's" is "geht es". */
export function contractionAt({ text, lower }: Token, language: Language | null): Reading | null {
  if (lower === 'cannot') return { count: 1, terms: [termOf('can'), termOf('not')] };
  const bare = NOT_BARE.exec(lower)?.[1];
  if (bare) return { count: 1, terms: [termOf(LONG_NOT[bare] ?? bare), termOf('not')] };
  if (!/['’]/.test(lower)) return null;
  const not = NOT.exec(lower)?.[1];
  if (not) return { count: 1, terms: [termOf(LONG_NOT[not] ?? not), termOf('not')] };
  const stem = language === 'de' ? WITH_ES.exec(lower)?.[1] : undefined;
  // With a large letter it is a name with a mark that it need not have.
  if (stem && (text.startsWith(stem) || BEFORE_ES.has(stem)))
    return { count: 1, terms: [termOf(stem), termOf('es')] };
  const [, pronoun, short] = SHORTENED.exec(lower) ?? [];
  if (!pronoun || !short) return null;
  return { count: 1, terms: [termOf(pronoun), termOf(pronoun === 'let' ? 'us' : (LONG[short] as string))] };
}

function termOf(lower: string): Reading['terms'][number] {
  return { kind: 'word', key: factsOf(lower).key };
}
