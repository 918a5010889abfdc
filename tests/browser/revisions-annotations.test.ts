// An article that is edited at its source: what becomes of its annotations, and what is done about it.
import { expect } from 'vitest';
import { annotationsOf, openWorkspace, selectByMouse } from '#tests/setup/annotating.ts';
import { signIn } from '#tests/setup/member.ts';
import { DEARER, faults, MOVED, story, TRAM, TREES, TWICE, test } from '#tests/setup/revising.ts';

test('an annotation whose words went is attached again, and its thread stays', async ({
  site,
  page,
  publisher,
}) => {
  const { ann, article, revise } = await story(site, publisher);
  for (const text of [DEARER, MOVED]) await revise(text);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.getByText('No longer in the text').waitFor();
  const orphan = page.locator('.set-aside .card');
  await orphan.getByText('Gone from the text since revision 3.').waitFor();
  expect(await orphan.locator('.carried mark').textContent()).toBe(TREES);
  expect(await faults(page)).toEqual([]);
  await orphan.getByRole('button', { name: 'Select the words' }).click();
  await selectByMouse(page, 'Opponents collected', 'signatures');
  await page.getByRole('button', { name: 'Take these words' }).click();
  const card = page.locator('.margin .card[data-active]');
  await card.getByText(`It is said: ${TREES}`).waitFor();
  await card.getByRole('button', { name: 'Show them now' }).click();
  await card.getByText('earlier wording').waitFor();
  await expect.poll(() => page.locator('.set-aside .card').count()).toBe(0);
  const attached = (await annotationsOf(page, article)).find(({ statement }) => statement?.endsWith(TREES));
  expect(attached?.target.exact).toBe('Opponents collected 12,000 signatures');
  expect(attached?.counts.assessments).toBe(1);
});

test('of several places for the same words one is chosen with one press', async ({
  site,
  page,
  publisher,
}) => {
  const { ann, article, revise } = await story(site, publisher);
  for (const text of [MOVED, TWICE]) await revise(text);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.getByText('No longer in the text').waitFor();
  const orphan = page.locator('.set-aside .card');
  await orphan.getByText('Its words stand in several places. Which one is it?').waitFor();
  await orphan.getByRole('button', { name: 'It is here, before “Nobody answered' }).click();
  await page.locator('.margin .card[data-active]').getByText(`It is said: ${TREES}`).waitFor();
  const attached = (await annotationsOf(page, article)).find(({ statement }) => statement?.endsWith(TREES));
  expect(attached).toMatchObject({ wording: 1, anchor: { state: 'exact' } });
  expect(attached?.target.suffix).toContain('Nobody');
});

test('who marked a changed passage says that it still holds; who judged it is asked again', async ({
  site,
  page,
  visitor,
  publisher,
}) => {
  const { ann, bob, article, revise } = await story(site, publisher);
  await revise(DEARER);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose mark.changed').first().click();
  const card = page.locator('.margin .card[data-active]');
  await card.getByRole('button', { name: 'It still holds' }).click();
  await page.getByText('The change is saved as a new wording.').waitFor();
  await expect.poll(() => page.locator('.prose mark.changed').count()).toBe(0);

  const other = await visitor();
  await signIn(other, site, bob);
  await openWorkspace(other, article);
  await other.locator('.prose mark').first().click();
  const his = other.locator('.margin .card[data-active]');
  await his.getByText('The claim was reworded since you judged it').waitFor();
  await his.getByRole('button', { name: 'Confirm my verdict' }).click();
  await other.getByText('Your verdict is saved: False.').waitFor();
  await his.getByText('revision 1').first().waitFor({ state: 'detached' });
});

test('who marks words while the article changes is shown them where they stand on this page', async ({
  site,
  page,
  publisher,
}) => {
  const { ann, article, revise } = await story(site, publisher);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await revise([`Update: ${TRAM[3]}`, ...TRAM]);
  await page.getByText('This page has changed: read it anew').waitFor();
  await selectByMouse(page, 'Opponents collected', 'signatures');
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Save claim' }).click();
  await page.getByText('The claim is saved.').waitFor();
  const made = (await annotationsOf(page, article)).find(({ target }) =>
    target.exact.startsWith('Opponents'),
  );
  expect(made).toMatchObject({ target: { revision: 1 }, anchor: { revision: 2, state: 'exact' } });
  const drawn = page.locator(`.prose mark[data-annotation="${made?.id}"]`);
  expect((await drawn.allTextContents()).join('')).toBe('Opponents collected 12,000 signatures');
  await page.reload();
  await page.locator('.prose.ProseMirror').waitFor();
  expect((await drawn.allTextContents()).join('')).toBe('Opponents collected 12,000 signatures');
});
