// The main job from the first visit to the last reader, once in English and once in German, with an article of our
// own and, where its folder is there, with the real one.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { openWorkspace, selectByMouse } from '#tests/setup/annotating.ts';
import { test } from '#tests/setup/page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const realArticle = path.join(root, '../shared/corpus/article.txt');

interface Imported {
  file: string;
  title: RegExp;
  byline: string;
  date: string;
  /** Stands in the pasted text, and must not stand in the article. */
  debris: RegExp;
  passage: [from: string, to: string];
}

const OURS: Imported = {
  file: path.join(root, 'tests/fixtures/import/harbour-bridge.txt'),
  title: /^Harbour Bridge to Close/,
  byline: 'Marta Lindqvist',
  date: '2025-03-04',
  debris: /Dear readers|Notify of|Inline Feedbacks|hours ago/,
  passage: ['Engineers had found 214', 'inspection in January'],
};

const REAL: Imported = {
  file: realArticle,
  title: /^Security Guarantees/,
  byline: 'Rainer Hofmann',
  date: '2025-12-15',
  debris: /Dear reader|Support Kaizen|News Brief|Notify of|Inline Feedbacks|hours ago|Unglaublich/,
  passage: ['Kyiv is prepared', 'in return'],
};

async function signUp(page: Page, locale: Locale) {
  const t = translator(locale, 'account');
  await page.goto('/');
  const banner = page.getByRole('banner');
  await banner.getByRole('link', { name: translator(locale, 'common')('signUp'), exact: true }).click();
  await page.getByLabel(t('name'), { exact: true }).fill('Nele Brandt');
  await page.getByLabel(t('email'), { exact: true }).fill(`nele-${locale}-${Date.now()}@example.org`);
  await page.getByLabel(t('password'), { exact: true }).fill('quiet harbour, loud gulls');
  await page.getByRole('button', { name: t('signUp.submit'), exact: true }).click();
  await page.getByText('Nele Brandt').first().waitFor();
}

/** Pastes, looks over, publishes; ends on the page of the article. */
async function bringIn(page: Page, locale: Locale, { file, title, byline, date, debris }: Imported) {
  const t = translator(locale, 'import');
  await page.goto('/import');
  await page.getByRole('textbox', { name: t('text'), exact: true }).fill(readFileSync(file, 'utf8'));
  await page.getByRole('button', { name: t('preview'), exact: true }).click();
  const titleField = page.getByLabel(t('fieldTitle'), { exact: true });
  await titleField.waitFor();
  expect(await titleField.inputValue()).toMatch(title);
  expect(await page.getByLabel(t('fieldByline')).inputValue()).toBe(byline);
  expect(await page.getByLabel(t('fieldDate')).inputValue()).toBe(date);
  const body = page.getByRole('textbox', { name: t('body'), exact: true });
  await body.waitFor();
  expect(await body.textContent()).not.toMatch(debris);
  await page.getByRole('button', { name: t('publish'), exact: true }).click();
  await page.waitForURL(/\/articles\//);
  return new URL(page.url()).pathname.split('/').pop() as string;
}

async function claimIt(page: Page, locale: Locale, slug: string, [from, to]: [string, string]) {
  const t = translator(locale, 'annotate');
  await openWorkspace(page, { slug });
  await selectByMouse(page, from, to);
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: t('claim') })
    .click();
  const form = page.getByRole('form', { name: t('newClaim') });
  await form.getByLabel(t('statement')).fill('It is so.');
  await form.getByText(t('addSource')).click();
  await form.getByLabel(t('url')).fill('https://example.org/report');
  await form.getByText(t('supports')).click();
  await form.getByText(t('addVerdict')).click();
  await form.getByRole('radio', { name: translator(locale, 'verdict')('true'), exact: true }).check();
  await form.getByRole('button', { name: t('saveClaim') }).click();
  await page.getByRole('article', { name: 'It is so.' }).waitFor();
}

test.for<[string, Locale, Imported]>([
  ['in English, our own article', 'en', OURS],
  ['in German, our own article', 'de', OURS],
  ['in English, the real article', 'en', REAL],
])(
  'import, sign up, mark, source, judge; every reader sees it: %s',
  async ([, locale, given], { visitor, watch, skip }) => {
    if (!existsSync(given.file)) return skip('the corpus folder is not here');
    const page = await visitor({ locale: locale === 'de' ? 'de-DE' : 'en-GB' });
    await signUp(page, locale);
    const slug = await bringIn(page, locale, given);
    await claimIt(page, locale, slug, given.passage);

    await page.reload();
    await page.getByText('It is so.').first().waitFor();

    const guest = await visitor({ locale: 'en-GB' });
    await guest.goto(`/articles/${slug}`);
    expect(await guest.locator('h1').textContent()).toMatch(given.title);
    expect(await guest.locator('.prose').textContent()).not.toMatch(given.debris);
    const mark = guest.locator('.prose mark').first();
    expect(await mark.textContent()).toContain(given.passage[0]);
    await guest.getByText('It is so.').first().waitFor();
    expect(await guest.locator('html').getAttribute('lang')).toBe('en');

    // Where scripts are off, the browser reports each one that it does not load.
    watch.allowError(/\.js csp$/);
    const plain = await visitor({ locale: 'en-GB', javaScriptEnabled: false });
    await plain.goto(`/articles/${slug}`);
    expect(await plain.getByText('It is so.').first().isVisible()).toBe(true);
    expect(await plain.locator('a[href="https://example.org/report"]').first().isVisible()).toBe(true);

    const front = await visitor({ locale: 'en-GB', javaScriptEnabled: false });
    await front.goto('/');
    expect(await front.locator(`a[href="/articles/${slug}"]`).first().isVisible()).toBe(true);
  },
);
