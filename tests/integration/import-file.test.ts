import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importArticleOperation, previewArticleOperation } from '#lib/http/contract/articles.ts';
import { reviseArticleOperation } from '#lib/http/contract/revisions.ts';
import { docxOf, para } from '#tests/factories/docx.ts';
import { pdfOf } from '#tests/factories/pdf.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { call } from '#tests/setup/api.ts';
import { POST } from '../../app/api/articles/preview/route.ts';

const SENTENCE = 'The ferry sails again from Monday on, and takes two cars at a time.';
const PDF = pdfOf([
  [
    { x: 60, y: 80, text: 'The ferry sails', size: 24 },
    { x: 60, y: 130, text: SENTENCE },
  ],
]);

const fileOf = (name: string, bytes: Uint8Array) => ({
  name,
  content: Buffer.from(bytes).toString('base64'),
});

let server: Server;
let origin: string;
let reader: TestPerson;

beforeAll(async () => {
  server = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/pdf' }).end(PDF));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Before anything reads the configuration.
  process.env.OBELUS_FETCH_ALLOW = host;
  origin = `http://${host}`;
  reader = await person();
});

afterAll(() => server.close());

const preview = (body: unknown) => call(previewArticleOperation, { as: reader, body });

test('a Word file or a PDF becomes a revision, and a file that is neither is refused', async () => {
  const file = fileOf('Ferry.docx', await docxOf(para('The ferry sails', 'Title') + para(SENTENCE)));
  const made = await call(importArticleOperation, { as: reader, body: { file } });
  const revise = (body: object) =>
    call(reviseArticleOperation, { as: reader, params: { id: made.body.id }, body });
  const same = await revise({ file });
  expect([same.status, same.body.number]).toEqual([200, 1]);
  const later = fileOf('Later.docx', await docxOf(para(SENTENCE) + para('It sails at nine.')));
  const second = await revise({ file: later });
  expect([second.status, second.body.text]).toEqual([201, `${SENTENCE}\nIt sails at nine.`]);
  const third = await revise({ file: fileOf('Later.pdf', PDF) });
  expect([third.status, third.body.number, third.body.origin]).toEqual([201, 3, 'given']);
  const broken = await revise({ file: fileOf('Ferry.docx', Buffer.from('no archive')) });
  expect([broken.status, broken.body.code, broken.body.reason]).toEqual([422, 'bad-file', 'broken']);
  expect((await revise({ file, text: 'Both.' })).body.code).toBe('invalid');
});

test('a Word file is previewed and published, and what is stated wins', async () => {
  const file = fileOf('Ferry.docx', await docxOf(para('The ferry sails', 'Title') + para(SENTENCE)));
  const seen = await preview({ file });
  expect([seen.status, seen.body.title, seen.body.text]).toEqual([200, 'The ferry sails', SENTENCE]);
  const made = await call(importArticleOperation, {
    as: reader,
    body: { file, title: 'Another title', url: 'https://lindow.example/ferry-file' },
  });
  expect([made.status, made.body.title, made.body.url]).toEqual([
    201,
    'Another title',
    'https://lindow.example/ferry-file',
  ]);
});

test('a PDF is read from its address too', async () => {
  const { status, body } = await preview({ url: `${origin}/ferry.pdf?utm_source=x` });
  expect([status, body.title, body.text, body.url]).toEqual([
    200,
    'The ferry sails',
    SENTENCE,
    `${origin}/ferry.pdf`,
  ]);
});

describe('refused, with why', () => {
  test.each([
    ['photo.png', Buffer.from([137, 80, 78, 71]), 'bad-file', 'kind'],
    ['locked.pdf', pdfOf([[]], { locked: true }), 'bad-file', 'encrypted'],
    ['scan.pdf', pdfOf([[]]), 'bad-file', 'scanned'],
    ['torn.docx', Buffer.from('PK\u0003\u0004torn'), 'bad-file', 'broken'],
    ['blank.txt', Buffer.from(' \n'), 'empty-text', undefined],
  ])('%s', async (name, bytes, code, reason) => {
    const { status, body } = await preview({ file: fileOf(name, bytes) });
    expect([status, body.code, body.reason, body.step]).toEqual([422, code, reason, 'reading']);
  });

  test('a file and a text at once, and what is not base64', async () => {
    const file = fileOf('a.txt', Buffer.from(SENTENCE));
    expect((await preview({ file, text: SENTENCE })).body.code).toBe('invalid');
    expect((await preview({ file: { name: 'a.txt', content: 'no base 64!' } })).body.code).toBe('invalid');
    expect((await preview({ file: { content: file.content } })).body.code).toBe('invalid');
  });
});

describe('step by step', () => {
  const steps = async (body: unknown) => {
    const response = await POST(
      new Request('http://localhost:3000/api/articles/preview', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${reader.token}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
        body: JSON.stringify(body),
      }),
    );
    const { status } = response;
    const text = await response.text();
    const events = text
      .split('\n\n')
      .filter(Boolean)
      .map((event: string) => {
        const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? [];
        return [name, JSON.parse(data)] as const;
      });
    return { status, events };
  };

  test('an address is fetched, then read', async () => {
    const { status, events } = await steps({ url: `${origin}/ferry.pdf` });
    expect(status).toBe(200);
    expect(events.map(([name, data]: readonly [string, { step?: string }]) => data.step ?? name)).toEqual([
      'fetching',
      'reading',
      'answer',
    ]);
    expect(events.at(-1)?.[1]).toMatchObject({ title: 'The ferry sails', text: SENTENCE });
  });

  test('what goes wrong is told as a problem of its step', async () => {
    const { events } = await steps({ url: 'http://10.0.0.1/' });
    expect(events.at(-1)).toMatchObject([
      'problem',
      { code: 'bad-url', reason: 'blocked-address', step: 'fetching', status: 422 },
    ]);
  });
});
