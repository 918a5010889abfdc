import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { EventKind } from '#lib/events/schema.ts';
import { dropOf, touches } from '#lib/http/guest-pages/drop.ts';
import { guestKey } from '#lib/http/guest-pages/key.ts';
import { articleIn, strip, stripLinks } from '#lib/http/guest-pages/strip.ts';

const keyOf = (url: string, headers: IncomingHttpHeaders = {}, method = 'GET') =>
  guestKey({ method, url, headers }, 'obelus-session');

describe('the key of a finished page', () => {
  test('has the known parameters in one order, and not the others', () => {
    const paths = [
      '/articles/winter?sort=newest&cursor=abc',
      '/articles/winter?utm_source=x&cursor=abc&sort=newest&cursor=second',
    ].map((url) => keyOf(url)?.path);
    expect(paths).toEqual(Array(2).fill('/articles/winter?sort=newest&cursor=abc'));
    expect(keyOf('/?sort=newest')?.path).toBe('/');
    expect(keyOf('/claims/1/discussion?sort=newest')?.path).toBe('/claims/1/discussion?sort=newest');
    expect(keyOf('/log?cursor=abc&action=hide')?.path).toBe('/log?action=hide&cursor=abc');
  });

  test.each([
    ['/articles/%77inter', '/articles/winter'],
    ['/articles/北港', `/articles/${encodeURIComponent('北港')}`],
    ['/articles/%e5%8c%97', '/articles/%E5%8C%97'],
    ['/articles/a%2Fb', '/articles/a%2Fb'],
    ['/articles/winter/history?to=3&sort=x&from=1', '/articles/winter/history?from=1&to=3'],
    ['/articles/winter/revisions/2?from=1', '/articles/winter/revisions/2'],
  ])('has one spelling of %s', (url, path) => {
    expect(keyOf(url)?.path).toBe(path);
  });

  test.each([
    ['another page', '/people/somebody'],
    ['a page below one of ours', '/articles/winter/histories'],
    ['a slash too many', '/articles/winter/'],
    ['a path that leads elsewhere', '/articles/%2e%2e'],
    ['broken encoding', '/articles/%e5%8'],
    ['an endless value', `/?cursor=${'x'.repeat(201)}`],
    ['an address with a host', 'http://evil.example/'],
  ])('there is none for %s', (_, url) => {
    expect(keyOf(url)).toBeNull();
  });

  test.each([
    ['somebody who is signed in', { cookie: 'a=b; obelus-session=secret' }],
    ['an empty session', { cookie: 'obelus-session=' }],
    ['a token', { authorization: 'Bearer x' }],
    ["Next's own request", { rsc: '1' }],
    ['a request with a body', { 'content-length': '3' }],
    ['a request with a body of unknown length', { 'transfer-encoding': 'chunked' }],
  ])('there is none for %s', (_, headers) => {
    expect(keyOf('/', headers)).toBeNull();
  });

  test('there is none for a write', () => {
    expect([keyOf('/', {}, 'POST'), keyOf('/', {}, 'OPTIONS')]).toEqual([null, null]);
    expect(keyOf('/', {}, 'HEAD')?.text).toBe(keyOf('/')?.text);
  });

  test('tells languages and colours apart, and nothing else about a client', () => {
    const text = (headers: IncomingHttpHeaders) => keyOf('/', headers)?.text;
    expect(text({ 'accept-language': 'de-AT,de;q=0.9' })).toBe('de system /');
    expect(text({ 'accept-language': 'fr', cookie: 'obelus-theme=dark; obelus-language=de' })).toBe(
      'de dark /',
    );
    expect(text({ cookie: 'obelus-theme=purple; obelus-language=xx' })).toBe('en system /');
    const strange = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      cookie: 'other=1',
      'user-agent': 'x',
    };
    expect(text(strange)).toBe(text({}));
  });
});

