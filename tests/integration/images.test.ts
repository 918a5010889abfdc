import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cacheImage, readCachedImage } from '#lib/article/image/cache.ts';
import { imageKey } from '#lib/article/image/queries.ts';
import { db } from '#lib/db/client.ts';
import { getArticlePage } from '#lib/flows/article-page.ts';
import { changeSetting } from '#lib/flows/change-settings.ts';
import { lookAtAllImages, lookAtImages } from '#lib/flows/images.ts';
import { publishImport } from '#lib/flows/import-article.ts';
import { newRevision } from '#lib/flows/new-revision.ts';
import { pngImage } from '#tests/factories/images.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { GET } from '../../app/api/images/[key]/route.ts';

const PNG = pngImage(64, 48);

let server: Server;
let origin: string;
let admin: TestPerson;
let asked: string[] = [];
let count = 0;
const files = new Map<string, { type: string; body: Buffer | string }>();

beforeAll(async () => {
  server = createServer(({ url = '' }, answer) => {
    asked.push(url);
    const file = files.get(url);
    answer.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/html' }).end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `http://${host}`;
  // Before anything reads the configuration.
  process.env.OBELUS_FETCH_ALLOW = host;
  admin = await person({ role: 'admin' });
  for (const [name, type, body] of [
    ['/bridge.png', 'image/png', PNG],
    ['/lying.png', 'image/png', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['/drawing.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['/page.png', 'text/html', '<p>'],
    ['/large.png', 'image/png', Buffer.concat([PNG, Buffer.alloc(9 * 1024 * 1024)])],
  ] as const)
    files.set(name, { type, body });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

const show = (value: boolean) => changeSetting(admin, 'articles.images', { value });
const html = (...images: string[]) =>
  `<p>The bridge of Lindow was built in 1702 and is the oldest.</p>${images
    .map((src) => `<figure><img src="${src}" alt="A bridge"><figcaption>The bridge</figcaption></figure>`)
    .join('')}`;

async function withImages(...images: string[]) {
  count += 1;
  const { article } = await publishImport(admin, { html: html(...images), title: `Bridges ${count}` });
  return article;
}

/** What is ordered and not done. */
const ordered = async (queue: string) => {
  const rows = await db().$queryRaw<{ data: unknown }[]>`
    SELECT "data" FROM pgboss.job WHERE "name" = ${queue} AND "state" = 'created' ORDER BY created_on`;
  return rows.map(({ data }) => data);
};

const get = (key: string) =>
  GET(new Request(`http://localhost:3000/api/images/${key}`), { params: Promise.resolve({ key }) });
const images = async (slug: string) => [...((await getArticlePage(slug))?.images ?? [])];

test('without the leave of an admin nothing is fetched, and no image is shown', async () => {
  const on = await withImages(`${origin}/bridge.png`);
  expect(await ordered('images.look')).toEqual([]);
  await lookAtImages(on.id, 1);
  await lookAtAllImages(null);
  expect(asked).toEqual([]);
  expect(await images(on.slug)).toEqual([]);
  expect((await get(imageKey(`${origin}/bridge.png`))).status).toBe(404);
});

test('an admin who wants them shown has all of them looked at, and each new revision from then on', async () => {
  const [before, without] = [await withImages(`${origin}/bridge.png`), await withImages()];
  await show(true);
  expect(await ordered('images.look-all')).toEqual([{ after: null }]);
  await lookAtAllImages(null);
  const all = await ordered('images.look');
  expect(all).toContainEqual({ articleId: before.id, number: 1 });
  expect(all).not.toContainEqual({ articleId: without.id, number: 1 });
  const on = await withImages(`${origin}/bridge.png`);
  await newRevision(admin, on.id, { html: `${html(`${origin}/bridge.png`)}<p>It was mended.</p>` });
  const later = (await ordered('images.look')).slice(all.length);
  expect(later).toEqual([
    { articleId: on.id, number: 1 },
    { articleId: on.id, number: 2 },
  ]);
  await show(false);
  await lookAtImages(on.id, 1);
  expect(asked).toEqual([]);
});

test('an image is fetched once, has its size in the page, and is handed on as what it is and nothing else', async () => {
  await show(true);
  const url = `${origin}/bridge.png`;
  const on = await withImages(url);
  expect(await images(on.slug)).toEqual([]);
  await lookAtImages(on.id, 1);
  const key = imageKey(url);
  expect(await images(on.slug)).toEqual([[url, { href: `/api/images/${key}`, width: 64, height: 48 }]]);
  expect(await db().event.count({ where: { kind: 'article.illustrated', articleId: on.id } })).toBe(1);
  await lookAtImages(on.id, 1);
  const answer = await get(key);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(PNG)).toBe(true);
  expect(asked).toEqual(['/bridge.png']);
});

test('what is no image, or too large, or gone, stays a link; its address cannot be asked for here', async () => {
  await show(true);
  const wrong = ['/lying.png', '/drawing.svg', '/page.png', '/large.png', '/gone.png'].map(
    (at) => origin + at,
  );
  const on = await withImages(...wrong, 'http://169.254.169.254/latest/meta-data', `${origin}/bridge.png`);
  await lookAtImages(on.id, 1);
  expect((await images(on.slug)).map(([url]) => url)).toEqual([`${origin}/bridge.png`]);
  for (const url of wrong) expect((await get(imageKey(url))).status).toBe(404);
  const rows = await db().articleImage.findMany({ where: { contentType: null }, orderBy: { url: 'asc' } });
  expect(new Map(rows.map(({ url, failure }) => [url.replace(origin, ''), failure]))).toEqual(
    new Map([
      ['/drawing.svg', 'not-html'],
      ['/gone.png', 'http-404'],
      ['/large.png', 'too-large'],
      ['/lying.png', 'no-image'],
      ['/page.png', 'not-html'],
      ['http://169.254.169.254/latest/meta-data', 'blocked-address'],
    ]),
  );
  asked = [];
  await lookAtImages(on.id, 1);
  expect(asked).toEqual([]);
});

test('no address that stands in no revision is fetched', async () => {
  await show(true);
  files.set('/elsewhere.png', { type: 'image/png', body: PNG });
  for (const key of [imageKey(`${origin}/elsewhere.png`), 'f'.repeat(64), '../../etc/passwd', '']) {
    expect((await get(key)).status).toBe(404);
  }
  expect(asked).toEqual([]);
});

test('bytes that are not kept any more are fetched again, once for many readers', async () => {
  await show(true);
  const url = `${origin}/again.png`;
  files.set('/again.png', { type: 'image/png', body: PNG });
  const on = await withImages(url);
  await lookAtImages(on.id, 1);
  const key = imageKey(url);
  // There is room for one, and another one comes.
  await cacheImage(imageKey('another'), PNG, PNG.length);
  expect(await readCachedImage(key)).toBeNull();
  asked = [];
  const answers = await Promise.all([get(key), get(key), get(key)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(asked).toEqual(['/again.png']);
  await cacheImage(imageKey('another'), PNG, 0);
  files.delete('/again.png');
  expect((await get(key)).status).toBe(422);
  asked = [];
  expect((await get(key)).status).toBe(422);
  expect(asked).toEqual([]);
});
