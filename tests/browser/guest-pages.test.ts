// Guests' finished pages: fresh at once from the process that acknowledged a change, within a second from another one.
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import pg from 'pg';
import { describe, expect, inject, test as plain } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import type { TestPerson } from '#tests/factories/people.ts';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { rawRequest } from '#tests/setup/answers.ts';
import { newPerson } from '#tests/setup/member.ts';
import { test as withPage } from '#tests/setup/page.ts';
import { joinServer, startServer, type TestServer } from '#tests/setup/server.ts';

/** How soon another process answers with what is new. */
const SOON = 1_000;

interface Pair {
  /** Where changes are made. */
  first: TestServer;
  /** Another process on the same database. */
  second: TestServer;
  /** Changes the database as no part of Obelus would: nobody is told. */
  behindItsBack(sql: string, ...values: unknown[]): Promise<void>;
  author: TestPerson;
  other: TestPerson;
  moderator: TestPerson;
  admin: TestPerson;
}

const test = plain.extend<{ pair: Pair }>({
  pair: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures' names from the pattern
    async ({}, use) => {
      const first = await startServer(inject('postgresUrl'), { OBELUS_LIMITS: 'off' });
      const second = await joinServer(first, { OBELUS_LIMITS: 'off' });
      const client = new pg.Client(first.databaseUrl);
      await client.connect();
      await use({
        first,
        second,
        async behindItsBack(sql, ...values) {
          await client.query(sql, values);
        },
        author: await newPerson(first, { name: 'Marta Ellingsen' }),
        other: await newPerson(first),
        moderator: await newPerson(first, { role: 'moderator' }),
        admin: await newPerson(first, { role: 'admin' }),
      });
      await client.end();
      await second.stop();
      await first.stop();
    },
    { scope: 'file' },
  ],
});

/** What a guest reads at a path. */
async function read(site: TestServer, path: string, headers: Record<string, string> = {}) {
  const answer = await rawRequest(site.url + path, { headers });
  expect(answer.status, path).toBe(200);
  return String(answer.body);
}

/** Reads until the page is kept: the first answers of a process are not, while it does not hear the others. */
async function readKept({ behindItsBack }: Pair, site: TestServer, path: string, article: ArticleView) {
  await expect
    .poll(async () => {
      const before = await read(site, path);
      await behindItsBack(`UPDATE "Article" SET "title" = "title" || '.' WHERE "id" = $1`, article.id);
      return (await read(site, path)) === before;
    })
    .toBe(true);
}

interface Changed {
  path: string;
  /** What has to stand there now; what no longer. */
  now?: string;
  gone?: string;
}

