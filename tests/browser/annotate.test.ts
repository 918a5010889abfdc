import { expect } from 'vitest';
import {
  annotationsOf,
  news,
  openWorkspace,
  selectByHandles,
  selectByMouse,
} from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

test('words are selected with the mouse and become a claim with a source and a verdict that everybody sees', async ({
  site,
  page,
  visitor,
}) => {
  const [ann, article] = [await newPerson(site, { name: 'Ann' }), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await selectByMouse(page, 'By 2025, she said', 'of the 84 million');
  await page
    .getByRole('toolbar', { name: /selected words/ })
    .getByRole('button', { name: 'Claim' })
    .click();

  const form = page.getByRole('form', { name: 'New claim' });
  const words = 'By 2025, she said, tolls would have covered every cent of the 84 million';
  expect(await form.getByLabel('The claim in one sentence').inputValue()).toBe(words);
  await form.getByLabel('The claim in one sentence').fill('Tolls had paid for the ring road by 2025.');
  await form.getByText('Add a source').click();
  await form.getByLabel('Address of the source').fill('example.org/accounts');
  await form.getByText('refutes it').click();
  await form.getByLabel('The passage that shows it').fill('Receipts since opening: 31.4 million');
  await form.getByText('Give your verdict').click();
  await form.getByRole('radio', { name: 'False' }).check();
  await form.getByRole('textbox', { name: 'Why' }).click();
  await page.keyboard.type('The **ledger** says otherwise.');
  await form.getByRole('button', { name: 'Save claim' }).click();

  const card = page.getByRole('article', { name: 'Tolls had paid for the ring road by 2025.' });
  await card.getByText('Receipts since opening').waitFor();
  expect(await card.locator('strong').textContent()).toBe('ledger');
  expect(await page.locator('.fare-legend').textContent()).toContain('1 claim');
  expect(await page.getByRole('status').getByText('The claim is saved.').count()).toBe(1);
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
  const mark = page.locator('.prose mark').first();
  expect(await mark.textContent()).toBe(words);

  const [stored] = await annotationsOf(page, article);
  expect(stored?.target.exact).toBe(words);
  expect(stored?.verdict?.tally).toMatchObject({ total: 1, sourced: 1 });

  const guest = await visitor();
  await guest.goto(`/articles/${article.slug}`);
  await guest.getByText('Tolls had paid for the ring road by 2025.').waitFor();
  await guest.locator('.prose mark').first().click();
  await guest.getByText('Receipts since opening').waitFor();
});

test('by keyboard alone: a sentence is selected, claimed and judged', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const heard = () => page.locator('#announce-quiet').textContent();
  const selection = () => page.evaluate(() => String(getSelection()));
  await page.locator('.prose [tabindex="0"]').focus();

  await press('ArrowDown', 'Enter');
  expect(await selection()).toBe('Some');
  expect(await heard()).toContain('Selecting.');
  await press('ArrowRight', 'Shift+ArrowRight');
  expect(await selection()).toBe('11,300 vehicles');
  expect(await heard()).toBe('Selected: 11,300 vehicles');
  await press('Shift+ArrowLeft');
  expect(await selection()).toBe('11,300');
  await press('Escape');
  expect(await selection()).toBe('');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.slice(0, 11)))
    .toBe('Some 11,300');

  await press('Enter', 's');
  expect(await selection()).toBe(
    'Some 11,300 vehicles pass the gates on a working day, says the report of the town.',
  );
  await page.getByRole('toolbar', { name: /selected words/ }).waitFor();
  await press('c');
  const statement = page.getByLabel('The claim in one sentence');
  await statement.waitFor();
  await expect.poll(() => statement.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('11,300 vehicles use the road a day.');
  await press('Control+Enter');
  const card = page.getByRole('article', { name: '11,300 vehicles use the road a day.' });
  await card.waitFor();
  await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);

  const verdict = card.getByRole('button', { name: 'Your verdict' });
  for (let tabs = 0; tabs < 10 && !(await verdict.evaluate((b) => b === document.activeElement)); tabs += 1)
    await press('Tab');
  await press('Enter');
  await card.getByRole('radio', { name: 'Accurate', exact: true }).waitFor();
  await press('Space', 'ArrowDown', 'Control+Enter');
  await card.getByRole('button', { name: 'Change your verdict' }).waitFor();
  const [stored] = await annotationsOf(page, article);
  expect(stored?.verdict?.tally.rows).toMatchObject([{ verdict: 'mostly-true', total: 1 }]);
});

