// What leaves the server for other programs, over the wire and in a browser that watches the policy; and paper.
import { describe, expect } from 'vitest';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { inDatabase, newPerson } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { expectAccessible, overflows } from '#tests/setup/threads.ts';

const EXACT = 'tolls would have covered every cent of the 84 million';
const LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';

async function claimed(site: TestServer) {
  const article = await news(site);
  const claim = await claimOf(site, await newPerson(site), article, EXACT);
  return { article, claim };
}

/** A checker's ruling, published over HTTP. */
async function rule(site: TestServer, annotationId: string) {
  const checker = await newPerson(site, { role: 'checker', name: 'Carla </script> Voss' });
  const ruling = await inDatabase(site, async () => {
    const [{ wholeRuling }, { db }] = await Promise.all([
      import('#tests/factories/rulings.ts'),
      import('#lib/db/client.ts'),
    ]);
    // The server looks at the sources meanwhile, and finds nothing at their addresses.
    const setting = { key: 'rulings.mandatory', value: [] };
    await db().setting.upsert({ where: { key: setting.key }, create: setting, update: { value: [] } });
    return wholeRuling(annotationId);
  });
  await send(site, checker, 'PUT', `/api/annotations/${annotationId}/ruling`, ruling);
}

describe('what programs read', () => {
  test('is the page or the data, by what is asked for at one address', async ({ site }) => {
    const { claim } = await claimed(site);
    const address = new URL(`/claims/${claim.id}`, site.url);
    const page = await fetch(address, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('vary')).toMatch(/\baccept\b(?!-)/i);
    const data = await fetch(address, { headers: { accept: LD } });
    expect([data.status, data.headers.get('content-type')]).toEqual([200, LD]);
    expect(data.headers.get('vary')).toMatch(/\baccept\b(?!-)/i);
    expect(await data.json()).toMatchObject({ id: address.href, type: 'Annotation' });
    const head = await fetch(address, { method: 'HEAD', headers: { accept: LD } });
    expect([head.headers.get('etag'), await head.text()]).toEqual([data.headers.get('etag'), '']);
    const options = await fetch(address, { method: 'OPTIONS' });
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    const gone = await fetch(new URL(`/claims/${crypto.randomUUID()}`, site.url), {
      headers: { accept: LD },
    });
    expect(gone.status).toBe(404);
  });

  test('is kept, and new with the next answer after something happened', async ({ site, page }) => {
    const { claim } = await claimed(site);
    const ask = (path: string, etag = '') =>
      fetch(new URL(path, site.url), { headers: { 'if-none-match': etag } });
    const paths = [
      '/feeds/rulings.atom',
      '/feeds/claim-reviews.json',
      `/api/annotations/${claim.id}/picture`,
    ];
    const etags = await Promise.all(paths.map(async (path) => (await ask(path)).headers.get('etag') ?? ''));
    for (const [n, path] of paths.entries()) expect((await ask(path, etags[n])).status).toBe(304);
    await rule(site, claim.id);
    for (const [n, path] of paths.entries()) expect((await ask(path, etags[n])).status, path).toBe(200);
    expect(await (await ask('/feeds/rulings.atom')).text()).toContain('Carla &lt;/script&gt; Voss');
    await page.goto(`/claims/${claim.id}`);
    const block = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(block ?? '')).toMatchObject({
      '@type': 'ClaimReview',
      reviewRating: { alternateName: 'False', ratingValue: 1 },
      contributor: [{ name: 'Carla </script> Voss' }],
    });
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
    expect(picture).toMatch(new RegExp(`^${site.url}/api/annotations/${claim.id}/picture`));
    expect(
      Number(
        await page.evaluate(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          return image.naturalWidth;
        }, picture ?? ''),
      ),
    ).toBe(1200);
    const feeds = page.locator('link[rel=alternate][type="application/atom+xml"]');
    for (const link of await feeds.all())
      expect((await fetch((await link.getAttribute('href')) ?? '')).status).toBe(200);
  });
});

test('an article on paper: its notes, the way there and back, and no more than that', async ({
  site,
  visitor,
}) => {
  const { article, claim } = await claimed(site);
  await rule(site, claim.id);
  for (const locale of ['en-GB', 'de-DE']) {
    const page = await visitor({ locale, viewport: { width: 320, height: 700 } });
    await page.goto(`/articles/${article.slug}`);
    await page.locator(`a[href$="/${article.slug}/print"]`).click();
    await page.waitForURL(/\/print$/);
    await expectAccessible(page);
    expect(await overflows(page)).toBe(false);
    await page.locator('.print-mark a').click();
    await page.waitForURL(/#note-1$/);
    const note = page.locator('#note-1');
    expect(await note.innerText()).toContain('The harbour book counts thirty-one ships.');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar, .foot, .print-acts').filter({ visible: true }).count()).toBe(0);
    expect(await note.isVisible()).toBe(true);
    const pdf = await page.locator('.print-acts a[href*="/pdf"]').getAttribute('href');
    const answer = await fetch(new URL(pdf ?? '', site.url));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await page.emulateMedia({ media: 'screen' });
    await page.goto('/feeds');
    await expectAccessible(page);
    expect(await overflows(page)).toBe(false);
  }
});
