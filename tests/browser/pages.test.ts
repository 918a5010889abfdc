import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';
import type { TestServer } from '#tests/setup/server.ts';

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** What a browser says of scripts that it was told not to run. */
const unrun = /\/_next\/static\/.* csp$/;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** An article with a claim that three people looked at, and a remark. */
async function disputed(site: TestServer) {
  const author = await newPerson(site, { name: 'Marta Ellingsen' });
  const article = await news(site);
  const exact = 'tolls would have covered every cent of the 84 million';
  const claim = await claimOf(site, author, article, exact);
  const judge = async (who: TestPerson, verdict: string, host: string) => {
    const source = { url: `https://${host}.example/accounts`, stance: 'refutes', quote: '31.4 million' };
    const { id } = await send<{ id: string }>(
      site,
      who,
      'POST',
      `/api/annotations/${claim.id}/sources`,
      source,
    );
    const given = { verdict, rationaleText: `It says so at ${host}.`, sourceIds: [id] };
    await send(site, who, 'PUT', `/api/annotations/${claim.id}/assessment`, given);
  };
  await judge(author, 'false', 'town');
  await judge(await newPerson(site), 'false', 'archive');
  await send(site, author, 'POST', `/api/annotations/${claim.id}/comments`, {
    text: 'The ledger is still red.',
  });
  const said = { kind: 'remark', target: { exact: 'It has three bridges.' }, comment: 'It had four.' };
  const remark = await send<{ id: string }>(
    site,
    author,
    'POST',
    `/api/articles/${article.id}/annotations`,
    said,
  );
  return { author, article, claim, remark, exact };
}

describe('the front page', () => {
  test('says what to do while there is nothing, and then how the articles fared', async ({ site, page }) => {
    await page.goto('/');
    await page.getByRole('heading', { name: 'There is no article here yet' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const { article } = await disputed(site);
    await page.reload();
    await page.getByRole('link', { name: article.title }).waitFor();
    const entry = page.getByRole('listitem').filter({ hasText: article.title }).first();
    expect(await entry.innerText()).toMatch(/1\s+claim[\s\S]*1\s+false[\s\S]*1\s+remark/);
    expect(await page.getByRole('link', { name: 'Older articles' }).count()).toBe(0);
    expect(await page.title()).toContain('Obelus');
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(new URL(canonical ?? '').pathname).toBe('/');
  });

  test('leads to older articles without a script', async ({ site, visitor, watch }) => {
    watch.allowError(unrun);
    for (let n = 0; n < 21; n += 1) await news(site);
    const page = await visitor({ javaScriptEnabled: false });
    await page.goto('/');
    expect(await page.locator('.entry').count()).toBe(20);
    await page.getByRole('link', { name: 'Older articles' }).click();
    expect(await page.locator('.entry').count()).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Back to the newest articles' }).click();
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('the page of a claim', () => {
  test('shows the passage, all that was laid beside it, and the way back, without a script', async ({
    site,
    visitor,
    watch,
  }) => {
    watch.allowError(unrun);
    const { article, claim, exact, author } = await disputed(site);
    const page = await visitor({ javaScriptEnabled: false });
    await page.goto(`/claims/${claim.id}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(claim.statement);
    expect(await page.locator('mark').innerText()).toBe(exact);
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('The toll gates were opened on a wet Monday in May.');
    expect(text).toMatch(/False[\s\S]*2 verdicts, 2 with a source/);
    expect(text).toContain('Against it 2');
    expect(text).toContain('It says so at archive.');
    expect(text).toContain('The ledger is still red.');
    const back = page.getByRole('link', { name: 'Read it in the article' });
    expect(await back.getAttribute('href')).toBe(`/articles/${article.slug}#annotation-${claim.id}`);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(
      /^False: a claim in/,
    );
    const patched = { statement: 'Tolls had paid it all back.', version: claim.version };
    await send(site, author, 'PATCH', `/api/annotations/${claim.id}`, patched);
    await page.reload();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(patched.statement);
    await page.getByRole('heading', { name: 'What happened to it' }).waitFor();
    await page.getByText(`Before, it said: “${claim.statement}”`).waitFor();
    await send(site, author, 'DELETE', `/api/annotations/${claim.id}`);
    await page.reload();
    await page.getByText('This annotation was withdrawn by its author.').waitFor();
  });

  test('is gone for readers once a moderator hid it; its author and moderators see it, labelled', async ({
    site,
    page,
    visitor,
    watch,
  }) => {
    const { claim, author, article } = await disputed(site);
    const moderator = await newPerson(site, { role: 'moderator' });
    const targets = [{ type: 'annotation', id: claim.id }];
    await send(site, moderator, 'POST', '/api/moderation/actions', {
      action: 'hide',
      targets,
      reason: 'Slander.',
    });
    watch.allow(/\/claims\//, 404);
    expect((await page.goto(`/claims/${claim.id}`))?.status()).toBe(404);
    await page.goto(`/articles/${article.slug}`);
    await page.getByRole('heading', { level: 1, name: article.title }).waitFor();
    expect(await page.content()).not.toContain(claim.statement ?? 'no statement');
    for (const who of [author, moderator]) {
      const seeing = await visitor();
      await signIn(seeing, site, who);
      expect((await seeing.goto(`/claims/${claim.id}`))?.status()).toBe(200);
      await seeing.getByText('A moderator hid this annotation.').waitFor();
      expect(await violations(seeing)).toEqual([]);
    }
  });

  test('serves a remark as well, and nothing for an unknown one', async ({ site, page, watch }) => {
    watch.allow(/\/claims\//, 404);
    const { remark } = await disputed(site);
    await page.goto(`/claims/${remark.id}`);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('It has three bridges.');
    await page.getByText('It had four.').waitFor();
    for (const id of ['nonsense', crypto.randomUUID()])
      expect((await page.goto(`/claims/${id}`))?.status()).toBe(404);
  });
});

describe('the page of a person', () => {
  test('shows what they did, in three tabs', async ({ site, page, watch }) => {
    watch.allow(/\/people\/nobody-here/, 404);
    const { author, claim } = await disputed(site);
    await page.goto(`/people/${author.handle}`);
    await page.getByRole('heading', { level: 1, name: 'Marta Ellingsen' }).waitFor();
    await page.getByRole('link', { name: claim.statement ?? '' }).waitFor();
    await page.getByRole('link', { name: /^Verdicts 1/ }).click();
    await page.getByText('It says so at town.').waitFor();
    await page.getByRole('link', { name: /^Sources 1/ }).click();
    await page.getByRole('link', { name: 'town.example' }).waitFor();
    expect(await page.getByRole('link', { name: 'Edit your profile' }).count()).toBe(0);
    await signIn(page, site, author);
    await page.reload();
    expect(await page.getByRole('link', { name: 'Edit your profile' }).getAttribute('href')).toBe(
      '/settings',
    );
    expect((await page.goto('/people/nobody-here'))?.status()).toBe(404);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`accessible, and whole on a phone, ${colorScheme}, in German`, async ({ site, visitor }) => {
    const { author, claim, remark } = await disputed(site);
    const page = await visitor({ colorScheme, viewport: { width: 390, height: 844 }, locale: 'de-DE' });
    const person = `/people/${author.handle}`;
    for (const path of [
      '/',
      `/claims/${claim.id}`,
      `/claims/${remark.id}`,
      person,
      `${person}?tab=assessments`,
      `${person}?tab=sources`,
    ]) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
  });
}