test('on a phone the toolbar stands below the selection and the form is a sheet', async ({
  site,
  visitor,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const page = await visitor(PHONE);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose p').first().tap();
  await selectByHandles(page, 'The toll gates', 'Monday in May');
  const toolbar = page.getByRole('toolbar', { name: /selected words/ });
  await toolbar.waitFor();
  const words = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0);
  expect((await toolbar.boundingBox())?.y).toBeGreaterThan(words);
  await toolbar.getByRole('button', { name: 'Remark' }).tap();

  const sheet = page.locator('.form-card:popover-open');
  await sheet.waitFor();
  await sheet.getByRole('textbox', { name: 'Your remark' }).tap();
  await page.keyboard.type('Was it not a Tuesday?');
  await sheet.getByRole('button', { name: 'Save remark' }).tap();
  const card = page.locator('.card:not(.form-card):popover-open');
  await card.locator('.comments').getByText('Was it not a Tuesday?').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const [stored] = await annotationsOf(page, article);
  expect(stored).toMatchObject({
    kind: 'remark',
    target: { exact: 'The toll gates were opened on a wet Monday in May' },
  });
});

test('on a phone a sheet that is put away keeps what was typed', async ({ site, visitor }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const page = await visitor(PHONE);
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.locator('.prose p').first().tap();
  await selectByHandles(page, 'The toll gates', 'Monday in May');
  await page.getByRole('button', { name: 'Claim' }).tap();
  await page.getByLabel('The claim in one sentence').fill('The gates opened on a Monday.');
  await page.locator('.form-card [data-close]').tap();
  await page.getByRole('button', { name: 'Continue' }).tap();
  expect(await page.getByLabel('The claim in one sentence').inputValue()).toBe(
    'The gates opened on a Monday.',
  );
});

test('a selection over nothing says so, and what can be selected is named exactly', async ({
  site,
  page,
}) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  await signIn(page, site, ann);
  await openWorkspace(page, article);
  await page.keyboard.press('c');
  await page.getByRole('status').getByText('Select some words in the article first.').waitFor();
  await selectByHandles(page, ', she said', ', she said');
  await page.evaluate(() => {
    const { anchorNode, anchorOffset } = getSelection() as Selection;
    getSelection()?.setBaseAndExtent(anchorNode as Node, anchorOffset, anchorNode as Node, anchorOffset + 2);
  });
  await page.getByRole('toolbar').getByText('There are no words in what you selected.').waitFor();

  // Half of the fire fighter, and the accent of the é: whole characters are taken.
  const cut: [string, number, string][] = [
    ['👩‍🚒 brigade', 2, '👩‍🚒 brigade'],
    ['cafe\u0301 owners', 0, 'cafe\u0301 owners'],
    ['تكلفة الطريق', 0, 'تكلفة الطريق'],
    ['道路に賛成', 0, '道路に賛成'],
  ];
  for (const [words, into, exact] of cut) {
    await page.evaluate(
      ({ words, into }) => {
        const walker = document.createTreeWalker(
          document.querySelector('.prose') as Element,
          NodeFilter.SHOW_TEXT,
        );
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.nodeValue?.indexOf(words) ?? -1;
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at + into, node, at + words.length);
        }
      },
      { words, into },
    );
    await page.getByRole('button', { name: 'Claim' }).waitFor();
    await page.keyboard.press('c');
    await page.getByRole('button', { name: 'Save claim' }).click();
    await page.getByRole('form').waitFor({ state: 'detached' });
    const stored = await annotationsOf(page, article);
    expect(stored.map(({ target }) => target.exact)).toContain(exact);
  }
  const text = article.revision.text;
  for (const { target, anchor } of await annotationsOf(page, article)) {
    expect(text.slice(anchor.start ?? 0, anchor.end ?? 0)).toBe(target.exact);
  }
});
