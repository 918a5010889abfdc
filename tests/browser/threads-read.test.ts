// A thread as everybody reads it, without a script: orders, pages, folded replies, permalinks.
import { expect } from 'vitest';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import {
  commentOf,
  crowd,
  expectAccessible,
  lines,
  outline,
  overflows,
  saying,
  wordsOf,
} from '#tests/setup/threads.ts';

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

test('an article nobody spoke about says so, and how to begin', async ({ site, page }) => {
  const article = await news(site);
  await page.goto(`/articles/${article.slug}`);
  const discussion = page.getByRole('region', { name: 'Discussion' });
  await discussion.getByText('Nobody has said anything yet.').waitFor();
  const join = discussion.getByRole('link', { name: 'Sign in' });
  const next = encodeURIComponent(`/articles/${article.slug}#discussion`);
  expect(await join.getAttribute('href')).toBe(`/sign-in?next=${next}`);
  expect(await discussion.getByRole('navigation').count()).toBe(0);
  await expectAccessible(page);
});

test('pages, orders and folded replies are links that need no script', async ({ site, visitor, watch }) => {
  watch.allowError(unrun);
  const article = await news(site);
  const answers = lines(5, 'answer', '  ');
  const ids = await outline(site, { article: article.id }, `${lines(22, 'head')}\n${answers}`);
  const bob = await newPerson(site);
  await send(site, bob, 'PUT', `/api/comments/${ids['head 9']}/vote`, { value: 1 });
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(`/articles/${article.slug}`);
  await page.locator('.discussion').getByText('27 comments').waitFor();
  expect(await wordsOf(page)).toEqual(lines(20, 'head').split('\n'));
  await page.getByRole('link', { name: 'More comments' }).click();
  expect(await wordsOf(page)).toEqual(['head 21', 'head 22', 'answer 1', 'answer 2', 'answer 3']);
  await page.getByRole('link', { name: '2 more replies' }).click();
  expect(await wordsOf(page)).toEqual(['head 22', ...lines(5, 'answer').split('\n')]);
  await page.getByText('You see one branch of the discussion.').waitFor();
  expect(new URL(page.url()).hash).toBe(`#comment-${ids['head 22']}`);
  await page.getByRole('link', { name: 'Show the whole discussion' }).click();
  await page.getByRole('link', { name: 'More comments' }).click();
  await page.getByRole('link', { name: 'Earlier comments' }).click();
  expect(await wordsOf(page)).toHaveLength(20);

  await page.getByRole('link', { name: 'Most voted' }).click();
  expect((await wordsOf(page))[0]).toBe('head 9');
  await page.getByRole('link', { name: 'Newest' }).click();
  expect(await page.getByRole('link', { name: 'Newest' }).getAttribute('aria-current')).toBe('page');
  expect((await wordsOf(page)).slice(0, 2)).toEqual(['head 22', 'answer 1']);
});

test('a comment says who speaks in which quality, when, and how many agree', async ({ site, page }) => {
  const [ann, checker] = [
    await newPerson(site),
    await newPerson(site, { role: 'checker', name: 'Ida Kern' }),
  ];
  const article = await news(site);
  const claim = await claimOf(site, ann, article, 'It has three bridges.');
  const head = await saying(site, ann, { annotation: claim.id }, 'Two, and a ford.');
  await saying(site, checker, { annotation: claim.id }, 'I counted three.', head.id);
  await send(site, checker, 'PUT', `/api/comments/${head.id}/vote`, { value: 1 });
  await send(site, ann, 'PATCH', `/api/comments/${head.id}`, { text: 'Two and a ford.', version: 1 });
  await page.goto(`/claims/${claim.id}`);
  const first = page.getByRole('article', { name: `Comment by ${ann.name}` });
  await first.getByText('marked the claim').waitFor();
  await first.getByText('edited').waitFor();
  await first.getByRole('link', { name: '1 person agrees. Sign in to vote.' }).waitFor();
  const when = first.locator('time');
  expect(await when.innerText()).toMatch(/^\d+ \w+ \d{4}, \d\d:\d\d UTC$/);
  const reply = page.getByRole('article', { name: `Reply by Ida Kern to ${ann.name}` });
  await reply.getByText('checker', { exact: true }).waitFor();
  expect(await reply.getByRole('link', { name: 'Reply' }).getAttribute('href')).toMatch(
    /^\/sign-in\?for=reply&next=%2Fcomments%2F[0-9a-f-]+%3Fopen%3Dreply$/,
  );
  await expectAccessible(page);
});

