import { expect, test } from 'vitest';
import { importArticle } from '#lib/importers/import.ts';

const PROSE =
  '<p>The council of Lindow has put off the vote on the new ferry until the spring, and asked for another report. The ferry has not sailed since the ice of January broke its ramp.</p>';
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const read = (html: string) => importArticle({ html });

test.each([
  [
    'consent-page',
    page(
      'Before you continue',
      '<div><h1>Before you continue</h1><p>We and our 812 partners store and access information on a device, such as unique IDs in cookies to process personal data.</p><button>Accept all</button></div>',
    ),
  ],
  [
    'consent-page',
    page(
      'Zustimmung',
      '<p>Mit Werbung und Tracking weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung.</p>',
    ),
  ],
  [
    'robot-check',
    page(
      'Just a moment...',
      '<h1>news.example</h1><p>Verifying you are human. This may take a few seconds.</p><p>Ray ID: 81</p>',
    ),
  ],
  [
    'paywall',
    page(
      'The ferry sails again',
      '<article><h1>The ferry sails again</h1><p>It is back.</p><p>Subscribe now to continue reading. Already a subscriber? Log in.</p></article>',
    ),
  ],
  [
    'sign-in',
    page(
      'Log in',
      '<form><p>Log in to the Courier to go on. It takes a moment.</p><a>Forgot your password?</a></form>',
    ),
  ],
])('a page that is a wall says which: %s', (reason, html) => {
  expect(read(html)).toMatchObject({ ok: false, code: 'no-article', reason });
});

test('an article that speaks of such things is one', () => {
  const banner = '<div class="cookie-banner"><p>We and our 812 partners store data. Accept all?</p></div>';
  const html = page(
    'Cookies and the law',
    `${banner}<article><h1>Cookies and the law</h1>${PROSE.repeat(5)}</article>`,
  );
  expect(read(html)).toMatchObject({ ok: true, article: { title: 'Cookies and the law', warnings: [] } });
});

test('the beginning of an article for subscribers is taken, with a warning', () => {
  const head =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","isAccessibleForFree":"False"}</script>';
  const html = page('Ferry', `<article><h1>Ferry</h1>${PROSE.repeat(4)}</article>`, head);
  expect(read(html)).toMatchObject({ ok: true, article: { warnings: ['beginning-only'] } });
});

test('a page that is large for its scripts alone is read', () => {
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry","author":"Joan Petty"}</script>';
  const heavy = `<script>${'x = "<p>no</p>"; '.repeat(200_000)}</script><style>${'a{}'.repeat(300_000)}</style>`;
  const html = page('Ferry', `<article><h1>Ferry</h1>${PROSE.repeat(4)}</article>`, heavy + ld);
  expect(read(html)).toMatchObject({ ok: true, article: { title: 'Ferry', byline: 'Joan Petty' } });
});
