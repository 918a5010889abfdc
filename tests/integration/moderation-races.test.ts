import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommentView } from '#lib/comment/schema.ts';
import { db } from '#lib/db/client.ts';
import { projectRoot } from '#lib/env/project-root.ts';
import { moderate } from '#lib/flows/moderate.ts';
import { commentOnArticleOperation } from '#lib/http/contract/comments.ts';
import { article } from '#tests/factories/articles.ts';
import { comment, reported } from '#tests/factories/comments.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { type Answer, call } from '#tests/setup/api.ts';
import { about, decide, decided, sendReport, takeBack } from '#tests/setup/moderating.ts';
import { bothBehind, whileOpen } from '#tests/setup/overlap.ts';
import type { Done, Order } from '#tests/setup/second-process.ts';

const ROUNDS = 50;

let ann: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  ann = await person({ role: 'moderator' });
  ben = await person({ role: 'moderator' });
});

type Outcome = Pick<Answer, 'status' | 'body'>;

/** Of two decisions one was made: the other heard of it, and one line in the log says so. */
async function expectOneOutcome({ id }: CommentView, approved: Outcome, removed: Outcome) {
  const [won, lost] = approved.status === 201 ? [approved, removed] : [removed, approved];
  const action = won === approved ? 'approve' : 'remove';
  const state = won === approved ? 'visible' : 'removed';
  expect([won.status, lost.status, lost.body.code]).toEqual([201, 409, 'already-decided']);
  expect(lost.body.current).toMatchObject({ id, state });
  expect(lost.body.decision.action).toBe(action);
  expect(
    await db().moderationAction.findMany({ where: { commentId: id }, select: { action: true } }),
  ).toEqual([{ action }]);
  expect((await db().comment.findUnique({ where: { id } }))?.state).toBe(state);
  const reports = await db().report.findMany({ where: { commentId: id }, select: { upheld: true } });
  expect(reports.every(({ upheld }) => upheld === (action === 'remove'))).toBe(true);
}

/** What is waiting in one round, and reported in the next. */
async function undecided(round: number): Promise<CommentView> {
  const waiting = await comment({ by: ann, state: round % 2 ? 'visible' : 'pending' });
  if (round % 2) await reported(about(waiting.id));
  return waiting;
}

describe('two moderators decide at the same moment', () => {
  let cleo: TestPerson;
  beforeAll(async () => {
    cleo = await person({ role: 'admin' });
  });

  test('in one process', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const thing = await undecided(round);
      const pair = [
        () => decide(ben, 'approve', about(thing.id)),
        () => decide(cleo, 'remove', about(thing.id)),
      ];
      const [first, second] = await Promise.all((round % 3 ? pair : pair.toReversed()).map((send) => send()));
      const [approved, removed] = round % 3 ? [first, second] : [second, first];
      await expectOneOutcome(thing, approved as Answer, removed as Answer);
    }
  });

  test('in two processes on one database', async () => {
    const other = await secondProcess();
    for (let round = 0; round < ROUNDS; round += 1) {
      const thing = await undecided(round);
      const here = () => decide(ben, 'approve', about(thing.id));
      const there = () => other.decide(cleo, 'remove', thing.id);
      const [approved, removed] = await bothBehind(thing.id, here, there, round % 3 === 0);
      await expectOneOutcome(thing, approved, removed);
    }
  });

  test('whatever the clock of the other machine says', async () => {
    const { id } = await comment({ state: 'pending' });
    const ahead = new Date(Date.now() + 3_600_000);
    const second = whileOpen(
      () => moderate(ben, { action: 'approve', targets: [about(id)], reason: '' }, new Date()),
      () => moderate(cleo, { action: 'remove', targets: [about(id)], reason: 'Spam.' }, ahead),
    );
    await expect(second).rejects.toMatchObject({ code: 'already-decided' });
    expect((await db().comment.findUnique({ where: { id } }))?.state).toBe('visible');
  });

  test('about the same things in another order, while others reply to them', async () => {
    const on = { article: (await article()).id };
    for (let round = 0; round < 10; round += 1) {
      const things = await Promise.all([1, 2, 3, 4].map(() => comment({ on })));
      const targets = things.map(({ id }) => about(id));
      const replier = await person();
      const [hidden, removed, ...replies] = await Promise.all([
        decide(ben, 'hide', targets),
        decide(cleo, 'remove', targets.toReversed()),
        ...things.map(({ id }) =>
          call(commentOnArticleOperation, {
            as: replier,
            params: { id: on.article },
            body: { text: 'A reply.', parentId: id },
          }),
        ),
      ]);
      expect([hidden.status, removed.status].sort()).toEqual([201, 409]);
      expect(replies.every(({ status }) => status === 201 || status === 422)).toBe(true);
    }
  });
});

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
});

async function secondProcess() {
  const child = fork(path.join(projectRoot, 'tests/setup/second-process.ts'), {
    env: { ...process.env, VITEST: undefined },
  });
  children.push(child);
  let sent = 0;
  const ask = async (order: Omit<Order, 'n'>): Promise<Outcome> => {
    sent += 1;
    const n = sent;
    child.send({ n, ...order } satisfies Order);
    for (;;) {
      const [done] = (await once(child, 'message')) as [Done];
      if (done.n === n) return { status: done.status, body: done.body };
    }
  };
  const send = (as: TestPerson, body: unknown) =>
    ask({
      route: 'app/api/moderation/actions/route.ts',
      url: 'http://localhost:3000/api/moderation/actions',
      cookie: as.cookie,
      body,
    });
  // Warm: its first request opens the pool.
  expect((await send(ben, {})).status).toBe(422);
  return {
    decide: (as: TestPerson, action: string, id: string) =>
      send(as, { action, targets: [about(id)], reason: 'It breaks the rules.' }),
  };
}

describe('reports', () => {
  test('of one person about one thing, twenty at once, are one', async () => {
    const { id } = await comment();
    const reporter = await person();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => sendReport(reporter, about(id), 'spam', `Attempt ${n}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await db().report.count({ where: { commentId: id } })).toBe(1);
    expect(await db().event.count({ where: { kind: 'report.made', actorId: reporter.id } })).toBe(1);
  });

  test('that come with the decision are decided by it, or refused', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id } = await comment();
      const [made, removed] = await Promise.all([
        sendReport(await person(), about(id)),
        decide(ben, 'remove', about(id)),
      ]);
      expect(removed.status).toBe(201);
      expect([201, 404]).toContain(made.status);
      expect(await db().report.count({ where: { commentId: id, decidedAt: null } })).toBe(0);
    }
  });
});

describe('taking back', () => {
  test('by many at once happens once', async () => {
    const { id } = await comment();
    const { id: action } = await decided(ben, 'hide', about(id));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => takeBack(n % 2 ? ann : ben, action)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(await db().moderationAction.count({ where: { undoesId: action } })).toBe(1);
  });

  test('and deciding at the same moment leave one of the two', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { id } = await comment();
      const { id: action } = await decided(ben, 'hide', about(id));
      const [undone, removed] = await Promise.all([takeBack(ben, action), decide(ann, 'remove', about(id))]);
      expect([undone.status, removed.status].sort()).toEqual([201, 409]);
      expect((await db().comment.findUnique({ where: { id } }))?.state).toBe(
        undone.status === 201 ? 'visible' : 'removed',
      );
    }
  });
});
