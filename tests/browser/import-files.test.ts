import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { docxOf, item, noteRef, para, table } from '#tests/factories/docx.ts';
import { linesAt, pdfOf } from '#tests/factories/pdf.ts';
import { member } from '#tests/setup/member.ts';
import { test as base } from '#tests/setup/page.ts';
import { startServer, type TestServer } from '#tests/setup/server.ts';

const PROSE =
  'The ferry of Lindow sails again from Monday on, and takes two cars and twelve people at a time. It had lain in the mud since the ice of January broke its ramp.';
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;

/** Answers that the test lets go when it has seen enough. */
const held: ServerResponse[] = [];
const release = () => {
  for (const answer of held.splice(0)) {
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end(page('The ferry', `<article><h1>The ferry</h1><p>${PROSE}</p></article>`));
  }
};

const answers: Record<string, (answer: ServerResponse) => void> = {
  '/slow': (answer) => held.push(answer),
  '/picture': (answer) => answer.writeHead(200, { 'content-type': 'image/png' }).end('png'),
  '/large': (answer) =>
    answer.writeHead(200, { 'content-type': 'text/html', 'content-length': 99_999_999 }).end(),
  '/empty': (answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(page('', '<nav></nav>')),
  '/wall': (answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end(page('Just a moment...', '<p>Verifying you are human. This may take a few seconds.</p>')),
};

const publisher: Server = createServer((request, answer) => {
  const give = answers[request.url ?? ''];
  if (give) give(answer);
  else answer.writeHead(404).end();
});
let origin = '';

const test = base.extend<{ site: TestServer }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const host = new URL(origin).host;
      const server = await startServer(inject('postgresUrl'), { OBELUS_FETCH_ALLOW: host });
      await use(server);
      await server.stop();
    },
    { scope: 'file' },
  ],
});

