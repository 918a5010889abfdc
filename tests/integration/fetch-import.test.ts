import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewImport } from '#lib/flows/import-article.ts';
import type { Actor } from '#lib/user/schema.ts';
import { person } from '#tests/factories/people.ts';

const FIRST =
  'The harbour of Lindow froze over for eleven weeks in the winter of 1709. Forty ships lay in the ice.';
const SECOND = 'Bread cost three times as much as in the year before, and the council bought rye in Danzig.';

const pages: Record<string, [type: string, body: string]> = {
  '/ice.txt': ['text/plain', `${FIRST}\n\n${SECOND}`],
  '/ice.md': ['text/markdown; charset=utf-8', `# Ice\n\n${FIRST}\n\n**${SECOND}**`],
  '/ice': [
    'text/html',
    `<!doctype html><html lang="en"><title>Ice</title><article><h1>Ice</h1><p>${FIRST}</p><p>${SECOND}</p></article>`,
  ],
};

let server: Server;
let origin: string;
let reader: Actor;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const [type, body] = pages[request.url ?? ''] ?? ['text/html', ''];
    answer.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Before anything reads the configuration.
  process.env.OBELUS_FETCH_ALLOW = host;
  origin = `http://${host}`;
  reader = await person();
});

afterAll(() => server.close());

test.each(['/ice', '/ice.txt', '/ice.md'])('a page is read as what it says it is: %s', async (path) => {
  const preview = await previewImport(reader, { url: origin + path });
  expect(preview.text.split('\n').slice(-2)).toEqual([FIRST, SECOND]);
  expect(preview.url).toBe(origin + path);
});

test('a page that cannot be had says why', async () => {
  const failed = previewImport(reader, { url: `${origin}/melted` });
  await expect(failed).rejects.toMatchObject({ code: 'fetch-failed', extra: { reason: 'http-404' } });
});
