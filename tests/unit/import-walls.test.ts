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
  [
    'page-missing',
    page(
      'Seite nicht gefunden | Lindower Bote',
      '<main><h1>404</h1><p>Die gesuchte Seite gibt es leider nicht mehr, oder sie wurde verschoben. Vielleicht hilft die Suche oben auf der Seite weiter, oder ein Blick auf das, was andere lesen.</p><h2>Meistgelesen</h2><ul><li><a href="/1">Die Fähre liegt bis zum Frühjahr fest, sagt der Rat</a></li><li><a href="/2">Warum das Eis im Januar die Rampe brach</a></li></ul></main>',
    ),
  ],
  [
    'page-missing',
    page('404 - Not found', '<h1>Oh no</h1><p>We could not find that page. It may have been moved.</p>'),
  ],
  [
    'region-block',
    page(
      'The ferry sails again',
      '<h1>451</h1><p>This page is unavailable due to legal reasons. We are sorry, and we are working on it.</p>',
    ),
  ],
  [
    'ad-blocker',
    page(
      'The ferry sails again',
      '<div><h2>Please turn off your ad blocker</h2><p>Advertising pays for our ferry reports. To read on, switch off your ad blocker for this site and load the page again.</p></div>',
    ),
  ],
  [
    'consent-page',
    page(
      'Die Fähre fährt wieder - Lindower Bote',
      '<div><h1>Sie haben die Wahl</h1><p>Nutzen Sie den Boten mit Werbung und Tracking, oder ohne im PUR-Abo für 3,99 Euro im Monat, jederzeit zu beenden.</p><h2>Mit Werbung weiterlesen</h2><p>Mit Ihrer Zustimmung lesen Sie den Boten wie gewohnt mit Werbung und Tracking. Die Zustimmung lässt sich unten auf jeder Seite zurücknehmen.</p><h2>Im PUR-Abo lesen</h2><p>Ohne Werbung von anderen, ohne Tracking.</p></div>',
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

test('a short report is read beside banners and forms that say what walls say', () => {
  const banner =
    '<div class="banner"><p>We and our 812 partners store data. Please disable your ad blocker.</p></div>';
  const form = '<form><a>Forgot your password?</a></form>';
  const words = 'The ferry to Lindow is back in service, the council says. It sails every hour until dusk.';
  const html = page(
    '404 passengers on one ferry',
    `${banner}${form}<main><h1>404 passengers on one ferry</h1><p>${words}</p></main>`,
  );
  expect(read(html)).toMatchObject({ ok: true, article: { text: words, warnings: [] } });
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
