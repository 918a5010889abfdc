import { expect, test } from 'vitest';
import { carry } from '#lib/anchoring/carry.ts';
import { wordDiff } from '#lib/anchoring/word-diff.ts';

const OLD =
  'The river rose by 3.5 percent. “It’s the worst flood,” she said – and left. Nobody was hurt in the town.';

function spanOf(text: string, words: string) {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return { start, end: start + words.length };
}

function carried(newText: string, words: string) {
  const [result] = carry(OLD, newText, [spanOf(OLD, words)]);
  if (!result) throw new Error('a result a passage');
  return result;
}

test('words that nothing happened to are exact, wherever they stand now', () => {
  const newText = `First of all. ${OLD.replace('“It’s', '"It\'s')}`;
  const result = carried(newText, 'It’s the worst');
  expect(result).toMatchObject({ state: 'exact', similarity: 1, changes: [] });
  if (result.found) expect(newText.slice(result.start, result.end)).toBe("It's the worst");
});

test('a number that changed is named', () => {
  const newText = OLD.replace('3.5', '3.6');
  const result = carried(newText, 'rose by 3.5 percent');
  expect(result).toMatchObject({
    state: 'changed',
    changes: [{ kind: 'number', before: '3.5', after: '3.6' }],
  });
  if (result.found) expect(newText.slice(result.start, result.end)).toBe('rose by 3.6 percent');
});

test('what was removed is gone', () => {
  const newText = OLD.replace(' Nobody was hurt in the town.', '');
  expect(carried(newText, 'Nobody was hurt in the town.')).toEqual({
    found: false,
    state: 'orphaned',
    why: 'gone',
    places: [],
  });
});

test('a word diff covers both texts without a gap', () => {
  const newText = OLD.replace('rose by 3.5', 'fell by some 3.6').replace(' and left', '');
  const runs = wordDiff(OLD, newText);
  expect(runs.map((run) => OLD.slice(run.oldStart, run.oldEnd)).join('')).toBe(OLD);
  expect(runs.map((run) => newText.slice(run.newStart, run.newEnd)).join('')).toBe(newText);
  const shown = runs
    .filter(({ kind }) => kind !== 'equal')
    .map((run) =>
      run.kind === 'removed'
        ? `-${OLD.slice(run.oldStart, run.oldEnd)}`
        : `+${newText.slice(run.newStart, run.newEnd)}`,
    );
  expect(shown).toEqual(['-rose ', '+fell ', '-3.5 ', '+some 3.6 ', '-and left']);
});