describe('after a change through one process', () => {
  interface Ground extends Pair {
    article: ArticleView;
    claimId: string;
    commentId: string;
    sourceId: string;
  }

  const articlePath = ({ article }: Ground) => `/articles/${article.slug}`;
  const claimPath = ({ claimId }: Ground) => `/claims/${claimId}`;

  /** Something to be seen by which a page that was rendered anew is told from one that was kept. */
  async function unseen({ behindItsBack, article }: Ground): Promise<string> {
    const title = `Rendered anew ${crypto.randomUUID()}`;
    await behindItsBack('UPDATE "Article" SET "title" = $2 WHERE "id" = $1', article.id, title);
    return title;
  }

  const changes: [what: string, change: (ground: Ground) => Promise<Changed[]>][] = [
    [
      'a comment',
      async (ground) => {
        const text = 'The toll was paid in advance.';
        await send(ground.first, ground.other, 'POST', `/api/annotations/${ground.claimId}/comments`, {
          text,
        });
        return [claimPath(ground), `${claimPath(ground)}/discussion`].map((path) => ({ path, now: text }));
      },
    ],
    [
      'an edit of a comment',
      async (ground) => {
        const { first, other, commentId } = ground;
        const { version } = await send<{ version: number }>(
          first,
          other,
          'GET',
          `/api/comments/${commentId}`,
        );
        const text = 'The toll was paid late.';
        await send(first, other, 'PATCH', `/api/comments/${commentId}`, { text, version });
        return [{ path: claimPath(ground), now: text, gone: 'A first word.' }];
      },
    ],
    [
      'a vote',
      async (ground) => {
        const now = await unseen(ground);
        await send(ground.first, ground.author, 'PUT', `/api/comments/${ground.commentId}/vote`, {
          value: 1,
        });
        return [articlePath(ground), claimPath(ground)].map((path) => ({ path, now }));
      },
    ],
    [
      'hiding a comment',
      async (ground) => {
        const targets = [{ type: 'comment', id: ground.commentId }];
        const decision = { action: 'hide', targets, reason: 'It is beside the point.' };
        await send(ground.first, ground.moderator, 'POST', '/api/moderation/actions', decision);
        return [
          { path: claimPath(ground), gone: 'A first word.' },
          { path: '/log', now: decision.reason },
        ];
      },
    ],
    [
      'removing what was hidden',
      async (ground) => {
        const targets = [{ type: 'comment', id: ground.commentId }];
        const decide = (action: string, reason: string) =>
          send(ground.first, ground.moderator, 'POST', '/api/moderation/actions', {
            action,
            targets,
            reason,
          });
        await decide('hide', 'First it is put aside.');
        await expect.poll(() => read(ground.second, '/log')).toContain('First it is put aside.');
        // No reader of the article sees a difference.
        const reason = 'Then it is taken away.';
        await decide('remove', reason);
        return [{ path: '/log', now: reason }];
      },
    ],
    [
      'taking a comment away',
      async (ground) => {
        await send(ground.first, ground.other, 'DELETE', `/api/comments/${ground.commentId}`);
        return [{ path: claimPath(ground), gone: 'A first word.' }];
      },
    ],
    [
      'an annotation',
      async (ground) => {
        const { statement } = await claimOf(
          ground.first,
          ground.other,
          ground.article,
          'It has three bridges.',
        );
        return [{ path: articlePath(ground), now: statement as string }];
      },
    ],
    [
      'another statement',
      async (ground) => {
        const { first, author, claimId } = ground;
        const { version } = await send<{ version: number }>(
          first,
          author,
          'GET',
          `/api/annotations/${claimId}`,
        );
        const statement = 'Tolls paid for all of the road.';
        await send(first, author, 'PATCH', `/api/annotations/${claimId}`, { statement, version });
        return [articlePath(ground), claimPath(ground)].map((path) => ({ path, now: statement }));
      },
    ],
    [
      'a source',
      async (ground) => {
        const source = { url: 'https://ledger.example/2025', stance: 'refutes', quote: '31.4 million' };
        await send(ground.first, ground.other, 'POST', `/api/annotations/${ground.claimId}/sources`, source);
        return [articlePath(ground), claimPath(ground)].map((path) => ({ path, now: 'ledger.example' }));
      },
    ],
    [
      'a verdict',
      async (ground) => {
        const { first, other, claimId, sourceId } = ground;
        const given = { verdict: 'false', rationaleText: 'The accounts say no.', sourceIds: [sourceId] };
        await send(first, other, 'PUT', `/api/annotations/${claimId}/assessment`, given);
        return [{ path: claimPath(ground), now: given.rationaleText }];
      },
    ],
    [
      'an edit of the article',
      async (ground) => {
        const { first, admin, article } = ground;
        const { version } = await send<ArticleView>(first, admin, 'GET', `/api/articles/${article.id}`);
        const title = 'The ring road and its price';
        await send(first, admin, 'PATCH', `/api/articles/${article.id}`, { title, version });
        return [articlePath(ground), claimPath(ground), '/'].map((path) => ({ path, now: title }));
      },
    ],
    [
      'another name',
      async (ground) => {
        const { first, author } = ground;
        const { version } = await send<{ version: number }>(first, author, 'GET', '/api/users/me');
        const name = `Marta ${crypto.randomUUID()}`;
        await send(first, author, 'PATCH', '/api/users/me', { name, version });
        return [articlePath(ground), claimPath(ground)].map((path) => ({ path, now: name }));
      },
    ],
    [
      'a Setting',
      async (ground) => {
        const now = await unseen(ground);
        const { first, admin } = ground;
        const { items } = await send<{ items: { key: string; version: number }[] }>(
          first,
          admin,
          'GET',
          '/api/settings',
        );
        const version = items.find(({ key }) => key === 'users.sign-up')?.version;
        await send(first, admin, 'PATCH', '/api/settings/users.sign-up', { value: true, version });
        return [articlePath(ground), claimPath(ground), '/'].map((path) => ({ path, now }));
      },
    ],
  ];

  test.for(changes)('%s is seen at once there, and soon in another one', async ([, change], { pair }) => {
    const { first, second, author, other } = pair;
    const article = await news(first);
    const claim = await claimOf(
      first,
      author,
      article,
      'tolls would have covered every cent of the 84 million',
    );
    const said = { text: 'A first word.' };
    const [comment, source] = await Promise.all([
      send<{ id: string }>(first, other, 'POST', `/api/annotations/${claim.id}/comments`, said),
      send<{ id: string }>(first, author, 'POST', `/api/annotations/${claim.id}/sources`, {
        url: 'https://town.example/accounts',
        stance: 'refutes',
        quote: '31.4 million',
      }),
    ]);
    const paths = [`/articles/${article.slug}`, `/claims/${claim.id}`, `/claims/${claim.id}/discussion`, '/'];
    for (const site of [first, second]) {
      for (const path of paths) await readKept(pair, site, path, article);
      await read(site, '/log');
    }
    const changed = await change({
      ...pair,
      article,
      claimId: claim.id,
      commentId: comment.id,
      sourceId: source.id,
    });
    const isNew = (html: string, { now, gone }: Changed) =>
      (now === undefined || html.includes(now)) && (gone === undefined || !html.includes(gone));
    for (const one of changed) expect(isNew(await read(first, one.path), one), one.path).toBe(true);
    for (const one of changed)
      await expect
        .poll(async () => isNew(await read(second, one.path), one), { timeout: SOON, interval: 20 })
        .toBe(true);
  });

  test('an article that is new stands on the front page', async ({ pair }) => {
    const { first, second, admin } = pair;
    for (const site of [first, second]) await read(site, '/');
    const title = 'A road that nobody wanted';
    const imported = { text: 'Nobody wanted the road.\n\nIt was built all the same.', title };
    await send(first, admin, 'POST', '/api/articles', imported);
    expect(await read(first, '/')).toContain(title);
    await expect.poll(() => read(second, '/'), { timeout: SOON, interval: 20 }).toContain(title);
  });

  test('what does not change a page leaves it: another article, a vote on the front page', async ({
    pair,
  }) => {
    const { first, author, other, behindItsBack } = pair;
    const [one, two] = [await news(first), await news(first)];
    const claim = await claimOf(first, author, one, 'It has three bridges.');
    const comment = await send<{ id: string }>(
      first,
      author,
      'POST',
      `/api/annotations/${claim.id}/comments`,
      { text: 'Two of wood.' },
    );
    await readKept(pair, first, `/articles/${two.slug}`, two);
    await readKept(pair, first, '/', two);
    const before = [await read(first, `/articles/${two.slug}`), await read(first, '/')];
    await behindItsBack('UPDATE "Article" SET "title" = $1', 'Nobody is told of this');
    await send(first, other, 'PUT', `/api/comments/${comment.id}/vote`, { value: 1 });
    expect([await read(first, `/articles/${two.slug}`), await read(first, '/')]).toEqual(before);
  });

  test('however many write and read meanwhile, whoever reads after an acknowledgement sees it', async ({
    pair,
  }) => {
    const { first, author, other, moderator, admin } = pair;
    const article = await news(first);
    const claim = await claimOf(first, author, article, 'It has three bridges.');
    const path = `/claims/${claim.id}?sort=newest`;
    // Each change falls into renders that another one made necessary.
    const writers = [author, other, moderator, admin].map(async (who, at) => {
      for (let n = 1; n <= 12; n += 1) {
        const text = `Word ${n} of writer ${at}.`;
        await send(first, who, 'POST', `/api/annotations/${claim.id}/comments`, { text });
        expect(await read(first, path)).toContain(text);
      }
    });
    let storm = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (storm) await read(first, path);
    });
    await Promise.all(writers).finally(() => (storm = false));
    await Promise.all(readers);
  });

  test('whoever hangs up takes nothing from those who wait for the same page', async ({ pair }) => {
    const { first } = pair;
    const { slug, title } = await news(first);
    const gone = request(`${first.url}/articles/${slug}`);
    gone.once('error', () => {});
    const sent = new Promise((resolve) => gone.once('finish', resolve));
    gone.end();
    await sent;
    const waiting = [1, 2].map(() => read(first, `/articles/${slug}`));
    gone.destroy();
    for (const html of await Promise.all(waiting)) expect(html).toContain(title);
  });
});