beforeAll(async () => {
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}`;
});

afterAll(() => {
  publisher.closeAllConnections();
  publisher.close();
});

const textField = (at: Page) => at.getByRole('textbox', { name: 'The article', exact: true });
const addressField = (at: Page) => at.getByLabel('Address of the article');
const fromFile = (at: Page, name: string) => at.locator('.paste-tools').getByText(name);
const lookOver = (at: Page) => at.getByRole('button', { name: 'Look it over' });
const body = (at: Page) => at.getByRole('textbox', { name: 'Text', exact: true });

async function open(at: Page) {
  await at.goto('/import');
  await textField(at).click();
}

/** Lets go of a file over the field, as a drag from the desktop does. */
async function drop(at: Page, name: string, bytes: Uint8Array) {
  await at.evaluate(
    (given) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(given.content), (c) => c.charCodeAt(0))], given.name));
      const area = document.querySelector('textarea');
      area?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { name, content: Buffer.from(bytes).toString('base64') },
  );
}

async function violations(at: Page) {
  const { violations: found } = await new AxeBuilder({ page: at }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const overflow = (at: Page) => at.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

const ferry = () =>
  docxOf(
    [
      para('The ferry sails again', 'Title'),
      para('By Joan Petty, 3 March 2026'),
      para(PROSE, '', noteRef(2)),
      para('What it costs', 'heading1'),
      item('two euros by foot'),
      item('nine with a car'),
      table([
        ['Year', 'Crossings'],
        ['2025', '1,204'],
      ]),
    ].join(''),
    { notes: { 2: 'Minutes of the council, page 3.' } },
  );

describe('a Word file', () => {
  test('is dropped, looked over and published', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    await drop(at, 'Ferry.docx', await ferry());
    await fromFile(at, 'Ferry.docx').waitFor();
    expect(await textField(at).inputValue()).toMatch(
      /^Ferry\.docx \(\d+ kB\) is read when you look it over\.$/,
    );
    await lookOver(at).click();
    await body(at).waitFor();
    expect(await at.getByLabel('Title').inputValue()).toBe('The ferry sails again');
    expect(await at.getByLabel('Author').inputValue()).toBe('Joan Petty');
    expect(await at.getByLabel('Published on').inputValue()).toBe('2026-03-03');
    expect(await body(at).innerText()).toContain('Minutes of the council, page 3.');
    await at.getByRole('button', { name: 'Publish', exact: true }).click();
    await at.waitForURL(/\/articles\/the-ferry-sails-again$/);
    await at
      .getByRole('listitem')
      .filter({ hasText: /^two euros by foot$/ })
      .waitFor();
    expect(await at.getByRole('article').first().getByRole('cell').count()).toBe(4);
  });

  test('is taken out again, and back, and gives way to words that are pasted', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    await drop(at, 'Ferry.docx', await ferry());
    await at.getByRole('button', { name: 'Clear' }).click();
    expect(await textField(at).inputValue()).toBe('');
    await at.getByRole('button', { name: 'Bring it back' }).click();
    expect(await textField(at).inputValue()).toContain('Ferry.docx');
    await at.getByRole('button', { name: 'Clear' }).click();
    await textField(at).fill('Words instead.');
    expect(await textField(at).inputValue()).toBe('Words instead.');
  });
});

describe('a PDF', () => {
  test('is chosen and read', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    const buffer = pdfOf([
      [
        { x: 60, y: 80, text: 'The ferry sails', size: 24 },
        ...linesAt(60, 120, [
          'The ferry of Lindow sails again from Mon-',
          'day on, and takes two cars at a time.',
        ]),
      ],
    ]);
    await at
      .locator('input[type=file]')
      .setInputFiles({ name: 'ferry.pdf', mimeType: 'application/pdf', buffer });
    await lookOver(at).click();
    await at.getByRole('status').filter({ hasText: 'Reading ferry.pdf …' }).waitFor({ state: 'attached' });
    await body(at).waitFor();
    expect(await body(at).innerText()).toContain('from Monday on, and takes two cars at a time.');
  });

  test('that cannot be read says why, and stays', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    const refused: [name: string, bytes: Uint8Array, words: RegExp][] = [
      [
        'locked.pdf',
        pdfOf([[]], { locked: true }),
        /No article was read\. locked\.pdf is protected by a password/,
      ],
      ['scan.pdf', pdfOf([[]]), /scan\.pdf holds pictures of pages/],
      ['torn.docx', Buffer.from('PK\u0003\u0004torn'), /torn\.docx is damaged/],
    ];
    for (const [name, bytes, words] of refused) {
      await drop(at, name, bytes);
      await fromFile(at, name).waitFor();
      await lookOver(at).click();
      await at.getByText(words).waitFor();
      expect(await textField(at).getAttribute('aria-invalid')).toBe('true');
      expect(await textField(at).inputValue()).toContain(name);
    }
  });
});

describe('an address', () => {
  test('is fetched, then read, and each step is told', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    await addressField(at).fill(`${origin}/slow`);
    await lookOver(at).click();
    const now = at.locator('.import-steps li[data-state=now]');
    await now.getByText('Fetching the page from 127.0.0.1').waitFor();
    expect(await at.getByRole('status').filter({ hasText: 'Fetching the page' }).count()).toBe(1);
    expect(await violations(at)).toEqual([]);
    await at.locator('.import-steps li[data-state=later]').getByText('Reading the page').waitFor();
    release();
    await body(at).waitFor();
    expect(await body(at).innerText()).toContain('broke its ramp.');
  });

  test('that fails says at which step and why, and keeps what was typed', async ({ site, visitor }) => {
    const at = await member(site, visitor);
    await open(at);
    const failures: [address: string, words: RegExp][] = [
      [`${origin}/nowhere`, /The page was not fetched\. .* says that there is no such page/],
      [`${origin}/picture`, /not fetched\. There is no page with text under this address/],
      [`${origin}/large`, /not fetched\. The page is larger than what is fetched here/],
      ['http://10.0.0.1/', /not fetched\. 10\.0\.0\.1 is in a private network/],
      [`${origin}/empty`, /No article was read\./],
      [`${origin}/wall`, /No article was read\. .* wants to know whether a person reads it/],
    ];
    for (const [address, words] of failures) {
      await addressField(at).fill(address);
      await lookOver(at).click();
      await at.getByText(words).waitFor();
      expect(await addressField(at).inputValue()).toBe(address);
      expect(await addressField(at).getAttribute('aria-invalid')).toBe('true');
    }
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`whole and accessible on a phone, ${colorScheme}, in German`, async ({ site, visitor }) => {
    const viewport = { width: 390, height: 844 };
    const at = await member(site, visitor, { colorScheme, viewport, locale: 'de-DE', hasTouch: true });
    await at.goto('/import');
    await at.getByRole('textbox', { name: 'Der Artikel', exact: true }).click();
    await drop(
      at,
      'Ein-sehr-langer-Name-einer-gesperrten-Datei-aus-dem-Archiv.pdf',
      pdfOf([[]], { locked: true }),
    );
    await fromFile(at, 'aus-dem-Archiv.pdf').waitFor();
    await at.getByRole('button', { name: 'Durchsehen' }).click();
    await at.getByText('ist mit einem Passwort geschützt').waitFor();
    expect(await violations(at)).toEqual([]);
    expect(await overflow(at)).toBeLessThanOrEqual(0);
    await at.getByRole('button', { name: 'Leeren' }).click();
    await at.getByLabel('Adresse des Artikels').fill(`${origin}/slow`);
    await at.getByRole('button', { name: 'Durchsehen' }).click();
    await at.locator('.import-steps li[data-state=now]').waitFor();
    expect(await violations(at)).toEqual([]);
    expect(await overflow(at)).toBeLessThanOrEqual(0);
    await at.getByRole('button', { name: 'Abbrechen' }).click();
    await at.getByText('Nichts wurde gespeichert.').first().waitFor();
    release();
  });
}
