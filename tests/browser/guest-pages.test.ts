// What a finished page of a guest is: the same bytes for everybody, one script of ours, nothing that a client said.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { claimOf, news } from '#tests/setup/annotating.ts';
import { rawRequest } from '#tests/setup/answers.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test as withPage } from '#tests/setup/page.ts';
import { read, test } from '#tests/setup/two-servers.ts';

describe('a finished page', () => {
  test('is the same bytes in every encoding, and 304 for whoever has them', async ({ pair }) => {
    const { first } = pair;
    const article = await news(first);
    const url = `${first.url}/articles/${article.slug}`;
    const [whole, gzip, brotli, refused] = await Promise.all(
      ['identity', 'gzip', 'gzip, deflate, br;q=0.5', 'br;q=0, gzip;q=0.0'].map((accepted) =>
        rawRequest(url, { headers: { 'accept-encoding': accepted } }),
      ),
    );
    expect(whole?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Accept, Accept-Encoding, Accept-Language, Cookie',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'content-length': String(whole?.body.length),
    });
    expect([gzip?.headers['content-encoding'], brotli?.headers['content-encoding']]).toEqual(['gzip', 'br']);
    expect(whole?.headers).not.toHaveProperty('content-encoding');
    expect(gunzipSync(gzip?.body as Buffer).equals(whole?.body as Buffer)).toBe(true);
    expect(brotliDecompressSync(brotli?.body as Buffer).equals(whole?.body as Buffer)).toBe(true);
    expect(refused?.body.equals(whole?.body as Buffer)).toBe(true);
    const etag = String(whole?.headers.etag);
    const again = await rawRequest(url, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect(again.headers['content-security-policy']).toBe(whole?.headers['content-security-policy']);
    expect((await rawRequest(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const head = await rawRequest(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(gzip?.body.length));
  });

  test('holds one script of ours, nothing inline, and what it says of itself stands in its head', async ({
    pair,
  }) => {
    const { first, author } = pair;
    const article = await news(first);
    const claim = await claimOf(first, author, article, 'It has three bridges.');
    for (const path of [`/articles/${article.slug}`, `/claims/${claim.id}`, '/']) {
      const { headers, body } = await rawRequest(first.url + path);
      const html = String(body);
      expect(html.match(/<script\b[^>]*>/g), path).toEqual([
        expect.stringMatching(/^<script type="module" src="\/_next\/static\/obelus\/guest-[\w-]+\.js">$/),
      ]);
      expect(headers['content-security-policy']).toMatch(/script-src 'self'; style-src 'self';/);
      expect(html).not.toMatch(/nonce|__next_f|<[^>]+\sstyle=/);
      const head = html.slice(0, html.indexOf('</head>'));
      for (const tag of [
        /<title>[^<]+<\/title>/,
        /<meta name="description" content="[^"]/,
        /<link rel="stylesheet"/,
      ])
        expect(head, path).toMatch(tag);
      expect(head).toContain(`<link rel="canonical" href="${first.url}${path === '/' ? '' : path}`);
      expect(headers.link).toMatch(/rel=preload; as="font"/);
      expect(headers.link).not.toMatch(/nonce|as="script"/);
    }
  });

  test('says what it is about under the id of an article, too', async ({ pair }) => {
    const { id, title } = await news(pair.first);
    expect(await read(pair.first, `/articles/${id}`)).toContain(`<title>${title} · Obelus</title>`);
  });

  test('is apart for languages and colours, whoever comes first', async ({ pair }) => {
    const { first } = pair;
    const { slug } = await news(first);
    const about = async (headers: Record<string, string>) =>
      /<html lang="(\w+)"[^>]*?(?: data-theme="(\w+)")?>/
        .exec(await read(first, `/articles/${slug}`, headers))
        ?.slice(1);
    const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' };
    expect(await about(german)).toEqual(['de', undefined]);
    expect(await about({})).toEqual(['en', undefined]);
    expect(await about({ ...german, cookie: 'obelus-language=en; obelus-theme=dark' })).toEqual([
      'en',
      'dark',
    ]);
    expect(await about({ cookie: 'obelus-theme=light' })).toEqual(['en', 'light']);
    expect(await about(german)).toEqual(['de', undefined]);
  });

  test('holds nothing that a client said', async ({ pair }) => {
    const { first } = pair;
    const { slug } = await news(first);
    const evil = 'evil.example';
    const headers = {
      host: evil,
      'x-forwarded-host': evil,
      'x-forwarded-proto': 'https',
      'user-agent': evil,
      referer: `https://${evil}/`,
      cookie: `strange=${evil}`,
    };
    const html = await read(first, `/articles/${slug}?utm_source=${evil}&next=${evil}`, headers);
    expect(html).not.toContain(evil);
    expect(await read(first, `/articles/${slug}`)).toBe(html);
  });

  test('is neither given to nor made by somebody who is signed in', async ({ pair }) => {
    const { first, author } = pair;
    const { slug } = await news(first);
    const path = `/articles/${slug}`;
    const session = { cookie: author.cookie };
    const theirs = await rawRequest(first.url + path, { headers: session });
    expect(theirs.headers).not.toHaveProperty('etag');
    expect(String(theirs.body)).toContain(`/people/${author.handle}`);
    expect(await read(first, path)).not.toContain(author.handle);
    const again = await rawRequest(first.url + path, { headers: session });
    expect(String(again.body)).toContain(`/people/${author.handle}`);
    const byToken = await rawRequest(first.url + path, {
      headers: { authorization: `Bearer ${author.token}` },
    });
    expect(byToken.headers).not.toHaveProperty('etag');
  });

  test('is none where nothing is: the answer is as ever, and what comes there later is seen', async ({
    pair,
  }) => {
    const { first, behindItsBack } = pair;
    const article = await news(first);
    const later = `later-${crypto.randomUUID()}`;
    for (const path of [`/articles/${later}`, '/claims/nonsense', '/?cursor=nonsense']) {
      const { status, headers, body } = await rawRequest(first.url + path);
      expect([status, headers.etag], path).toEqual([404, undefined]);
      // Without a script, too, it says so.
      expect(String(body), path).toContain('<h1>There is nothing at this address</h1>');
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
      const scripts = String(body).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    await behindItsBack('UPDATE "Article" SET "slug" = $2 WHERE "id" = $1', article.id, later);
    expect(await read(first, `/articles/${later}`)).toContain(article.title);
  });
});

withPage('a browser runs our script alone, and the page comes to life', async ({ site, page }) => {
  const author = await newPerson(site);
  const article = await news(site);
  await claimOf(site, author, article, 'It has three bridges.');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/articles/${article.slug}`);
  await page.locator('[data-ready]').waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  // It may ask for parts of itself, for nothing else.
  for (const script of scripts) expect(script).toMatch(/^\/_next\/static\/obelus\/guest-/);
  await page.keyboard.press('j');
  await page.locator('.card[data-active]').waitFor();
  await page.reload();
  // The browser had it, asked, and was sent no body.
  const [sent, had] = await page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return [visit?.transferSize, visit?.encodedBodySize];
  });
  expect(sent).toBeLessThan(had as number);
  await page.locator('.card[data-active]').waitFor();
});