describe('a finished page', () => {
  test('is the same bytes in every encoding, and 304 for whoever has them', async ({ pair }) => {
    const { first } = pair;
    const article = await news(first);
    const url = `${first.url}/articles/${article.slug}`;
    const [whole, gzip, brotli, refused] = await Promise.all(
      ['identity', 'gzip', 'gzip, deflate, br;q=0.5', 'br;q=0, gzip;q=0.0'].map((accepted) =>
        rawRequest(url, { headers: { 'accept-encoding': accepted } }),
      ),
    );
    expect(whole?.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding, Accept-Language, Cookie',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'content-length': String(whole?.body.length),
    });
    expect([gzip?.headers['content-encoding'], brotli?.headers['content-encoding']]).toEqual(['gzip', 'br']);
    expect(whole?.headers).not.toHaveProperty('content-encoding');
    expect(gunzipSync(gzip?.body as Buffer).equals(whole?.body as Buffer)).toBe(true);
    expect(brotliDecompressSync(brotli?.body as Buffer).equals(whole?.body as Buffer)).toBe(true);
    expect(refused?.body.equals(whole?.body as Buffer)).toBe(true);
    const etag = String(whole?.headers.etag);
    const again = await rawRequest(url, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    expect(again.headers['content-security-policy']).toBe(whole?.headers['content-security-policy']);
    expect((await rawRequest(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const head = await rawRequest(url, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(gzip?.body.length));
  });

  test('holds one script of ours, nothing inline, and what it says of itself stands in its head', async ({
    pair,
  }) => {
    const { first, author } = pair;
    const article = await news(first);
    const claim = await claimOf(first, author, article, 'It has three bridges.');
    for (const path of [`/articles/${article.slug}`, `/claims/${claim.id}`, '/']) {
      const { headers, body } = await rawRequest(first.url + path);
      const html = String(body);
      expect(html.match(/<script\b[^>]*>/g), path).toEqual([
        expect.stringMatching(/^<script type="module" src="\/_next\/static\/obelus\/guest-[\w-]+\.js">$/),
      ]);
      expect(headers['content-security-policy']).toMatch(/script-src 'self'; style-src 'self';/);
      expect(html).not.toMatch(/nonce|__next_f|<[^>]+\sstyle=/);
      const head = html.slice(0, html.indexOf('</head>'));
      for (const tag of [
        /<title>[^<]+<\/title>/,
        /<meta name="description" content="[^"]/,
        /<link rel="stylesheet"/,
      ])
        expect(head, path).toMatch(tag);
      expect(head).toContain(`<link rel="canonical" href="${first.url}${path === '/' ? '' : path}`);
      expect(headers.link).toMatch(/rel=preload; as="font"/);
      expect(headers.link).not.toMatch(/nonce|as="script"/);
    }
  });

  test('is apart for languages and colours, whoever comes first', async ({ pair }) => {
    const { first } = pair;
    const { slug } = await news(first);
    const about = async (headers: Record<string, string>) =>
      /<html lang="(\w+)"[^>]*?(?: data-theme="(\w+)")?>/
        .exec(await read(first, `/articles/${slug}`, headers))
        ?.slice(1);
    const german = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' };
    expect(await about(german)).toEqual(['de', undefined]);
    expect(await about({})).toEqual(['en', undefined]);
    expect(await about({ ...german, cookie: 'obelus-language=en; obelus-theme=dark' })).toEqual([
      'en',
      'dark',
    ]);
    expect(await about({ cookie: 'obelus-theme=light' })).toEqual(['en', 'light']);
    expect(await about(german)).toEqual(['de', undefined]);
  });

  test('holds nothing that a client said', async ({ pair }) => {
    const { first } = pair;
    const { slug } = await news(first);
    const evil = 'evil.example';
    const headers = {
      host: evil,
      'x-forwarded-host': evil,
      'x-forwarded-proto': 'https',
      'user-agent': evil,
      referer: `https://${evil}/`,
      cookie: `strange=${evil}`,
    };
    const html = await read(first, `/articles/${slug}?utm_source=${evil}&next=${evil}`, headers);
    expect(html).not.toContain(evil);
    expect(await read(first, `/articles/${slug}`)).toBe(html);
  });

  test('is neither given to nor made by somebody who is signed in', async ({ pair }) => {
    const { first, author } = pair;
    const { slug } = await news(first);
    const path = `/articles/${slug}`;
    const session = { cookie: author.cookie };
    const theirs = await rawRequest(first.url + path, { headers: session });
    expect(theirs.headers).not.toHaveProperty('etag');
    expect(String(theirs.body)).toContain(`/people/${author.handle}`);
    expect(await read(first, path)).not.toContain(author.handle);
    const again = await rawRequest(first.url + path, { headers: session });
    expect(String(again.body)).toContain(`/people/${author.handle}`);
    const byToken = await rawRequest(first.url + path, {
      headers: { authorization: `Bearer ${author.token}` },
    });
    expect(byToken.headers).not.toHaveProperty('etag');
  });

  test('is none where nothing is: the answer is as ever, and what comes there later is seen', async ({
    pair,
  }) => {
    const { first, behindItsBack } = pair;
    const article = await news(first);
    const later = `later-${crypto.randomUUID()}`;
    for (const path of [`/articles/${later}`, '/claims/nonsense', '/?cursor=nonsense']) {
      const { status, headers, body } = await rawRequest(first.url + path);
      expect([status, headers.etag], path).toEqual([404, undefined]);
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1];
      const scripts = String(body).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    await behindItsBack('UPDATE "Article" SET "slug" = $2 WHERE "id" = $1', article.id, later);
    expect(await read(first, `/articles/${later}`)).toContain(article.title);
  });
});

test('when the others can no longer be heard nothing is kept, and then again', async ({ pair }) => {
  const { second, behindItsBack } = pair;
  const article = await news(pair.first);
  const path = `/articles/${article.slug}`;
  await readKept(pair, second, path, article);
  const title = 'Nobody was told of this title';
  await behindItsBack('UPDATE "Article" SET "title" = $2 WHERE "id" = $1', article.id, title);
  expect(await read(second, path)).not.toContain(title);
  await behindItsBack(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'obelus listen' AND datname = current_database()`,
  );
  await expect.poll(() => read(second, path)).toContain(title);
  await readKept(pair, second, path, article);
});

withPage('a browser runs our script alone, and the page comes to life', async ({ site, page }) => {
  const author = await newPerson(site);
  const article = await news(site);
  await claimOf(site, author, article, 'It has three bridges.');
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/articles/${article.slug}`);
  await page.locator('[data-ready]').waitFor();
  expect(scripts.length).toBeGreaterThan(0);
  // It may ask for parts of itself, for nothing else.
  for (const script of scripts) expect(script).toMatch(/^\/_next\/static\/obelus\/guest-/);
  await page.keyboard.press('j');
  await page.locator('.card[data-active]').waitFor();
  await page.reload();
  // The browser had it, asked, and was sent no body.
  const [sent, had] = await page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return [visit?.transferSize, visit?.encodedBodySize];
  });
  expect(sent).toBeLessThan(had as number);
  await page.locator('.card[data-active]').waitFor();
});
