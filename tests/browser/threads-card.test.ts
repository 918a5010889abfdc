// The discussion of an annotation, where its card stands: beside the line, as a sheet, and on the page of the claim.
import { expect } from 'vitest';
import { claimOf, news, openWorkspace } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import { expectAccessible, overflows, saying, wordsOf } from '#tests/setup/threads.ts';

for (const [where, width] of [
  ['in the card beside the line', 1440],
  ['in the sheet of a phone', 390],
] as const) {
  test(`a claim is discussed ${where}`, async ({ site, visitor }) => {
    const [ann, bob, article] = [await newPerson(site), await newPerson(site), await news(site)];
    const claim = await claimOf(site, bob, article, 'The road is nine kilometres long.');
    const head = await saying(site, bob, { annotation: claim.id }, 'Ten, with the ramps.');
    for (const text of ['One', 'Two']) await saying(site, bob, { article: article.id }, text);
    await saying(site, bob, { annotation: claim.id }, 'Or nine.');
    const page = await visitor({ viewport: { width, height: 900 } });
    await signIn(page, site, ann);
    await openWorkspace(page, article);
    await page.locator('.prose mark').first().click();
    const card = page.locator(`#annotation-${claim.id}`);
    await card.locator('.talk').getByText('Ten, with the ramps.').waitFor();
    const discuss = card.getByRole('button', { name: 'Discuss (2)' });
    await discuss.click();
    const thread = card.getByRole('region', { name: 'Discussion' });
    const first = thread.getByRole('article', { name: `Comment by ${bob.name}` }).first();
    await first.getByText('marked the claim').waitFor();
    expect(await card.locator('.talk').isVisible()).toBe(false);
    await first.getByRole('button', { name: 'Reply' }).click();
    await first.getByRole('textbox', { name: 'Your comment' }).click();
    await page.keyboard.type('Who measured?');
    await page.keyboard.press('Control+Enter');
    const reply = thread.getByRole('article', { name: `Reply by ${ann.name} to ${bob.name}` });
    await reply.getByText('Who measured?').waitFor();
    // The card counts it too.
    await card.getByRole('button', { name: 'Discuss (3)' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(await reply.getAttribute('id'));
    await thread
      .getByRole('button', { name: /^Agree/ })
      .first()
      .click();
    await thread.getByRole('link', { name: 'Newest' }).click();
    await expect
      .poll(() => thread.getByRole('link', { name: 'Newest' }).getAttribute('aria-current'))
      .toBe('page');
    expect(await overflows(page)).toBe(false);
    await expectAccessible(page);

    await reply.getByRole('button', { name: /^More for/ }).click();
    await reply.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await reply.waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Discuss (2)' }).click();
    await thread.waitFor({ state: 'detached' });
    expect(await card.locator('.talk').isVisible()).toBe(true);

    await page.goto(`/comments/${head.id}`);
    expect(new URL(page.url()).pathname).toBe(`/claims/${claim.id}`);
    expect(await wordsOf(page)).toEqual(['Ten, with the ramps.', 'Or nine.']);
    await page.getByRole('button', { name: 'What do you make of it?' }).waitFor();
    await expectAccessible(page);
  });
}
