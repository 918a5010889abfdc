import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';
import { bringExhibit, getArticleExhibit } from '#lib/flows/exhibits.ts';
import { previewImport, publishImport } from '#lib/flows/import-article.ts';
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
  '/ice/story-17': [
    'text/html; charset=iso-8859-1',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="canonical" href="/ice"><title>Ice</title></head><article><h1>Ice</h1><p>${FIRST} – £3</p><p>${SECOND}</p></article></html>`,
  ],
  '/thief': [
    'text/html',
    `<!doctype html><html lang="en"><link rel="canonical" href="https://courier.example/ice"><meta property="og:url" content="https://courier.example/ice"><title>Ice</title><article><h1>Ice</h1><p>${FIRST}</p><p>${SECOND}</p></article></html>`,
  ],
  '/wall': [
    'text/html',
    '<!doctype html><title>Just a moment...</title><h1>courier.example</h1><p>Verifying you are human. This may take a few seconds.</p>',
  ],
};

/** A blog's page with its thread, which has grown by the second time it is fetched. */
function blog(): string {
  const html = readFileSync(path.join(projectRoot, 'tests/fixtures/thread/wpdiscuz.html'), 'utf8');
  fetched += 1;
  return fetched < 3
    ? html
    : html.replace("title='-3'>-3", "title='-4'>-4").replace('wpd-comm-42_0', 'wpd-comm-44_0');
}
let fetched = 0;

let server: Server;
let origin: string;
let reader: Actor;

beforeAll(async () => {
  server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '', origin);
    if (pathname === '/short') return answer.writeHead(302, { location: '/ice?utm_source=short' }).end();
    if (pathname === '/blog') return answer.writeHead(200, { 'content-type': 'text/html' }).end(blog());
    const [type, body] = pages[pathname.replace(/\/$/, '')] ?? ['text/html', ''];
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
  await expect(failed).rejects.toMatchObject({
    code: 'fetch-failed',
    extra: { reason: 'http-404', step: 'fetching' },
  });
  await expect(previewImport(reader, { url: 'http://10.0.0.1/' })).rejects.toMatchObject({
    code: 'bad-url',
    extra: { reason: 'blocked-address', step: 'fetching' },
  });
  await expect(previewImport(reader, { url: `${origin}/wall` })).rejects.toMatchObject({
    code: 'no-article',
    extra: { reason: 'robot-check', step: 'reading' },
  });
});

test('all ways to a page lead to one article', async () => {
  const first = await publishImport(reader, { url: `${origin}/short` });
  expect(first).toMatchObject({ created: true, article: { url: `${origin}/ice` } });
  const variants = ['/short', '/ice', '/ice/', '/ice?fbclid=x#top', '/ice/story-17'];
  for (const path of variants) {
    const { article, created } = await publishImport(reader, { url: origin + path });
    expect([path, article.id, created]).toEqual([path, first.article.id, false]);
    expect((await previewImport(reader, { url: origin + path })).known?.id).toBe(first.article.id);
  }
});

test('a page cannot take the place of another site’s article', async () => {
  const { article } = await publishImport(reader, { url: `${origin}/thief` });
  expect(article.url).toBe(`${origin}/thief`);
});

test('an encoding that the header names wrongly is seen through', async () => {
  const { text } = await previewImport(reader, { url: `${origin}/ice/story-17` });
  expect(text).toContain('ice. – £3');
});

test('a page brings its thread along, and once more what it has gained since', async () => {
  const made = await publishImport(reader, { url: `${origin}/blog` });
  const { id, revision } = made.article;
  // The form that wpDiscuz writes into a paragraph is none of its words.
  expect(revision.text).toContain(
    'The council met on Monday. The repair costs 48,000 crowns. Nobody voted against it.',
  );
  const first = await getArticleExhibit(id);
  expect([first.present, first.declared, first.source]).toEqual([3, 6, 'wpdiscuz']);
  const again = await bringExhibit(reader, id, {});
  expect([again.added, again.changed]).toEqual([0, 0]);
  const grown = await bringExhibit(reader, id, {});
  expect([grown.added, grown.changed, grown.exhibit.present]).toEqual([1, 1, 4]);
});
