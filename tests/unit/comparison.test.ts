import { expect, test } from 'vitest';
import { compareRevisions } from '#lib/article/revision/comparison.ts';
import { randomFrom } from '../../prisma/demo/random.ts';

const lines = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => `Paragraph ${from + n} says what number ${from + n} says.`);

/** `-removed`, `+added`, `=same`, `…folded`. */
function drawn(oldText: string, newText: string): string[] {
  const { rows } = compareRevisions(oldText, newText);
  return rows.map((row) => {
    if (row.kind === 'folded') return `…${row.count}`;
    return row.pieces
      .map(({ kind, oldStart, oldEnd, newStart, newEnd }) => {
        if (kind === 'removed') return `[-${oldText.slice(oldStart, oldEnd).trim()}]`;
        return kind === 'inserted'
          ? `[+${newText.slice(newStart, newEnd).trim()}]`
          : newText.slice(newStart, newEnd).trim();
      })
      .join(' ');
  });
}

test('a changed word stands in its paragraph, with one around it, and the rest is folded', () => {
  const before = lines(9);
  const after = before.with(4, before[4]?.replace('says what', 'denies what') ?? '');
  expect(drawn(before.join('\n'), after.join('\n'))).toEqual([
    '…3',
    before[3],
    'Paragraph 4 [-says] [+denies] what number 4 says.',
    before[5],
    '…3',
  ]);
});

test('a paragraph that came stands by itself', () => {
  const before = lines(3);
  const after = before.toSpliced(1, 0, 'Something else entirely stands here now.');
  expect(drawn(before.join('\n'), after.join('\n'))).toEqual([
    before[0],
    '[+Something else entirely stands here now.]',
    before[1],
    '…1',
  ]);
});

test('a paragraph that went from the end is told', () => {
  const before = lines(4);
  expect(drawn(before.join('\n'), before.slice(0, 3).join('\n')).join('\n')).toContain(`[-${before[3]}]`);
});

test('equal texts have no rows but what is folded', () => {
  const text = lines(5).join('\n');
  expect(compareRevisions(text, text)).toEqual({
    rows: [{ kind: 'folded', count: 5 }],
    changed: 0,
    leftOut: 0,
  });
});

test('more changes than anybody reads are counted, not shown', () => {
  const [before, after] = [
    lines(1_000),
    lines(1_000).map((line, n) => line.replace('what', `what ${n % 7} and`)),
  ];
  const { rows, changed, leftOut } = compareRevisions(before.join('\n'), after.join('\n'));
  expect(changed).toBe(1_000);
  expect(leftOut).toBe(800);
  expect(rows.length).toBe(200);
});

test('the pieces of all rows that differ are those that the difference has, without a gap', () => {
  const random = randomFrom(7);
  const words = ['ice', 'ship', 'rye', 'cold,', 'Lindow', '40', '\n', '\n', '“so”', '👩‍🚒'];
  const text = () => Array.from({ length: random.int(0, 40) }, () => random.pick(words)).join(' ');
  for (let round = 0; round < 500; round += 1) {
    const [before, after] = [text(), text()];
    let [oldAt, newAt] = [-1, -1];
    for (const row of compareRevisions(before, after).rows) {
      if (row.kind === 'folded') [oldAt, newAt] = [-1, -1];
      else
        for (const piece of row.pieces) {
          if (oldAt >= 0) expect([piece.oldStart, piece.newStart]).toEqual([oldAt, newAt]);
          [oldAt, newAt] = [piece.oldEnd, piece.newEnd];
        }
    }
    expect(newAt).toBeLessThanOrEqual(after.length);
  }
});
