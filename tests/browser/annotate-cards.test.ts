import { expect } from 'vitest';
import { annotationsOf, claimOf, news, openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const EXACT = 'The road is nine kilometres long.';

async function sourceOf(
  site: Parameters<typeof send>[0],
  who: Parameters<typeof send>[1],
  id: string,
  url: string,
) {
  return send<{ id: string }>(site, who, 'POST', `/api/annotations/${id}/sources`, {
    url,
    stance: 'supports',
  });
}

test('a verdict on a card is given, changed and taken back, and the strip follows', async ({
  site,
  page,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const source = await sourceOf(site, bob, claim.id, 'https://example.org/map');
  await send(site, bob, 'PUT', `/api/annotations/${claim.id}/assessment`, {
    verdict: 'true',
    sourceIds: [source.id],
  });
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await page.locator('.prose mark').first().click();
  await card.getByRole('button', { name: 'Your verdict' }).click();
  await card.getByRole('button', { name: 'Give verdict' }).click();
  await card.getByText('Choose a verdict.').waitFor();
  await card.getByRole('radio', { name: 'Accurate', exact: true }).check();
  await card.getByRole('checkbox', { name: /example.org\/map/ }).check();
  await card.getByRole('button', { name: 'Give verdict' }).click();
  await page.getByText('The claim shows: Accurate.').waitFor();
  await expect.poll(() => page.locator('.fare-legend').textContent()).toContain('1 accurate');
  expect(await page.locator('.prose mark').first().getAttribute('class')).toContain('v-true');

  await card.getByRole('button', { name: 'Change your verdict' }).click();
  await card.getByRole('radio', { name: 'False' }).check();
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The claim shows: Disputed.').waitFor();
  await card.getByRole('button', { name: 'Change your verdict' }).click();
  await card.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('The claim shows: Open.').waitFor();
  const [stored] = await annotationsOf(page, article);
  expect(stored?.verdict?.tally).toMatchObject({ total: 1 });
});

test('a verdict changed in another tab is shown beside the own draft', async ({ site, page, watch }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  const path = `/api/annotations/${claim.id}/assessment`;
  await send(site, ann, 'PUT', path, { verdict: 'true' });
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByRole('button', { name: 'Change your verdict' }).click();
  await card.getByRole('radio', { name: 'False' }).check();
  await send(site, ann, 'PUT', path, { verdict: 'mixed', rationaleText: 'From the other tab', version: 1 });
  watch.allow(/\/assessment$/, 409);
  await card.getByRole('button', { name: 'Save' }).click();
  const conflict = card.locator('.conflict');
  await conflict.getByText('From the other tab').waitFor();
  expect(await card.getByRole('radio', { name: 'False' }).isChecked()).toBe(true);
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Your verdict is saved: False.').waitFor();
});

test('a claim edited in another tab is shown beside the own draft, and can be taken instead', async ({
  site,
  page,
  watch,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, EXACT);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  const field = card.getByLabel('The claim in one sentence');
  await field.fill('Mine.');
  await send(site, ann, 'PATCH', `/api/annotations/${claim.id}`, { statement: 'Theirs.', version: 1 });
  watch.allow(/\/annotations\/[^/]+$/, 409);
  await card.getByRole('button', { name: 'Save' }).click();
  await card.locator('.conflict').getByText('Theirs.').waitFor();
  expect(await field.inputValue()).toBe('Mine.');
  await card.getByRole('button', { name: 'Take that instead' }).click();
  expect(await field.inputValue()).toBe('Theirs.');
  await field.fill('Mine after all.');
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The change is saved.').waitFor();
  const [stored] = await annotationsOf(page, article);
  expect(stored?.statement).toBe('Mine after all.');
});

test('a reworded claim asks for the verdict again', async ({ site, page }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  await send(site, ann, 'PUT', `/api/annotations/${claim.id}/assessment`, { verdict: 'true' });
  await sourceOf(site, ann, claim.id, 'https://example.org/map');
  const statement = 'The ring road is nine kilometres long.';
  await send(site, bob, 'PATCH', `/api/annotations/${claim.id}`, { statement, version: 1 });
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: statement });
  await card.getByText('The claim was reworded since you judged it').waitFor();
  await card.getByRole('button', { name: 'Confirm my verdict' }).click();
  await page.getByText('Your verdict is saved: Accurate.').waitFor();
  await card.getByText('The claim was reworded').waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'It holds for this one too' }).click();
  await page.getByText('The source counts for the present wording.').waitFor();
  const [stored] = await annotationsOf(page, article);
  expect(stored?.verdict?.tally.total).toBe(1);
});

