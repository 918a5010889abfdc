import { describe, expect, test, vi } from 'vitest';
import { type Line, linesOf, type Run } from '#lib/importers/file/pdf-line.ts';
import { readingOrder } from '#lib/importers/file/pdf-order.ts';
import { readFile } from '#lib/importers/file/read-file.ts';
import { importArticle } from '#lib/importers/import.ts';
import { linesAt, pdfOf, type Words } from '#tests/factories/pdf.ts';

// Threads start slowly where much else runs.
vi.setConfig({ testTimeout: 30_000 });

async function read(pages: Words[][]) {
  const file = await readFile({ name: 'a.pdf', bytes: pdfOf(pages) });
  if ('refused' in file) throw new Error(file.refused);
  const result = importArticle(file.source);
  if (!result.ok) throw new Error(result.code);
  return { blocks: result.article.text.split('\n'), warnings: result.article.warnings };
}

// Widths of Helvetica at 11 points are about five a letter: columns of 40 letters are some 190 points wide.
const COUNCIL = [
  'the council of Lindow has put off the',
  'vote on the new ferry until the spring,',
  'and asked the engineers for one more',
  'report, because the ferry has not sailed',
  'since the ice of January broke its ramp',
  'and nobody could say who would pay',
];
const FERRYMAN = [
  'for the ferryman Arthur Lane, who is',
  'angry and says that he had told them so',
  'in the autumn, when the ramp could have',
  'been mended for half of what it costs',
  'now that the river carries its ice and',
  'the yards have no time before Easter.',
];
const joined = (...columns: string[][]) => columns.flat().join(' ');

/** How wide a line is in Helvetica at 11 points, about; the longest ones are to end just before the gutter. */
const runs = (x: number, y: number, lines: readonly string[], width = 180): Run[] =>
  lines.map((text, index) => ({ text, x, y: y + index * 14, width, size: 11, href: null }));
const order = (of: Run[]) => readingOrder(linesOf(of, 1));
const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);

describe('columns of a PDF', () => {
  test.each([8, 12, 16, 20, 30])('are read one after the other with a gutter of %i points', (gutter) => {
    const reading = order([...runs(60, 80, COUNCIL), ...runs(240 + gutter, 80, FERRYMAN)]);
    expect(texts(reading.lines)).toEqual([...COUNCIL, ...FERRYMAN]);
    expect(reading.isUnsure).toBe(false);
  });

  test('as narrow as that are read so from a file', async () => {
    // The longest line of the left column ends at 251.
    const { blocks, warnings } = await read([[...linesAt(60, 80, COUNCIL), ...linesAt(262, 80, FERRYMAN)]]);
    expect(blocks).toEqual([joined(COUNCIL, FERRYMAN)]);
    expect(warnings).not.toContain('order-uncertain');
  });

  test('are three below a headline that lies across them', async () => {
    const third = [
      'The harbour will stay closed until then.',
      'Nobody knows where the cars will cross,',
      'and the bus goes twice a day at most,',
      'as it went for more than a dozen years',
      'with the same driver and the same bus.',
    ];
    const { blocks } = await read([
      [
        { x: 30, y: 70, text: 'No ferry before the spring comes to Lindow', size: 24 },
        ...linesAt(30, 110, COUNCIL, 9, 12),
        ...linesAt(208, 110, FERRYMAN, 9, 12),
        ...linesAt(386, 110, third, 9, 12),
      ],
    ]);
    expect(blocks.join(' ')).toBe(joined(COUNCIL, FERRYMAN, third));
  });

  test('below a page of lines across are read as columns all the same', () => {
    const across = Array.from({ length: 20 }, (_, n) => `Line ${n} of the summary goes over the whole page.`);
    const wide = runs(60, 80, across, 372);
    const reading = order([...wide, ...runs(60, 400, COUNCIL), ...runs(252, 400, FERRYMAN)]);
    expect(texts(reading.lines)).toEqual([...across, ...COUNCIL, ...FERRYMAN]);
  });

  test('part where a line lies across, and go on below it', () => {
    const reading = order([
      ...runs(60, 80, COUNCIL),
      ...runs(252, 80, FERRYMAN),
      ...runs(60, 200, ['What the harbour says of it'], 372),
      ...runs(60, 240, COUNCIL),
      ...runs(252, 240, FERRYMAN),
    ]);
    const both = [...COUNCIL, ...FERRYMAN];
    expect(texts(reading.lines)).toEqual([...both, 'What the harbour says of it', ...both]);
  });

  test('in Hebrew are read from the right', () => {
    const right = ['המועצה דחתה את ההצבעה על המעבורת', ...Array(5).fill('והמהנדסים ביקשו עוד דוח אחד עליה')];
    const left = ['הרציף נשבר בינואר ואיש לא ידע דבר', ...Array(5).fill('ומי ישלם על התיקון של הרציף הזה')];
    const reading = order([...runs(60, 80, left), ...runs(252, 80, right)]);
    expect(texts(reading.lines)).toEqual([...right, ...left]);
  });

  test('are not seen in spaces that happen to lie below each other', () => {
    const loose = COUNCIL.flatMap((text, index) => [
      ...runs(60, 80 + index * 14, [text], 180 + (index % 3) * 9),
      ...runs(250 + (index % 3) * 9, 80 + index * 14, [FERRYMAN[index] as string], 150),
    ]);
    const reading = order(loose);
    expect(reading.lines).toHaveLength(COUNCIL.length);
  });
});

describe('a table in a PDF', () => {
  const rows = Array.from({ length: 8 }, (_, n) => [`Line ${n + 1}`, `${n * 3} boats`, `${n * 1.5} crews`]);
  const table = rows.flatMap(([name = '', boats = '', crews = ''], n) => [
    ...runs(60, 80 + n * 14, [name], 40),
    ...runs(112, 80 + n * 14, [boats], 40),
    ...runs(164, 80 + n * 14, [crews], 40),
  ]);

  test('is read row by row', () => {
    const { lines } = order(table);
    expect(texts(lines).join(' ')).toBe(rows.flat().join(' '));
  });

  test('above columns is read row by row, and they are read as columns', () => {
    const title = runs(60, 220, ['What the harbour says of it'], 372);
    const reading = order([...table, ...title, ...runs(60, 260, COUNCIL), ...runs(252, 260, FERRYMAN)]);
    expect(texts(reading.lines).join(' ')).toBe(
      [...rows.flat(), 'What the harbour says of it', ...COUNCIL, ...FERRYMAN].join(' '),
    );
  });

  test('of sentences, which could be columns, is told of', async () => {
    const said = Array.from({ length: 6 }, (_, n) => `The ferry number ${n} sails on Monday.`);
    const answers = Array.from({ length: 6 }, (_, n) => `No, number ${n} has not sailed at all.`);
    const { warnings } = await read([[...linesAt(60, 80, said), ...linesAt(280, 80, answers)]]);
    expect(warnings).toContain('order-uncertain');
  });
});
