// The search page with and without a script, by keyboard, on a phone, in German and in the dark; and from every page.
import { expect } from 'vitest';
import { openWorkspace, selectByMouse, send } from '#tests/setup/annotating.ts';
import { inDatabase, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';
import { expectAccessible, overflows, saying } from '#tests/setup/threads.ts';

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

/** An article about a frozen harbour with a claim, a source and comments. */
async function harbour(site: TestServer, title: string) {
  return inDatabase(site, async () => {
    const [{ article, claim }, { giveSource }, { person }] = await Promise.all([
      import('#tests/factories/articles.ts'),
      import('#lib/flows/evidence.ts'),
      import('#tests/factories/people.ts'),
    ]);
    const on = await article({ title });
    const by = await person({ name: 'Ada Unger' });
    const mark = await claim({ on, by });
    await giveSource(by, mark.id, {
      url: 'https://archive.example.org/frost/1709',
      stance: 'supports',
      quote: 'The harbour was solid from shore to shore.',
      note: '',
    });
    return { on, mark };
  });
}

test('without a script: a form that is sent, filters, marks, nothing found, refusals in words', async ({
  site,
  visitor,
  watch,
}) => {
  watch.allowError(unrun);
  const { on, mark } = await harbour(site, 'The <b>harbour</b> & its ice');
  const ann = await newPerson(site, { name: 'Ann Abel' });
  await saying(site, ann, { article: on.id }, 'My grandmother told of the harbour <i>too</i>.');
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByRole('banner').getByRole('searchbox', { name: 'Search' }).fill('harbour');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=harbour/);
  const hits = page.locator('.hit');
  expect(await hits.count()).toBe(3);
  expect(await hits.first().locator('h3').innerText()).toBe('The <b>harbour</b> & its ice');
  expect(await hits.first().locator('h3 mark').allInnerTexts()).toEqual(['harbour']);
  expect(await page.locator('.hit-comment .hit-words').innerText()).toContain('harbour <i>too</i>');
  await page.getByRole('navigation', { name: 'Kind' }).getByRole('link', { name: 'Comments' }).click();
  await page.waitForURL(/kind=comment/);
  expect(await hits.count()).toBe(1);
  await page.getByLabel('What are you looking for?').fill('habrour');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/q=habrour.*kind=comment/);
  await page.getByText('Nothing has exactly these words.').waitFor();
  expect(await hits.locator('mark').allInnerTexts()).toEqual(['harbour']);
  await page.getByText('Did you mean').getByRole('link', { name: 'harbour' }).click();
  await page.waitForURL(/q=harbour.*kind=comment/);
  await page.getByRole('heading', { name: '1 result for “harbour”' }).waitFor();
  await page.goto(`/search?q=forty+ships&article=${on.slug}&verdict=open`);
  await page.getByText('Only in').waitFor();
  expect(await hits.locator('h3 a').getAttribute('href')).toBe(`/claims/${mark.id}`);
  await hits.getByText('Open', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Search everywhere' }).click();
  await page.waitForURL((url) => !url.searchParams.has('article'));
  await page.goto('/search?q=xqzzyx');
  await page.getByRole('heading', { name: 'Nothing was found for “xqzzyx”.' }).waitFor();
  const refused = {
    '%25_\\': 'no word in it',
    [`${'w+'.repeat(9)}a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q`]: 'too many words',
  };
  for (const [q, words] of Object.entries(refused)) {
    await page.goto(`/search?q=${q}&kind=nonsense&from=never&cursor=none`);
    await page.getByRole('main').getByRole('alert').filter({ hasText: words }).waitFor();
  }
  await page.goto(`/search?q=${'x'.repeat(2_000)}`);
  await page.getByText('too long to be sought').waitFor();
  await page.goto('/search?q=a%00b');
  await page.getByText('no word in it').waitFor();
});

