import { expect, test } from 'vitest';
import { EXACT_LIMIT, select } from '#components/annotate/selection.ts';
import {
  type Reach,
  type Step,
  saysSomething,
  spanOf,
  step,
  wholeSentences,
  wordBefore,
  wordFrom,
} from '#components/annotate/words.ts';
import { type Sent, Submission } from '#components/api/request.ts';
import { EXACT_MAX } from '#lib/annotation/schema.ts';

const TEXT = 'Dr. Hale paid 84 million. Nobody else did!\nThe café closed.\n\n市議会は賛成した。';

function walk(...steps: (Step | `+${Step}`)[]): string {
  const first = wordFrom(TEXT, 0, 'en');
  if (!first) throw new Error('no word');
  let reach: Reach = { anchor: first, head: first };
  for (const one of steps) {
    const extend = one.startsWith('+');
    reach = step(TEXT, reach, one.replace('+', '') as Step, extend, 'en');
  }
  const { start, end } = spanOf(reach);
  return TEXT.slice(start, end);
}

test('arrows go from word to word, over the ends of lines, and stay at both ends of the text', () => {
  expect(walk()).toBe('Dr');
  expect(walk('next-word')).toBe('Hale');
  expect(walk('previous-word')).toBe('Dr');
  expect(walk('line-end', 'next-word')).toBe('The');
  expect(walk('line-end', 'next-word', 'previous-word')).toBe('did');
  expect(walk('line-end', 'next-word', 'line-end', 'next-word')).toMatch(/^市/);
});

test('with Shift they reach out and come back, also to the other side of where it began', () => {
  expect(walk('next-word', '+next-word', '+next-word')).toBe('Hale paid 84');
  expect(walk('next-word', '+next-word', '+previous-word')).toBe('Hale');
  expect(walk('next-word', '+previous-word')).toBe('Dr. Hale');
  expect(walk('line-end', '+line-start')).toBe('Dr. Hale paid 84 million. Nobody else did');
});

test('up and down go by sentences; an abbreviation does not end one', () => {
  expect(walk('next-sentence')).toBe('Nobody');
  expect(walk('next-sentence', 'previous-sentence')).toBe('Dr');
  expect(walk('+next-sentence')).toBe('Dr. Hale paid 84 million');
  expect(walk('+next-sentence', '+next-sentence')).toBe('Dr. Hale paid 84 million. Nobody else did');
});

test('a passage stretches to whole sentences, and once is enough', () => {
  const start = TEXT.indexOf('million');
  const stretched = wholeSentences(TEXT, { start, end: TEXT.indexOf('else') }, 'en');
  expect(TEXT.slice(stretched.start, stretched.end)).toBe('Dr. Hale paid 84 million. Nobody else did!');
  expect(wholeSentences(TEXT, stretched, 'en')).toEqual(stretched);
});

test('no word before the first and after the last, and no language that is none stops it', () => {
  expect(wordBefore(TEXT, 0, 'en')).toBeNull();
  expect(wordFrom(TEXT, TEXT.length, 'en')).toBeNull();
  expect(wordFrom(TEXT, 0, 'not a language')).toEqual({ start: 0, end: 2 });
});

test('a selection says something when a letter, a digit or a symbol is in it, and may be as long as the schema allows', () => {
  expect(['a', '7', '👩‍🚒', '€', '市'].every(saysSomething)).toBe(true);
  expect([', ', '—', '“”'].some(saysSomething)).toBe(false);
  expect(EXACT_LIMIT).toBe(EXACT_MAX);
  expect(select('x'.repeat(EXACT_MAX), 0, EXACT_MAX).trouble).toBeNull();
  expect(select('x'.repeat(EXACT_MAX + 1), 0, EXACT_MAX + 1).trouble).toBe('too-long');
  expect(select('a … b', 2, 3).trouble).toBe('nothing');
});

test('the same content sent again keeps its key; other content, or the same after it was done, gets a new one', () => {
  const submission = new Submission();
  const first = submission.keyFor('POST /x {}');
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(submission.keyFor('POST /x {}')).toBe(first);
  const second = submission.keyFor('POST /x {"a":1}');
  expect(second).not.toBe(first);
  submission.done();
  expect(submission.keyFor('POST /x {"a":1}')).not.toBe(second);
});

test('with a store the key outlives the page as long as the content is the same', () => {
  let kept: Sent | null = null;
  const store = {
    read: () => kept,
    write(sent: Sent | null) {
      kept = sent;
    },
  };
  const first = new Submission(store).keyFor('POST /x {}');
  expect(new Submission(store).keyFor('POST /x {}')).toBe(first);
  const other = new Submission(store).keyFor('POST /x {"a":1}');
  expect(other).not.toBe(first);
  const last = new Submission(store);
  expect(last.keyFor('POST /x {"a":1}')).toBe(other);
  last.done();
  expect(kept).toBeNull();
  expect(new Submission(store).keyFor('POST /x {"a":1}')).not.toBe(other);
});
