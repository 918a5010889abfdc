import { deflateSync } from 'node:zlib';
import type { JSONContent } from '@tiptap/core';
import { describe, expect, test, vi } from 'vitest';
import { readFile } from '#lib/importers/file/read-file.ts';
import { importArticle } from '#lib/importers/import.ts';
import { docxOf, item, link, noteRef, para, table } from '#tests/factories/docx.ts';
import { linesAt, pdfOf } from '#tests/factories/pdf.ts';

const MB = 1024 * 1024;
// Threads start slowly where much else runs.
vi.setConfig({ testTimeout: 30_000 });

async function read(name: string, bytes: Uint8Array) {
  const file = await readFile({ name, bytes });
  if ('refused' in file) throw new Error(file.refused);
  const result = importArticle(file.source);
  if (!result.ok) throw new Error(result.code);
  return result.article;
}

async function refusal(name: string, bytes: Uint8Array, longestMs = 20_000): Promise<string> {
  const file = await readFile({ name, bytes }, { longestMs });
  return 'refused' in file ? file.refused : 'read';
}

const shape = (document: JSONContent) =>
  (document.content ?? []).map(({ type, attrs }) => (type === 'heading' ? `h${attrs?.level}` : type));

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('files of text', () => {
  test('are read as what their name says, in their encoding', async () => {
    const markdown = utf8(
      '# Ferry\n\nIt **sails** again, says the council of Lindow, and takes two cars at a time.',
    );
    expect((await read('ferry.md', markdown)).title).toBe('Ferry');
    const latin = Buffer.from(
      'Brücke\n\nDie Brücke über die Wend wird im März für neun Wochen gesperrt.',
      'latin1',
    );
    expect((await read('BRIDGE.TXT', latin)).text).toContain('Brücke über');
    const html = Buffer.from(
      '<meta charset=iso-8859-2><h1>Most</h1><p>Zamkni\xeaty na trzy miesi\xb1ce.</p>',
      'latin1',
    );
    expect((await read('most.html', html)).text).toBe('Zamknięty na trzy miesiące.');
  });
});

describe('a Word file', () => {
  const body = [
    para('The ferry sails again', 'Title'),
    para('By Joan Petty'),
    para('The council voted on Monday night, six to five', '', noteRef(2)),
    para('What it costs', 'heading1'),
    para('The page of the ferry is ', '', link('here')),
    item('two cars'),
    item('twelve people'),
    item('with prams', 1),
    item('First', 0, 2),
    table([
      ['Year', 'Crossings'],
      ['2025', '1,204'],
    ]),
    para('We had no choice.', 'Quote'),
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="p" descr="The ramp in March"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rPic"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  ].join('');

  test('keeps headings, lists, tables, quotes, links and notes', async () => {
    const article = await read(
      'ferry.docx',
      await docxOf(body, { notes: { 2: 'Minutes of the council, page 3.' } }),
    );
    expect(article).toMatchObject({ title: 'The ferry sails again', byline: 'Joan Petty', lang: 'en' });
    expect(shape(article.document).slice(0, 7)).toEqual([
      'paragraph',
      'h2',
      'paragraph',
      'bulletList',
      'orderedList',
      'table',
      'blockquote',
    ]);
    expect(article.text).toContain('six to five[1]\n');
    expect(article.text).toContain('\nwith prams\n');
    expect(article.text).toMatch(/Minutes of the council, page 3\.$/);
    expect(JSON.stringify(article.document)).toContain('"href":"https://lindow.example/ferry"');
  });

  test('whoever made it is proposed as the author', async () => {
    const made = await docxOf(para('The ferry sails again, and takes two cars at a time.'), {
      creator: 'Imran Cole',
    });
    expect(await read('a.docx', made)).toMatchObject({ byline: 'Imran Cole', source: { byline: 'guessed' } });
    const nobody = await docxOf(para('The ferry sails again, and takes two cars at a time.'), {
      creator: 'Microsoft Office User',
    });
    expect((await read('a.docx', nobody)).byline).toBeNull();
  });

  test('is refused with the reason', async () => {
    expect(await refusal('a.docx', utf8('no archive'))).toBe('broken');
    expect(
      await refusal(
        'a.docx',
        await docxOf('', { members: { 'word/document.xml': utf8('<w:doc') as Buffer } }),
      ),
    ).toBe('broken');
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal('a.doc', compound)).toBe('old-word');
    expect(
      await refusal('a.docx', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])),
    ).toBe('encrypted');
  });

  test('that unpacks to far more than it is, is left at the limit', async () => {
    const bomb = await docxOf('', { members: { 'word/document.xml': Buffer.alloc(60 * MB, 0x20) } });
    expect(bomb.byteLength).toBeLessThan(MB);
    expect(await refusal('bomb.docx', bomb)).toBe('too-large');
  });

  test('nested without end is given up', async () => {
    const nested = await docxOf(`<w:p>${'<w:r>'.repeat(200_000)}`);
    expect(await refusal('deep.docx', nested, 2_000)).toMatch(/broken|too-large|too-slow/);
    // The server goes on.
    expect(await refusal('a.docx', await docxOf(para('Words.')))).toBe('read');
  });
});