test('by keyboard: / from any page, arrows through what was found, Enter opens it', async ({
  page,
  site,
}) => {
  const { on } = await harbour(site, 'Weeks of ice');
  for (const path of ['/', `/articles/${on.slug}`]) {
    await page.goto(path);
    const field = page.getByRole('banner').getByRole('searchbox');
    // Before its script has come, a page does not know the key.
    await expect
      .poll(async () => {
        await page.keyboard.press('/');
        return field.evaluate((one) => one === document.activeElement);
      })
      .toBe(true);
  }
  await page.getByRole('banner').getByRole('searchbox').fill('weeks/ice');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=weeks/);
  const field = page.getByLabel('What are you looking for?');
  await expect
    .poll(async () => {
      await page.keyboard.press('/');
      return field.evaluate((one) => one === document.activeElement);
    })
    .toBe(true);
  expect(await field.inputValue()).toBe('weeks/ice');
  expect(await page.locator('#announce-quiet').textContent()).toMatch(/^\d+ results? for “weeks\/ice”$/);
  const focused = () => page.evaluate(() => document.activeElement?.closest('.hit')?.className ?? 'field');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused()).toContain('hit-article');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focused()).toBe('field');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/articles/${on.slug}`);
});

test('somebody who is signed in searches likewise, and finds what they have just said', async ({
  page,
  site,
}) => {
  const { mark } = await harbour(site, 'Signed in');
  const ann = await newPerson(site);
  await signIn(page, site, ann);
  const said = await saying(site, ann, { annotation: mark.id }, 'A zephyrous remark.');
  await page.goto('/search?q=zephyrous');
  const link = page.locator('.hit-comment h3 a');
  await link.click();
  await page.waitForURL(new RegExp(said.id));
  await send(site, ann, 'DELETE', `/api/comments/${said.id}`);
  await page.goto('/search?q=zephyrous');
  await page.getByRole('heading', { name: 'Nothing was found' }).waitFor();
});

test('on a phone and a desk, in German, light and dark: accessible, and nothing is too wide', async ({
  site,
  visitor,
}) => {
  const { on } = await harbour(site, 'Donaudampfschifffahrtsgesellschaftskapitän im Hafen von Lindow');
  const phone = await visitor({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'de-DE',
  });
  await phone.goto('/');
  await phone.getByRole('link', { name: 'Suche' }).tap();
  await phone.waitForURL('**/search');
  await phone.getByLabel('Wonach suchst du?').fill('Lindow');
  await phone.getByRole('button', { name: 'Suchen' }).tap();
  await phone.locator('.hit').first().waitFor();
  await expectAccessible(phone);
  await phone.getByText('Eingrenzen').tap();
  await expectAccessible(phone);
  for (const width of [390, 320]) {
    await phone.setViewportSize({ width, height: 844 });
    for (const path of ['/log', '/search', `/search?q=Lindow&article=${on.slug}&lang=en`, '/search?q=%25']) {
      await phone.goto(path);
      expect(await overflows(phone), `${width} ${path}`).toBe(false);
    }
  }
  const desk = await visitor({ viewport: { width: 1440, height: 900 } });
  for (const path of ['/search', '/search?q=harbour', '/search?q=xqzzyx', '/search?q=!']) {
    await desk.goto(path);
    await expectAccessible(desk);
  }
});

test('whoever writes a claim is offered one that says the same, and told so politely', async ({
  page,
  site,
}) => {
  const { on, mark } = await harbour(site, 'Where the claim stands');
  await signIn(page, site, await newPerson(site));
  await openWorkspace(page, on);
  await selectByMouse(page, 'Bread cost', 'year before');
  await page.keyboard.press('c');
  const form = page.getByRole('form', { name: 'New claim' });
  const statement = form.getByLabel('The claim in one sentence');
  await statement.fill('In 1709, forty ships lay in the ice of Lindow');
  await form
    .getByText('claims that say much the same')
    .or(form.getByText('claim that says much the same'))
    .click();
  const link = form.locator(`a[href="/claims/${mark.id}"]`);
  await link.waitFor();
  expect(await form.locator('.similar-claims .verdict').first().innerText()).toBe('Open');
  expect(await page.locator('#announce-quiet').textContent()).toContain('much the same');
  await expectAccessible(page);
  await statement.fill('The moon is made of green cheese, says the mayor');
  await link.waitFor({ state: 'detached' });
});