test('own sources are added, edited and taken away', async ({ site, page, watch }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, bob, article, EXACT);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.getByRole('article', { name: claim.statement ?? '' });
  await card.getByRole('button', { name: 'Add a source' }).click();
  await card.getByRole('button', { name: 'Add source' }).click();
  await card.getByText('Write the address of a web page').waitFor();
  await card.getByLabel('Address of the source').fill('javascript:alert(1)');
  await card.getByText('supports it').click();
  await card.getByRole('button', { name: 'Add source' }).click();
  await card.getByText('Write the address of a web page').waitFor();
  await card.getByLabel('Address of the source').fill('https://example.org/map');
  await card.getByRole('button', { name: 'Add source' }).click();
  await card.locator('.sources').getByText('example.org/map').waitFor();

  await card.getByRole('button', { name: 'Add a source' }).click();
  await card.getByLabel('Address of the source').fill('https://example.org/map');
  await card.getByText('refutes it').click();
  watch.allow(/\/sources$/, 409);
  await card.getByRole('button', { name: 'Add source' }).click();
  await card.getByText('You gave this page for this claim already').waitFor();
  await card.getByRole('button', { name: 'Cancel' }).click();

  await card.getByRole('button', { name: 'Edit source: example.org' }).click();
  await card.getByLabel('The passage that shows it').fill('9,1 km');
  await card.getByRole('button', { name: 'Save' }).click();
  await card.locator('.sources q').getByText('9,1 km').waitFor();
  await card.getByRole('button', { name: 'Remove source: example.org' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove source' }).click();
  await card.locator('.sources').waitFor({ state: 'detached' });
});

test('statement, span and kind are edited; then deleted, or withdrawn once others took part', async ({
  site,
  page,
}) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, EXACT);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  const card = page.locator(`#annotation-${claim.id}`);
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  await card.getByLabel('The claim in one sentence').fill('Nine kilometres is its length.');
  await card.getByRole('button', { name: 'Select other words' }).click();
  await selectByMouse(page, 'nine kilometres', 'three bridges');
  await page.getByRole('button', { name: 'Take these words' }).click();
  await card.locator('.passage').getByText('nine kilometres long.').waitFor();
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('The change is saved.').waitFor();
  const [edited] = await annotationsOf(page, article);
  expect(edited).toMatchObject({
    statement: 'Nine kilometres is its length.',
    target: { exact: 'nine kilometres long.\nIt has three bridges' },
    wording: 1,
  });
  await card.getByRole('button', { name: 'Edit', exact: true }).click();
  await card.getByText('a remark on the passage').click();
  await card.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => card.locator('.verdict').first().textContent()).toBe('Remark');
  expect(await page.locator('.fare-legend').textContent()).toContain('1 remark');

  await send(site, bob, 'POST', `/api/annotations/${claim.id}/comments`, { text: 'I was there.' });
  await page.reload();
  await page.locator('.prose.ProseMirror').waitFor();
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('dialog').getByText('Others took part').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Withdrawn. It can be read below the article.').waitFor();
  expect(await page.locator('.prose mark').count()).toBe(0);
  await page.locator('.set-aside summary').click();
  await page.locator('.set-aside .comments').getByText('I was there.').waitFor();

  const other = await claimOf(site, ann, article, 'It has three bridges.');
  await openWorkspace(page, article);
  await page.locator('.prose mark').first().click();
  await page.locator(`#annotation-${other.id}`).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByText('Nobody else took part').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Deleted.').waitFor();
  // Not at the top of the page, but at the words it was about.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.prose') !== null)).toBe(true);
  expect(await annotationsOf(page, article)).toEqual([]);
});

test('in German, and without a fault for axe in either theme', async ({ site, visitor }) => {
  const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
  const claim = await claimOf(site, ann, article, EXACT);
  await sourceOf(site, ann, claim.id, 'https://example.org/map');
  await send(site, bob, 'POST', `/api/annotations/${claim.id}/comments`, { text: 'I was there.' });
  const { AxeBuilder } = await import('@axe-core/playwright');
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await visitor({ locale: 'de-DE', colorScheme });
    await signIn(page, site, ann);
    await openWorkspace(page, article);
    const faults = async () => {
      // What fades in is judged when it is there.
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
      );
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    await page.locator('.prose mark').first().click();
    const card = page.locator(`#annotation-${claim.id}`);
    await card.getByRole('button', { name: 'Dein Urteil' }).click();
    await card.getByRole('textbox', { name: 'Warum' }).waitFor();
    await selectByMouse(page, 'Dr. Ellingsen', 'brigade');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Behauptung' }).click();
    const form = page.getByRole('form', { name: 'Neue Behauptung' });
    for (const part of ['Quelle dazulegen', 'Urteil abgeben', 'Kommentar dazuschreiben'])
      await form.getByText(part).click();
    await form.getByRole('textbox', { name: 'Dein Kommentar' }).waitFor();
    await form.getByLabel('Adresse der Quelle').fill('x');
    await form.getByRole('button', { name: 'Behauptung speichern' }).click();
    await form.getByText('Schreib die Adresse einer Webseite').waitFor();
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Du hast eine Behauptung').waitFor();
    expect(await faults()).toEqual([]);
  }
});
