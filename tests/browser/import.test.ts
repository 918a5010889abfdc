import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { member, newPerson, signIn } from '#tests/setup/member.ts';
import { test } from '#tests/setup/page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const corpus = path.join(root, '../shared/corpus/article.txt');
const preview = /\/api\/articles\/preview$/;

const article = readFileSync(path.join(root, 'tests/fixtures/import/harbour-bridge.txt'), 'utf8');

/** Puts something on the clipboard and pastes it where the focus is. */
async function paste(page: Page, { text }: { text: string }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+V');
}

/**
 * Pastes HTML that no clipboard of this page would take: the browser itself reads it through the page's policy when it
 * is written there.
 */
async function pasteFromElsewhere(page: Page, content: { text: string; html: string }) {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    clipboardData.setData('text/html', html);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, content);
}

/** Lets go of files over the field, as a drag from the desktop does. */
async function drop(page: Page, files: { name: string; bytes: number[] }[]) {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, bytes } of given) data.items.add(new File([Uint8Array.from(bytes)], name));
    const area = document.querySelector('textarea');
    area?.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true }));
    area?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

const textField = (page: Page) => page.getByRole('textbox', { name: 'The article', exact: true });
const addressField = (page: Page) => page.getByLabel('Address of the article');
const lookOver = (page: Page) => page.getByRole('button', { name: 'Look it over' });
const titleField = (page: Page) => page.getByLabel('Title');
const body = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const publish = (page: Page) => page.getByRole('button', { name: 'Publish', exact: true });

async function open(page: Page) {
  await page.goto('/import');
  await textField(page).click();
}

async function openPreview(page: Page, text = article) {
  await open(page);
  await paste(page, { text });
  await lookOver(page).click();
  await body(page).waitFor();
}