test('what was taken away leaves a placeholder above its replies', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const head = await saying(site, ann, { article: article.id }, 'A slip of the tongue');
  await saying(site, await newPerson(site), { article: article.id }, 'What did you mean?', head.id);
  await send(site, ann, 'DELETE', `/api/comments/${head.id}`);
  await page.goto(`/articles/${article.slug}`);
  await commentOf(page, head.id).getByText('Deleted by its author.').waitFor();
  expect(await wordsOf(page)).toEqual(['What did you mean?']);
  expect(await page.content()).not.toContain('A slip of the tongue');
  await expectAccessible(page);
});

test('a permalink opens its comment in context, deep in a folded thread of two thousand', async ({
  site,
  page,
  visitor,
  watch,
}) => {
  const article = await news(site);
  await crowd(site, article.id, 0, 4000);
  const { head, replies } = await crowd(site, article.id, 2000);
  const voice = replies[1499];
  const deep = await saying(site, await newPerson(site), { article: article.id }, 'Below them all', voice);
  await page.goto(`/comments/${deep.id}`);
  expect(await wordsOf(page)).toEqual([
    'The crowd gathers',
    'Voice 1',
    'Voice 2',
    'Voice 3',
    'Voice 1500',
    'Below them all',
  ]);
  await page.getByRole('link', { name: '1,996 more replies' }).waitFor();
  await page.getByText('stands in the middle of the discussion').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`comment-${deep.id}`);
  expect(await commentOf(page, deep.id).evaluate((one) => one.matches('[data-current]:target'))).toBe(true);
  const inView = await commentOf(page, deep.id).evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  expect(inView).toBe(true);
  await expectAccessible(page);

  watch.allowError(unrun);
  const plain = await visitor({ javaScriptEnabled: false });
  await plain.goto(`/articles/${article.slug}?replies=${head}`);
  expect((await wordsOf(plain)).at(-1)).toBe('Voice 20');
  await plain.getByRole('link', { name: '1,980 more replies' }).click();
  expect((await wordsOf(plain)).slice(0, 2)).toEqual(['The crowd gathers', 'Voice 21']);
  await plain.getByRole('link', { name: 'Earlier replies' }).click();
  expect((await wordsOf(plain)).slice(0, 2)).toEqual(['The crowd gathers', 'Voice 1']);
});

test('a permalink to what is gone leads to the discussion and says so', async ({ site, page }) => {
  const [ann, article] = [await newPerson(site), await news(site)];
  const gone = await saying(site, ann, { article: article.id }, 'Never mind');
  await saying(site, ann, { article: article.id }, 'This stays');
  await send(site, ann, 'DELETE', `/api/comments/${gone.id}`);
  await page.goto(`/articles/${article.slug}?comment=${gone.id}#comment-${gone.id}`);
  await page.getByText('The comment that you were led to is not there any more.').waitFor();
  expect(await wordsOf(page)).toEqual(['This stays']);
});

test('a deep thread fits a phone, in any script and in German', async ({ site, visitor }) => {
  const article = await news(site);
  const deep = [
    'Zuerst die Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesvorlagenbegründung',
    'هذا غير صحيح، انظر التقرير',
    '👩‍🚒🇪🇺 genau',
    'https://example.org/a/very/long/address/that/does/not/break/anywhere/because/it/has/no/spaces',
    'Ebene fünf',
    'Ebene sechs',
    'Ebene sieben',
  ];
  const ids = await outline(
    site,
    { article: article.id },
    deep.map((text, depth) => `${'  '.repeat(depth)}${text}`).join('\n'),
  );
  const page = await visitor({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  await page.goto(`/articles/${article.slug}?comment=${ids['Ebene sieben']}`);
  await page.getByRole('heading', { name: 'Diskussion' }).waitFor();
  expect(await overflows(page)).toBe(false);
  const left = (text: string) =>
    commentOf(page, ids[text]).evaluate((one) => one.getBoundingClientRect().left);
  expect(await left(deep[2] as string)).toBeGreaterThan(await left(deep[0] as string));
  expect(await left('Ebene sieben')).toBe(await left('Ebene fünf'));
  await commentOf(page, ids['Ebene sieben']).getByText('Antwort an').waitFor();
  const direction = await commentOf(page, ids[deep[1] as string])
    .locator('.said')
    .evaluate((said) => getComputedStyle(said).direction);
  expect(direction).toBe('rtl');
  await expectAccessible(page);
});
