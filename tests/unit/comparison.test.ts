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
    const way = row.kind === 'moved-away' || row.kind === 'moved-here' ? `${row.kind} ${row.move}: ` : '';
    const pieces = row.kind === 'moved-here' ? (row.edited ?? row.pieces) : row.pieces;
    return (
      way +
      pieces
        .map(({ kind, oldStart, oldEnd, newStart, newEnd }) => {
          if (kind === 'removed') return `[-${oldText.slice(oldStart, oldEnd).trim()}]`;
          return kind === 'inserted'
            ? `[+${newText.slice(newStart, newEnd).trim()}]`
            : newText.slice(newStart, newEnd).trim();
        })
        .join(' ')
    );
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
    moved: 0,
    leftOut: 0,
  });
});

const FERRY = [
  'The ferry to Skerry was cancelled on Friday after an engine fire, the operator said.',
  'The mayor of Skerry, Ada Lund, called the ferry a disgrace to the islands.',
  'Islanders have asked for a second ship since 1998, and for the pier to be mended.',
  'Witnesses saw smoke from the funnel at noon, and heard the horn of the ferry.',
  'The maritime board refused to comment on any of it before the end of the week.',
] as const;

test('paragraphs that swapped places are shown as moved, never woven together', () => {
  const swapped = [FERRY[0], FERRY[3], FERRY[2], FERRY[1], FERRY[4]];
  const rows = drawn(FERRY.join('\n'), swapped.join('\n'));
  expect(rows.filter((row) => row.includes('[')).map((row) => row.replace(/(\[.).*/, '$1'))).toEqual(
    expect.arrayContaining(['moved-away 1: [-', 'moved-here 1: [+', 'moved-away 2: [-', 'moved-here 2: [+']),
  );
  expect(compareRevisions(FERRY.join('\n'), swapped.join('\n'))).toMatchObject({ changed: 0, moved: 2 });
});

test('a paragraph that was edited on its way says how', () => {
  const moved = [FERRY[0], FERRY[2], FERRY[3], FERRY[4], FERRY[1].replace('a disgrace', 'an insult')];
  const rows = drawn(FERRY.join('\n'), moved.join('\n'));
  expect(rows.at(-1)).toBe(
    'moved-here 1: The mayor of Skerry, Ada Lund, called the ferry [-a disgrace] [+an insult] to the islands.',
  );
});

test('another paragraph in the place of one stands by itself, whatever small words they share', () => {
  const before = ['It began.', 'The crew of the ship was paid in May by the board.', 'It ended.'];
  const after = before.with(1, 'The price of bread at the pier rose for the third time, by the look of it.');
  expect(drawn(before.join('\n'), after.join('\n'))).toEqual([
    before[0],
    `[-${before[1]}]`,
    `[+${after[1]}]`,
    before[2],
  ]);
});

test('a paragraph that was split or merged is the same if its words are, and stays in one row if not', () => {
  const [first, second, third] = FERRY;
  const before = [first, second, third].join('\n');
  expect(drawn(before, `${first}\n${second} ${third}`)).toEqual(['…2']);
  const edited = `${first}\n${second} ${third.replace('1998', '1989')}`;
  const rows = drawn(before, edited);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain('since [-1998] [+1989]');
});

test('what was replaced is not torn at the small words that both have', () => {
  const before = 'Nobody on board was hurt by the fire, the operator of the ferry said on Friday night.';
  const after = 'Nobody on board was burnt in the smoke, the operator of the ferry said on Friday night.';
  expect(drawn(before, after)).toEqual([
    'Nobody on board was [-hurt by the fire] [+burnt in the smoke] , the operator of the ferry said on Friday night.',
  ]);
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