describe('what an event drops', () => {
  const event = (kind: EventKind, articleId: string | null, data = {}) =>
    dropOf({ id: '1', kind, articleId, subjectId: null, data });
  const shows = { articleId: 'one' };

  test.each([
    ['comment.posted', true, true],
    ['comment.voted', true, false],
    ['assessment.rated', true, false],
    ['assessment.weighed', true, false],
    ['annotation.made', true, true],
    ['article.edited', true, true],
  ] as const)('%s: the article’s pages %s, lists %s', (kind, article, lists) => {
    const drop = event(kind, 'one');
    expect(drop).not.toBeNull();
    if (!drop) return;
    expect([touches(drop, shows), touches(drop, 'list'), touches(drop, { articleId: 'other' })]).toEqual([
      article,
      lists,
      false,
    ]);
  });

  test('a name, a role or a setting drops everything', () => {
    for (const kind of ['user.renamed', 'user.role-given', 'user.banned', 'setting.changed'] as const)
      expect(event(kind, null)).toBe('all');
  });

  test('what no guest sees drops nothing', () => {
    expect(event('comment.posted', 'one', { unseen: true })).toBeNull();
    for (const kind of ['token.created', 'user.joined', 'report.made', 'annotation.revealed'] as const)
      expect(event(kind, null)).toBeNull();
  });

  test('what a moderator did to something unseen stands in the log alone', () => {
    expect(event('comment.rejected', 'one', { unseen: true })).toEqual({ articleId: null, lists: true });
  });
});

describe('a page without its scripts', () => {
  const page = (head: string, body: string) =>
    `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
  const NEXT = [
    '<link rel="preload" as="script" fetchPriority="low" nonce="n" href="/_next/static/chunks/a.js"/>',
    '<script src="/_next/static/chunks/a.js" async="" nonce="n"></script>',
    '<script nonce="n" id="_R_">(globalThis["TURBOPACK"] || []).push({})</script>',
    '<script nonce="n">(self.__next_f=self.__next_f||[]).push([0])</script>',
    '<script nonce="n">self.__next_f.push([1,"<p>once more</p>"])</script>',
  ].join('');

  test("Next's are gone, styles and words stay, ours is there", () => {
    const sheet = '<link rel="stylesheet" href="/_next/static/a.css" nonce="n" data-precedence="next"/>';
    const stripped = strip(page(sheet + NEXT, `<p title="a > b">one<!-- --> two</p>${NEXT}`), '/guest.js');
    expect(stripped).toEqual({
      html: page(
        '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/><script type="module" src="/guest.js"></script>',
        '<p title="a > b">one two</p>',
      ),
      hashes: [],
    });
  });

  test('an inline script that is not Next’s stays, and the policy knows it by its hash; data has none', () => {
    const ours = '<script nonce="n">go()</script>';
    const data = '<script type="application/ld+json" nonce="n">{"name":"$& $1"}</script>';
    const stripped = strip(page(ours + data, ''), '/guest.js');
    expect(stripped?.html).toContain('<script>go()</script>');
    expect(stripped?.html).toContain('<script type="application/ld+json">{"name":"$& $1"}</script>');
    expect(stripped?.hashes).toEqual(["'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"]);
  });

  test('a page whose parts come later is none', () => {
    expect(strip(page('', '<template id="B:0"></template>'), '/guest.js')).toBeNull();
    expect(strip(page('', '<div hidden="" id="S:0"><p>late</p></div>'), '/guest.js')).toBeNull();
    expect(strip(page('', '<p>&lt;template id="B:0"&gt;</p>'), '/guest.js')).not.toBeNull();
  });

  test('the preloads of fonts and styles stay announced, without a nonce', () => {
    const header =
      '</a.woff2>; rel=preload; as="font"; crossorigin=""; nonce="n=="; type="font/woff2", </a.css>; rel=preload; as="style"; nonce="n==", </a.js>; rel=preload; as="script"; nonce="n=="';
    expect(stripLinks(header)).toBe(
      '</a.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2", </a.css>; rel=preload; as="style"',
    );
    expect(stripLinks('')).toBe('');
  });

  test('its article is the one that its main part names, not what somebody wrote', () => {
    const id = '01a20c50-9a9f-752a-96b3-fc92a33a289f';
    expect(articleIn(page('', `<main id="main" data-article="${id}"><p></p></main>`))).toBe(id);
    expect(articleIn(page('', `<p data-article="${id}"></p><main id="main"></main>`))).toBeNull();
  });
});