describe('a PDF', () => {
  const head = (page: number) => [
    { x: 250, y: 30, text: 'The Lindow Courier', size: 9 },
    { x: 290, y: 815, text: String(page), size: 9 },
  ];
  const left = linesAt(60, 140, [
    'The council of Lindow has put off the',
    'vote on the new ferry until the spring,',
    'and asked the engineers for another re-',
    'port. The ferry has not sailed since the',
    'ice of January broke its ramp.',
  ]);
  const right = linesAt(320, 140, [
    'The well-known ferryman Arthur Lane is',
    'angry. "We had twenty minutes," he says,',
    'and nobody asked him. He is a well-',
    'known critic of the council, which says',
    'that it will ask him next time, and that',
  ]);
  const second = linesAt(60, 80, [
    'it has learned from what happened then.',
    'The next meeting is on Monday evening.',
  ]);
  const note = linesAt(60, 770, ['1 Minutes of the council, page 3.'], 8);
  const title = [{ x: 60, y: 100, text: 'No ferry before the spring', size: 24 }];
  const pages = [
    [...head(1), ...title, ...left, ...right, ...note],
    [
      ...head(2),
      ...second,
      { x: 60, y: 140, text: 'What happens next', size: 15 },
      ...linesAt(60, 165, ['Nobody knows. The ramp lies where it fell.']),
    ],
    [...head(3), ...linesAt(60, 80, ['The end of it is that people go by bus.'])],
  ];

  test('becomes paragraphs, columns after each other, without heads and numbers of pages', async () => {
    const article = await read('ferry.pdf', pdfOf(pages));
    expect(article.title).toBe('No ferry before the spring');
    expect(article.text.split('\n')).toEqual([
      'The council of Lindow has put off the vote on the new ferry until the spring, and asked the engineers for another report. The ferry has not sailed since the ice of January broke its ramp.',
      'The well-known ferryman Arthur Lane is angry. "We had twenty minutes," he says, and nobody asked him. He is a well-known critic of the council, which says that it will ask him next time, and that it has learned from what happened then. The next meeting is on Monday evening.',
      'What happens next',
      'Nobody knows. The ramp lies where it fell.',
      'The end of it is that people go by bus.',
      '1 Minutes of the council, page 3.',
    ]);
    expect(shape(article.document)[2]).toBe('h2');
    expect(article.leftOut).toEqual([{ why: 'furniture', text: 'The Lindow Courier' }]);
  });

  test('has a heading where a line of its own stands between paragraphs', async () => {
    const prose = ['The council of Lindow has put off the vote on the', 'new ferry until the spring.'];
    const { document } = await read(
      'a.pdf',
      pdfOf([
        [
          ...linesAt(60, 80, prose),
          ...linesAt(60, 130, ['What happens next']),
          ...linesAt(60, 150, prose),
          ...linesAt(60, 200, ['It ends here.']),
          ...linesAt(60, 230, prose),
        ],
      ]),
    );
    expect(shape(document)).toEqual(['paragraph', 'h2', 'paragraph', 'paragraph', 'paragraph']);
  });

  test('in German keeps the hyphen that stands for a part of a word', async () => {
    const german = linesAt(60, 80, [
      'Im Landkreis fahren Haupt-',
      'und Nebenlinien seltener, sagt die Verkehrs-',
      'gesellschaft. Das E-Mail-',
      'Postfach ist voll.',
    ]);
    const { text } = await read('a.pdf', pdfOf([german]));
    expect(text).toBe(
      'Im Landkreis fahren Haupt- und Nebenlinien seltener, sagt die Verkehrsgesellschaft. Das E-Mail-Postfach ist voll.',
    );
  });

  test('in a font that lies outside of it is read', async () => {
    const hex = Buffer.from('渡し舟が七十年ぶりに復活した。日曜の朝、子どもを乗せた。', 'utf16le')
      .swap16()
      .toString('hex');
    const { text, lang } = await read('a.pdf', pdfOf([[{ x: 60, y: 80, text: '', hex }]]));
    expect([text, lang]).toEqual(['渡し舟が七十年ぶりに復活した。日曜の朝、子どもを乗せた。', 'ja']);
  });

  test('is refused with the reason', async () => {
    expect(await refusal('a.pdf', pdfOf([[]]))).toBe('scanned');
    expect(await refusal('a.pdf', pdfOf(pages, { locked: true }))).toBe('encrypted');
    expect(await refusal('a.pdf', utf8('%PDF-1.7\nnothing'))).toBe('broken');
    expect(await refusal('a.pdf', utf8('no such thing'))).toBe('broken');
    expect(await refusal('a.pdf', pdfOf(Array.from({ length: 2000 }, () => left)))).toBe('too-many-pages');
  });

  test('that unpacks without end is ended, and the server goes on', async () => {
    const stream = deflateSync(Buffer.alloc(100 * MB, 'BT (x) Tj ET '));
    expect(await refusal('bomb.pdf', pdfOf([[], [], []], { stream }), 1_500)).toMatch(/too-large|too-slow/);
    expect(await refusal('a.pdf', pdfOf(pages))).toBe('read');
  });
});

test('what is none of these is refused', async () => {
  expect(await refusal('photo.png', Buffer.from([137, 80, 78, 71]))).toBe('kind');
  expect(await refusal('sheet.xlsx', Buffer.from('PK\u0003\u0004'))).toBe('kind');
  expect(await refusal('a.txt', Buffer.alloc(9 * MB, 'a'))).toBe('too-large');
});
