import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { claimOf, news, openWorkspace, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { still } from '#tests/setup/stillness.ts';

/** Opens an article and waits until its stream is open, which says so by a request. */
async function openLive(page: Page, { slug }: { slug: string }): Promise<void> {
  const stream = page.waitForResponse(/\/api\/events\?/);
  await page.goto(`/articles/${slug}`);
  expect((await stream).status()).toBe(200);
}

test('a guest is offered a new annotation, and nothing moves before it is asked for', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await openLive(page, article);
  const nothingMoved = await still(page);
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  const offer = page.getByRole('button', { name: '1 new annotation', exact: true });
  await offer.waitFor();
  await nothingMoved();
  expect(await page.locator('.card').count()).toBe(0);
  await claimOf(site, ann, article, 'The road is nine kilometres long.');
  await page.getByRole('button', { name: '2 new annotations' }).click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.waitFor();
  expect(await page.locator('.prose .mark-end').count()).toBe(2);
  expect(await page.locator('.offer').count()).toBe(0);
  expect(await page.locator('.fare-legend').textContent()).toContain('2 claims');
  // The first of them is opened and has the focus.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.querySelector('.statement')?.textContent))
    .toContain('nine kilometres');
});

test('what changes on an annotation changes for a guest in its place, and what is taken away goes', async ({
  site,
  page,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, 'Some 11,300 vehicles pass the gates');
  const other = await claimOf(site, ann, article, 'Traffic in the old town has fallen by 40 percent.');
  await openLive(page, article);
  const nothingMoved = await still(page);
  const card = page.locator(`#annotation-${claim.id}`);
  for (const who of [ann, bob]) {
    const url = `https://example.org/${who.handle}`;
    const body = { url, stance: 'refutes' };
    const { id } = await send<{ id: string }>(
      site,
      who,
      'POST',
      `/api/annotations/${claim.id}/sources`,
      body,
    );
    await send(site, who, 'PUT', `/api/annotations/${claim.id}/assessment`, {
      verdict: 'false',
      sourceIds: [id],
    });
  }
  await expect.poll(() => card.locator('.verdict').textContent()).toContain('False');
  const mark = page.locator(`.prose mark[data-annotation="${claim.id}"]`).first();
  await expect.poll(() => mark.getAttribute('class')).toContain('v-false');
  await expect.poll(() => page.locator('.fare-legend').textContent()).toContain('1 false');
  await nothingMoved();
  await send(site, ann, 'DELETE', `/api/annotations/${other.id}`);
  await page.locator(`#annotation-${other.id}`).waitFor({ state: 'detached' });
  expect(await page.locator(`.prose [data-annotation="${other.id}"]`).count()).toBe(0);
  await nothingMoved();
  expect(await page.locator('.offer').count()).toBe(0);
});

test('somebody signed in is offered the new annotations of others, not their own', async ({ site, page }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  const stream = page.waitForResponse(/\/api\/events\?/);
  await openWorkspace(page, article);
  await stream;
  const nothingMoved = await still(page);
  const theirs = await claimOf(site, bob, article, 'It has three bridges.');
  const offer = page.getByRole('button', { name: '1 new annotation', exact: true });
  await offer.waitFor();
  await nothingMoved();
  await offer.click();
  const card = page.locator(`#annotation-${theirs.id}`);
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('.offer').count()).toBe(0);
  await send(site, bob, 'PATCH', `/api/annotations/${theirs.id}`, {
    statement: 'Four, in truth.',
    version: 1,
  });
  await card.getByText('Four, in truth.').waitFor();
  await send(site, bob, 'DELETE', `/api/annotations/${theirs.id}`);
  await card.waitFor({ state: 'detached' });
  await page.getByText('The annotation that you had open was taken away.').waitFor();
});
