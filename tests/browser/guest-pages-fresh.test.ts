// Guests' finished pages: fresh at once from the process that acknowledged a change, within a second from another one.
import { request } from 'node:http';
import { describe, expect } from 'vitest';
import type { ArticleView } from '#lib/article/schema.ts';
import { claimOf, news, send } from '#tests/setup/annotating.ts';
import { type Pair, read, readKept, SOON, test } from '#tests/setup/two-servers.ts';

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
      'a vote on a source',
      async (ground) => {
        const { first, other, sourceId } = ground;
        await send(first, other, 'PUT', `/api/sources/${sourceId}/vote`, { value: 1 });
        return [articlePath(ground), claimPath(ground)].map((path) => ({
          path,
          now: '1 of 1 find it useful',
        }));
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
      'a rating',
      async (ground) => {
        const { first, author, other, claimId } = ground;
        const path = `/api/annotations/${claimId}/assessment`;
        const given = { verdict: 'false', rationaleText: 'The accounts say no.' };
        const { id } = await send<{ id: string }>(first, other, 'PUT', path, given);
        await send(first, author, 'PUT', `/api/assessments/${id}/rating`, { value: 'helpful' });
        return [articlePath(ground), claimPath(ground)].map((path) => ({ path, now: 'Plain count' }));
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
