// An article that is edited at its source: how it is found out, its history, and what every revision says.
import { expect } from 'vitest';
import { pngImage } from '#tests/factories/images.ts';
import { openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { newspaperPage } from '#tests/setup/publisher.ts';
import {
  COST,
  DEARER,
  faults,
  MOVED,
  overflows,
  type Story,
  story,
  TRAM,
  TWICE,
  test,
} from '#tests/setup/revising.ts';

test('a change at the source is found by a button, and stands in the history and on the card', async ({
  site,
  page,
  publisher,
}) => {
  const { ann, article, show } = await story(site, publisher);
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('link', { name: 'history' }).click();
  await page.getByText('The article has not changed since it was brought in.').waitFor();
  const check = page.getByRole('button', { name: 'Check for changes' });
  await check.click();
  await page.getByText('Nothing has changed.').waitFor();
  show(DEARER);
  await check.click();
  const newest = page.locator('#revision-2');
  await newest.getByText('1 passage says something else').waitFor();
  await newest.getByText('found at its address by Ann').waitFor();
  expect(await newest.locator('.affected').textContent()).toContain(COST);
  expect(await newest.locator('.what-changed').allTextContents()).toEqual(['310 million → 342 million']);

  await openWorkspace(page, article);
  await page.getByText(/^Revision 2, changed/).waitFor();
  const mark = page.locator('.prose mark.changed').first();
  await mark.click();
  const card = page.locator('.margin .card[data-active]');
  await card.getByText('The article changed since this was checked.').waitFor();
  expect(await card.locator('.word-diff del').allTextContents()).toEqual(['310']);
  expect(await card.locator('.word-diff ins').allTextContents()).toEqual(['342']);
  // Ann has not judged her own claim: what Bob made of it is folded until she asks.
  await card.getByRole('button', { name: 'Show them now' }).click();
  await card.getByText('before the passage changed').waitFor();
  await card.locator('.permalink').click();
  await page.getByRole('link', { name: 'Compare revisions 1 and 2' }).click();
  await page.getByRole('heading', { name: 'Revision 1 compared with revision 2' }).waitFor();
  expect(await faults(page)).toEqual([]);
});

test('the history and the old revisions can be read without a script, on a phone too', async ({
  site,
  visitor,
  publisher,
}) => {
  const { article, revise } = await story(site, publisher);
  for (const text of [DEARER, MOVED, TWICE]) await revise(text);
  const plain = await visitor({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  await plain.goto(`/articles/${article.slug}/history`);
  expect(await plain.locator('.revisions h2').allTextContents()).toEqual([
    'Revision 4the newest',
    'Revision 3',
    'Revision 2',
    'Revision 1',
  ]);
  expect(await plain.locator('#revision-3 .revision-news').textContent()).toContain('1 passage is gone');
  await plain.getByLabel('From').selectOption('1');
  await plain.getByRole('button', { name: 'Compare' }).click();
  await plain.getByRole('heading', { name: 'Revision 1 compared with revision 4' }).waitFor();
  const before = plain.locator('.diff td:first-child');
  const after = plain.locator('.diff td:nth-child(2)');
  expect(await before.locator('del').allTextContents()).toEqual(expect.arrayContaining(['310']));
  expect(await after.locator('ins:visible').allTextContents()).toEqual(expect.arrayContaining(['342']));
  expect(await after.locator('del:visible').count()).toBe(0);
  for (const side of [before, after]) expect(await side.locator('mark').count()).toBeGreaterThan(0);
  await plain.goto(`/articles/${article.slug}/revisions/1`);
  await plain.getByText(/It is not the newest/).waitFor();
  expect(await plain.locator('.prose').textContent()).toContain(COST);
  expect(await plain.locator('.margin .card').count()).toBe(3);
  await plain.getByRole('link', { name: 'Read the newest' }).click();
  expect(new URL(plain.url()).pathname).toBe(`/articles/${article.slug}`);

  const phone = await visitor({ viewport: { width: 390, height: 844 } });
  await phone.goto(`/articles/${article.slug}/history?from=1&to=4`);
  expect(await phone.locator('.diff td:first-child:not([colspan]):visible').count()).toBe(0);
  expect(await phone.locator('.diff td:nth-child(2) del:visible').first().textContent()).toBeTruthy();
  expect(await overflows(phone)).toBe(false);
  expect(await faults(phone)).toEqual([]);
  await phone.setViewportSize({ width: 320, height: 700 });
  expect(await overflows(phone)).toBe(false);
});

test('in German and in the dark there is no fault for axe', async ({ site, visitor, publisher }) => {
  const { article, revise } = await story(site, publisher);
  for (const text of [DEARER, MOVED]) await revise(text);
  const page = await visitor({ locale: 'de-DE', colorScheme: 'dark' });
  await page.goto(`/articles/${article.slug}/history?from=1&to=3`);
  await page.getByRole('heading', { name: 'Fassung 1 und Fassung 3 im Vergleich' }).waitFor();
  // A paragraph that stands elsewhere is neither gone nor new; each of its places leads to the other.
  const [stood, stands] = [page.locator('#move-1-from'), page.locator('#move-1-to')];
  await stood.getByText('steht jetzt weiter oben').waitFor();
  expect(await page.locator('.diff-moved').locator('del, ins').count()).toBe(0);
  await stands.click();
  expect(await stood.evaluate((link) => link.matches(':target'))).toBe(true);
  expect(await faults(page)).toEqual([]);
  await page.goto(`/articles/${article.slug}/revisions/2`);
  await page.getByText(/Sie ist nicht die neueste/).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.goto(`/articles/${article.slug}`);
  await page.locator('.prose mark').filter({ hasText: 'Work on the first section' }).first().click();
  await page.locator('.card').getByText('In Fassung 3 versetzt').first().waitFor();
});

test('a page that shows something else now is not taken for the article', async ({
  site,
  page,
  visitor,
  watch,
  publisher,
}) => {
  const { ann, article, show } = await story(site, publisher);
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}/history`);
  show(['We value your privacy. Choose whether we and our 184 partners may store cookies on your device.']);
  watch.allow(/\/revisions$/, 422);
  await page.getByRole('button', { name: 'Check for changes' }).click();
  await page.getByText('The page no longer shows this article.').first().waitFor();
  const guest = await visitor({ viewport: { width: 390, height: 844 } });
  for (const path of ['/history', '']) {
    await guest.goto(`/articles/${article.slug}${path}`);
    await guest.getByText(/the page no longer shows this article/).waitFor();
    expect(await guest.getByText('has not changed since').count()).toBe(0);
  }
  expect(await guest.locator('.prose').textContent()).toContain(COST);
});

test('what only subscribers can read, and what was withdrawn, is said on the article and in its history', async ({
  site,
  page,
  visitor,
  publisher,
}) => {
  const { ann, article, show } = await story(site, publisher);
  const [path = ''] = [...publisher.pages.keys()].slice(-1);
  await signIn(page, site, ann);
  await page.goto(`/articles/${article.slug}/history`);
  show([...TRAM.slice(0, 2), 'Subscribe to read on', 'Four weeks for one euro.']);
  const free = publisher.pages.get(path) ?? '';
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  publisher.pages.set(path, free.replace('</head>', `${ld}</head>`));
  const check = page.getByRole('button', { name: 'Check for changes' });
  await check.click();
  await page.getByText('Nothing new: only the beginning of the article can be read there now.').waitFor();
  const guest = await visitor({ viewport: { width: 390, height: 844 } });
  await guest.goto(`/articles/${article.slug}`);
  await guest.getByText(/only the beginning of this article can be read at its source/).waitFor();
  expect(await guest.locator('.prose').textContent()).toContain(TRAM[5]);
  expect(await faults(guest)).toEqual([]);

  show(['This article has been withdrawn. We regret the errors in it.']);
  await check.click();
  await page.locator('#revision-2').getByText('The article was withdrawn at its source').waitFor();
  await guest.reload();
  await guest.getByText(/the article was withdrawn at its source/).waitFor();
  expect(await guest.getByRole('heading', { level: 1 }).textContent()).toContain('The tram line');
  expect(await overflows(guest)).toBe(false);
  expect(await faults(guest)).toEqual([]);
  await openWorkspace(page, article);
  await page.getByText(/the article was withdrawn at its source/).waitFor();
  await guest.getByRole('link', { name: 'What it said before' }).click();
  await guest.getByText(COST).first().waitFor();
});

test('over HTTP a new revision is 201 with its place, the old one 200, also without a body', async ({
  site,
  publisher,
}) => {
  const { ann, article, show } = await story(site, publisher);
  const path = `/api/articles/${article.slug}/revisions`;
  const post = (body?: object) =>
    fetch(new URL(path, site.url), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ann.token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const same = await post();
  expect(same.status).toBe(200);
  expect(await same.json()).toMatchObject({ number: 1, anchors: { exact: 3 } });
  show(DEARER);
  const made = await post();
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toBe(`/api/articles/${article.id}/revisions/2`);
  expect(await made.json()).toMatchObject({
    number: 2,
    origin: 'fetched',
    anchors: { exact: 2, moved: 0, edited: 0, changed: 1, orphaned: 0 },
  });
  const given = await post({ markdown: `${DEARER.join('\n\n')}\n\nOne more paragraph.` });
  expect(given.status).toBe(201);
  const { items } = await send<{ items: { number: number }[] }>(site, ann, 'GET', path);
  expect(items.map(({ number }) => number)).toEqual([3, 2, 1]);
  const first = await send<{ text: string; document: { type: string } }>(site, ann, 'GET', `${path}/1`);
  expect(first.text).toContain(COST);
  expect(first.document.type).toBe('doc');
  expect((await fetch(new URL(`${path}/9`, site.url))).status).toBe(404);
});

test('a title that changes at the source stands in the history and above the comparison', async ({
  site,
  page,
  publisher,
}) => {
  const { bob, article, show } = await story(site, publisher);
  const [path] = [...publisher.pages.keys()].slice(-1);
  publisher.pages.set(path ?? '', newspaperPage('The tram line is not built', TRAM));
  await send(site, bob, 'POST', `/api/articles/${article.id}/revisions`, {});
  await page.goto(`/articles/${article.slug}/history?from=1&to=2`);
  await page.getByText('The text is the same in both; what stands above it is not.').waitFor();
  const difference = page.locator('.head-difference');
  expect(await difference.locator('dt').allTextContents()).toEqual(['Title']);
  expect(await difference.locator('ins').allTextContents()).toContain('is not built');
  await page.locator('#revision-2').getByText('The source has a new title:').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('heading', { level: 1, name: 'The tram line is not built' }).waitFor();
  await page.goto(`/articles/${article.slug}/revisions/1`);
  await page.getByRole('heading', { level: 1, name: /^The tram line, part \d+$/ }).waitFor();
  show(TRAM);
});

test('pictures are shown where an admin wants it, from here, in the room that was kept for them', async ({
  site,
  visitor,
  publisher,
}) => {
  const admin = await newPerson(site, { role: 'admin' });
  await send(site, admin, 'PATCH', '/api/settings/articles.images', { value: true });
  publisher.pictures.set('/tram.png', pngImage(900, 600));
  const html = `${TRAM.map((words) => `<p>${words}</p>`).join('')}<figure><img src="${publisher.origin}/tram.png"
    alt="A tram"><figcaption>The tram at the eastern cemetery</figcaption></figure><p>The last words.</p>`;
  const article = await send<Story['article']>(site, admin, 'POST', '/api/articles', {
    html,
    title: 'The tram in a picture',
  });
  const guest = await visitor({ viewport: { width: 390, height: 800 } });
  const image = guest.getByRole('img', { name: 'A tram' });
  await expect
    .poll(async () => {
      await guest.goto(`/articles/${article.slug}`);
      return image.count();
    })
    .toBe(1);
  const { width = 0, height = 0 } = (await image.boundingBox()) ?? {};
  expect([width > 300, Math.abs(width / height - 1.5) < 0.02]).toEqual([true, true]);
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(900);
  expect(await image.boundingBox()).toMatchObject({ width, height });
  expect(await overflows(guest)).toBe(false);
  expect(await faults(guest)).toEqual([]);

  // Whoever marks its caption still sees it.
  const page = await visitor({ viewport: { width: 1300, height: 900 } });
  await signIn(page, site, admin);
  await openWorkspace(page, article);
  await selectByMouse(page, 'The tram at the eastern cemetery');
  await page.getByRole('toolbar').getByRole('button', { name: 'Claim' }).click();
  await page.locator('.prose figure mark').waitFor();
  const drawn = page.getByRole('img', { name: 'A tram' });
  await expect.poll(() => drawn.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(900);
  await send(site, admin, 'PATCH', '/api/settings/articles.images', { value: false });
  await guest.reload();
  await guest.getByRole('link', { name: 'A tram' }).waitFor();
  expect(await image.count()).toBe(0);
});