async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe('an article', () => {
  test('is pasted, looked over, corrected, completed and published', async ({ site, visitor }) => {
    const page = await member(site, visitor);
    await openPreview(page);
    expect(await titleField(page).inputValue()).toMatch(/^Harbour Bridge to Close for Two Years/);
    expect(await page.getByLabel('Author').inputValue()).toBe('Marta Lindqvist');
    expect(await page.getByLabel('Published on').inputValue()).toBe('2025-03-04');
    expect(await page.getByRole('main').getByLabel('Language').inputValue()).toBe('en');
    const text = await body(page).innerText();
    expect(text).toContain('declined to answer our questions about that date.');
    expect(text).not.toMatch(/Marta Lindqvist|Courier Letter|Inline Feedbacks|painted that bridge/);

    await titleField(page).fill('The harbour bridge, closed');
    await body(page).press('Control+End');
    await page.keyboard.type(' So it goes.');
    await page.getByRole('button', { name: /^Put back: A note from us/ }).click();
    await page.getByRole('main').getByText('Put back at the end of the text.').waitFor();
    expect(await body(page).innerText()).toContain('a small monthly contribution');
    await publish(page).click();

    await page.waitForURL(/\/articles\/the-harbour-bridge-closed$/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The harbour bridge, closed');
    const published = await page.getByRole('article').first().innerText();
    expect(published).toContain('questions about that date. So it goes.');
    expect(published).toContain('a small monthly contribution');
    // The draft is spent.
    await page.goto('/import');
    await textField(page).waitFor();
    expect(await textField(page).inputValue()).toBe('');
  });

  test.skipIf(!existsSync(corpus))(
    'as a reader copied it becomes one (needs ../shared/corpus)',
    async ({ site, visitor }) => {
      const page = await member(site, visitor);
      await openPreview(page, readFileSync(corpus, 'utf8'));
      expect(await titleField(page).inputValue()).toMatch(/^Security Guarantees Instead of NATO/);
      expect(await page.getByLabel('Author').inputValue()).toBe('Rainer Hofmann');
      expect(await page.getByLabel('Published on').inputValue()).toBe('2025-12-15');
      await publish(page).click();
      await page.waitForURL(/\/articles\/security-guarantees/);
      const published = await page.getByRole('article').first().innerText();
      expect(published).toContain('Ukrainian President Volodymyr Zelenskyy');
      expect(published).not.toMatch(/Kaizen News Brief|Notify of|Inline Feedbacks|Miau/);
    },
  );

  test('keeps its formatting when the clipboard holds it, and only what is harmless of it', async ({
    site,
    visitor,
  }) => {
    const page = await member(site, visitor);
    await open(page);
    await pasteFromElsewhere(page, {
      text: 'A quay without water\n\nThe plan\n\nIt was voted on.',
      html: `<h1>A quay without water</h1><h2>The plan</h2><p onclick="alert(1)" style="color:red">It <a href="https://a.example/vote">was voted on</a> by <a href="javascript:alert(1)">nobody</a> in a session that went on until midnight.</p><script>alert(1)</script>`,
    });
    expect(await page.getByRole('radio', { name: 'Formatted text' }).isChecked()).toBe(true);
    await lookOver(page).click();
    await body(page).waitFor();
    expect(await body(page).getByRole('heading', { name: 'The plan' }).count()).toBe(1);
    const html = await body(page).innerHTML();
    expect(html).toContain('https://a.example/vote');
    expect(html).not.toMatch(/javascript:|onclick|style=|<script/);

    await page.getByRole('button', { name: 'Back to what you pasted' }).click();
    await page.getByRole('radio', { name: 'Plain text' }).check();
    await lookOver(page).click();
    await body(page).waitFor();
    expect(await body(page).locator('a').count()).toBe(0);
  });

  test('that is known under its address is shown, not doubled', async ({ site, visitor }) => {
    const page = await member(site, visitor);
    const bring = async (url: string) => {
      await open(page);
      await paste(page, { text: article.replace('Harbour Bridge', 'Ferry') });
      await addressField(page).fill(url);
      await lookOver(page).click();
      await body(page).waitFor();
    };
    await bring('courier.example/ferry?utm_source=letter');
    await publish(page).click();
    await page.waitForURL(/\/articles\//);
    const first = page.url();
    await bring('https://www.courier.example/ferry');
    await page.getByText('This article is here already').waitFor();
    await publish(page).click();
    await page.getByText('This article is here already').waitFor();
    await page.getByRole('link', { name: 'Open the article' }).click();
    await page.waitForURL(first);
  });
});

describe('a file', () => {
  test('is dropped or chosen, and read in its encoding', async ({ site, visitor }) => {
    const page = await member(site, visitor);
    await open(page);
    // "Brücke – drei" in windows-1252.
    await drop(page, [
      { name: 'Brücke.txt', bytes: [66, 114, 252, 99, 107, 101, 32, 150, 32, 100, 114, 101, 105] },
    ]);
    await page.getByText('From the file Brücke.txt').waitFor();
    expect(await textField(page).inputValue()).toBe('Brücke – drei');

    const chosen = { name: 'page.md', mimeType: 'text/markdown', buffer: Buffer.from('# A title\n\nWords.') };
    await page.locator('input[type=file]').setInputFiles(chosen);
    await page.getByText('From the file page.md').waitFor();
    expect(await page.getByRole('radio', { name: 'Markdown' }).isChecked()).toBe(true);
  });

  test('that cannot be read is refused with the reason, and what stood there stays', async ({
    site,
    visitor,
  }) => {
    const page = await member(site, visitor);
    await open(page);
    await paste(page, { text: 'What stood there.' });
    const refusals: [{ name: string; bytes: number[] }, RegExp][] = [
      [
        { name: 'sheet.xlsx', bytes: [80, 75, 3, 4] },
        /sheet\.xlsx is not a kind of file that can be read here/,
      ],
      [{ name: 'photo.txt', bytes: [137, 80, 78, 71, 0, 0, 0, 13] }, /photo\.txt is not text/],
      [{ name: 'blank.txt', bytes: [32, 10] }, /There is no text in blank\.txt/],
    ];
    for (const [file, message] of refusals) {
      await drop(page, [file]);
      await page.getByText(message).waitFor();
    }
    const large = {
      name: 'large.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(5 * 1024 * 1024, 'word '),
    };
    await page.locator('input[type=file]').setInputFiles(large);
    await page.getByText('large.txt is too large').waitFor();
    expect(await textField(page).inputValue()).toBe('What stood there.');
  });

  test('that is larger than an article may be is refused by the server, in words', async ({
    site,
    visitor,
    watch,
  }) => {
    watch.allow(preview, 413);
    const page = await member(site, visitor);
    await open(page);
    const long = {
      name: 'long.txt',
      mimeType: 'text/plain',
      buffer: Buffer.alloc(1_100_000, 'Words and words. '),
    };
    await page.locator('input[type=file]').setInputFiles(long);
    await page.getByText('From the file long.txt').waitFor();
    await lookOver(page).click();
    await page.getByText('An article may have 1,048,576 characters at most.').waitFor();
    expect(await textField(page).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('what goes wrong is said beside it, and nothing is lost', () => {
  test('nothing, no article, and an address that is not fetched', async ({ site, visitor, watch }) => {
    watch.allow(preview, 422);
    const page = await member(site, visitor);
    await open(page);
    await lookOver(page).click();
    await page.getByText('There is nothing to look at yet.').waitFor();
    expect(await textField(page).getAttribute('aria-invalid')).toBe('true');

    await addressField(page).fill('http://127.0.0.1/private');
    await lookOver(page).click();
    await page.getByText(/127\.0\.0\.1 is in a private network/).waitFor();
    expect(await addressField(page).getAttribute('aria-invalid')).toBe('true');
    expect(await addressField(page).inputValue()).toBe('http://127.0.0.1/private');

    await addressField(page).fill('');
    await textField(page).fill('<p> </p>');
    await page.getByRole('radio', { name: 'HTML source' }).check();
    await lookOver(page).click();
    await page.getByText('No article was found in it.').waitFor();
    expect(await textField(page).inputValue()).toBe('<p> </p>');
  });

  test('a title or a text that was taken away', async ({ site, visitor }) => {
    const page = await member(site, visitor);
    await openPreview(page);
    await titleField(page).fill(' ');
    await publish(page).click();
    await page.getByText('An article needs a title.').waitFor();
    await titleField(page).fill('A title');
    await body(page).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await publish(page).click();
    await page.getByText('There is no text left.').waitFor();
    expect(page.url()).toContain('/import');
  });

  test('a reload, and a session that ended', async ({ site, visitor, watch }) => {
    watch.allow(/\/api\/articles$/, 401);
    const page = await visitor();
    const who = await newPerson(site);
    await signIn(page, site, who);
    await openPreview(page, article);
    await titleField(page).fill('The lighthouse, corrected');
    await page.reload();
    await page.getByText('This is what you left here last time.').waitFor();
    expect(await titleField(page).inputValue()).toBe('The lighthouse, corrected');
    await body(page).waitFor();

    await page.context().clearCookies();
    await publish(page).click();
    await page.getByText('You are not signed in any more.').waitFor();
    const link = page.getByRole('link', { name: 'Sign in again' });
    expect(await link.getAttribute('href')).toBe('/sign-in?next=/import');

    await signIn(page, site, who);
    await page.goto('/import');
    expect(await titleField(page).inputValue()).toBe('The lighthouse, corrected');
    await publish(page).click();
    await page.waitForURL(/\/articles\/the-lighthouse-corrected$/);
  });

  test('going back to what was pasted, and changing one’s mind', async ({ site, visitor }) => {
    const page = await member(site, visitor);
    await openPreview(page);
    await titleField(page).fill('Corrected');
    await page.getByRole('button', { name: 'Back to what you pasted' }).click();
    expect(await textField(page).inputValue()).toBe(article.replace(/\r\n/g, '\n'));
    await page.getByRole('button', { name: 'Back to the preview' }).click();
    expect(await titleField(page).inputValue()).toBe('Corrected');
    await page.getByRole('button', { name: 'Back to what you pasted' }).click();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    expect(await textField(page).inputValue()).toContain('Harbour Bridge to Close');
  });
});

test('by keyboard alone', async ({ site, visitor }) => {
  const page = await member(site, visitor);
  await page.goto('/import');
  await textField(page).focus();
  await paste(page, { text: article.replace('Harbour Bridge', 'Canal') });
  for (
    let stops = 0;
    !(await lookOver(page).evaluate((button) => button === document.activeElement));
    stops += 1
  ) {
    expect(stops).toBeLessThan(10);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await body(page).waitFor();
  // The focus is at the beginning of what is new.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.keyboard.press('Tab');
  await expect.poll(() => titleField(page).evaluate((field) => field === document.activeElement)).toBe(true);
  await publish(page).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/articles\/canal-to-close/);
});

test('those who may not are told how to get there', async ({ page }) => {
  await page.goto('/import');
  const link = page.getByRole('main').getByRole('link', { name: 'Sign in' });
  expect(await link.getAttribute('href')).toBe('/sign-in?next=/import');
  expect(await violations(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`accessible and whole on a phone, ${colorScheme}, in German`, async ({ site, visitor, watch }) => {
    watch.allow(preview, 422);
    const viewport = { width: 390, height: 844 };
    const page = await member(site, visitor, { colorScheme, viewport, locale: 'de-DE', hasTouch: true });
    await page.goto('/import');
    await page.getByLabel('Adresse des Artikels').fill('http://10.0.0.1/');
    await page.getByRole('button', { name: 'Durchsehen' }).click();
    await page.getByText('liegt in einem privaten Netz').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.getByLabel('Adresse des Artikels').fill('');
    await page.getByRole('textbox', { name: 'Der Artikel', exact: true }).click();
    await paste(page, { text: article });
    await page.getByRole('button', { name: 'Durchsehen' }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
}
