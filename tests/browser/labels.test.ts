import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { claimOf, news, openWorkspace, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const EXACT = 'The road is nine kilometres long.';

async function expectNoFaults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
    [],
  );
}

test('labels are put on by keyboard in the card; once enough have, guests see one at the passage', async ({
  site,
  page,
  visitor,
}) => {
  const [ann, bob, cem, article] = [
    await newPerson(site),
    await newPerson(site),
    await newPerson(site),
    await news(site),
  ];
  const claim = await claimOf(site, bob, article, EXACT);
  const path = `/api/annotations/${claim.id}/labels`;
  await send(site, bob, 'PUT', `${path}/straw-man`);
  await send(site, cem, 'PUT', `${path}/straw-man`);
  const guest = await visitor({ locale: 'de-DE' });
  await guest.goto(`/articles/${article.slug}`);
  const seen = guest.locator(`#annotation-${claim.id}`);
  await seen.getByText('Strohmann').getByText('2 von 2').waitFor({ state: 'attached' });
  expect(await seen.locator('.card-head .label-tag').count()).toBe(0);

  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByRole('button', { name: 'Label', exact: true }).press('Enter');
  const faults = card.getByRole('group', { name: 'What is wrong with it' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Unsupported');
  await page.keyboard.press('ArrowRight');
  await card.getByText('What is left out would change').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Unsupported 1 of 3', pressed: true }).waitFor();
  expect(await faults.getByRole('button', { name: 'Unsupported', pressed: true }).count()).toBe(1);
  await expectNoFaults(page);
  // Escape closes the list of labels, and not the card.
  await page.keyboard.press('Escape');
  await faults.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Label');
  expect(await card.getAttribute('data-active')).not.toBeNull();

  // A press on one that others put is the third: that is more than chance.
  await card.getByRole('button', { name: 'Straw man 2 of 3', pressed: false }).click();
  await card.getByRole('button', { name: 'Straw man 3 of 3', pressed: true }).waitFor();
  await page.locator('.fare-labels').getByText('Straw man').waitFor();
  await expect
    .poll(() => page.locator('#announce-quiet').textContent())
    .toBe('“Straw man” put on it: 3 of 3. It stands at the passage.');
  await seen.locator('.card-head .label-tag').getByText('Strohmann').waitFor();
  await guest.locator('.fare-labels').getByText('Strohmann').waitFor();
  await card.getByRole('button', { name: 'Straw man 3 of 3' }).click();
  await seen.locator('.card-head .label-tag').waitFor({ state: 'detached' });
});

test('the page of a claim tells what people say of it, as it happens, and takes it too', async ({
  site,
  visitor,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const path = `/api/annotations/${claim.id}/labels`;
  const guest = await visitor({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' });
  await guest.goto(`/claims/${claim.id}`);
  const told = guest.getByRole('region', { name: 'Labels' });
  await told.getByText('Nobody has put a label on it yet.').waitFor();
  const page = await visitor();
  await signIn(page, site, ann);
  await page.goto(`/claims/${claim.id}`);
  const bar = page.getByRole('group', { name: 'Labels' });
  await bar.getByRole('button', { name: 'Label', exact: true }).click();
  await bar.getByRole('button', { name: 'Well sourced' }).click();
  await bar.getByRole('button', { name: 'Well sourced 1 of 1', pressed: true }).waitFor();
  await told.getByText('1 of 1').waitFor();
  await send(site, bob, 'PUT', `${path}/exaggerated`);
  await bar.getByRole('button', { name: 'Exaggerated 1 of 2', pressed: false }).waitFor();
  await told.getByText('Exaggerated').waitFor();
  await expectNoFaults(page);
  await expectNoFaults(guest);
  expect(await guest.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('an admin words, orders and retires labels, and is told of what another one changed', async ({
  site,
  visitor,
  watch,
}) => {
  const admin = await newPerson(site, { role: 'admin' });
  const page = await visitor({ viewport: { width: 390, height: 800 } });
  await signIn(page, site, admin);
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'Labels' }).click();
  const offered = page.getByRole('region', { name: 'Offered' });
  const names = () => offered.locator('.label-tag').allTextContents();
  await offered.getByRole('button', { name: 'Add a label' }).click();
  await offered.getByLabel('Name in English').fill('Off topic');
  watch.allow(/\/api\/labels$/, 422);
  await offered.getByRole('button', { name: 'Add', exact: true }).click();
  await offered.getByText('This is missing').first().waitFor();
  await offered.getByLabel('Name in German').fill('Thema verfehlt');
  await offered.getByLabel('What is right with it').check();
  await expectNoFaults(page);
  await offered.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('“Off topic” is offered from now on.').waitFor();
  expect((await names()).at(-1)).toBe('Off topic');

  const up = offered.getByRole('button', { name: 'Move “Off topic” up' });
  await up.press('Enter');
  await page.getByText('“Off topic” is number 17 of 18 now.').waitFor();
  await expect.poll(names).toEqual(expect.arrayContaining(['Off topic', 'Fair wording']));
  expect((await names()).slice(-2)).toEqual(['Off topic', 'Fair wording']);
  // The focus goes along.
  await expect.poll(() => up.evaluate((button) => button === document.activeElement)).toBe(true);

  await offered.getByRole('button', { name: 'Edit: Off topic' }).click();
  const { items } = await send<{ items: { key: string; version: number }[] }>(
    site,
    admin,
    'GET',
    '/api/labels',
  );
  const version = items.find(({ key }) => key === 'off-topic')?.version;
  await send(site, admin, 'PATCH', '/api/labels/off-topic', {
    name: { en: 'Beside it', de: 'Daneben' },
    version,
  });
  watch.allow(/\/api\/labels\/off-topic$/, 409);
  await offered.getByLabel('Name in English').fill('Beside the point');
  await offered.getByRole('button', { name: 'Save' }).click();
  await offered.getByText('it is “Beside it” and “Daneben” now').waitFor();
  await offered.getByRole('button', { name: 'Save' }).click();
  await page.getByText('“Beside the point” is saved.').waitFor();

  await offered.getByRole('button', { name: 'Retire: Beside the point' }).click();
  const retired = page.getByRole('region', { name: 'Retired' });
  await retired.getByText('Beside the point').waitFor();
  await retired.getByRole('button', { name: 'Delete: Beside the point' }).click();
  await page
    .getByRole('dialog', { name: 'Delete “Beside the point”?' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await retired.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('add-label');
  expect(await names()).toHaveLength(17);
});
