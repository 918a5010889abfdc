import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { CHANNEL } from '#lib/events/channel.ts';
import { emit } from '#lib/events/mutations.ts';
import type { EventKind, Happening } from '#lib/events/schema.ts';
import { closeHub, hub } from '#lib/realtime/hub.ts';
import { SecondHub } from '#tests/setup/second-hub.ts';

const HERE = '00000000-0000-7000-8000-0000000000aa';
const THERE = '00000000-0000-7000-8000-0000000000bb';

let second: SecondHub;
beforeAll(async () => {
  second = await SecondHub.start();
});
afterAll(() => second.stop());

let got: Happening[];
let ended: number;
let leave: () => void;
beforeEach(async () => {
  await hub().start();
  await expect.poll(() => hub().connected).toBe(true);
  got = [];
  ended = 0;
  leave = follow(HERE);
});
afterEach(() => leave());
afterAll(closeHub);

function follow(articleId: string, caller = 'somebody') {
  return hub().open({
    articleIds: new Set([articleId]),
    caller,
    receive: (happening) => got.push(happening),
    end: () => {
      ended += 1;
    },
  });
}

const posted = (articleId = HERE, kind: EventKind = 'comment.posted') => ({
  kind,
  articleId,
  subjectId: THERE,
  data: {},
});
const say = () => transaction(() => emit(posted()));
/** As by a process that died between its commit and its NOTIFY. */
const sayWithoutNotify = () =>
  db().$executeRaw`INSERT INTO "Event" ("kind", "articleId") VALUES ('comment.posted', ${HERE}::uuid)`;
/** Ends the connection on which this process listens; the other one's stays. */
const cutListening = () => db().$executeRaw`
  SELECT pg_terminate_backend("pid") FROM pg_stat_activity
  WHERE "application_name" = 'obelus listen' AND "datname" = current_database()
  ORDER BY "backend_start" DESC LIMIT 1`;

test('a process hears at once of what it did itself, and the other one by a message', async () => {
  second.heard.length = 0;
  await say();
  expect(got).toHaveLength(1);
  await expect.poll(() => second.heard.length).toBe(1);
  expect(second.heard[0]).toEqual(got[0]);
  await second.emit(posted());
  await expect.poll(() => got.length).toBe(2);
});

test('only those are told who want to know', async () => {
  await second.emit(posted(THERE), posted(HERE));
  await expect.poll(() => got.length).toBe(1);
  expect(got[0]?.articleId).toBe(HERE);
});

test('what nobody sent a message about is found in the table', async () => {
  await sayWithoutNotify();
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
});

test('a connection that broke is taken up again, and nothing is missed or told twice', async () => {
  let lost = 0;
  hub().whenLost(() => {
    lost += 1;
  });
  await cutListening();
  await second.emit(posted());
  await expect.poll(() => lost).toBe(1);
  await second.emit(posted());
  await sayWithoutNotify();
  await say();
  await expect.poll(() => hub().connected).toBe(true);
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(4);
  await second.emit(posted());
  await expect.poll(() => got.length).toBe(5);
  expect(new Set(got.map(({ id }) => id)).size).toBe(5);
});

test('many things at once in both processes: each is told once, in both', async () => {
  const MANY = 150;
  const here = Array.from({ length: MANY }, () => say());
  const there = second.emit(...Array.from({ length: MANY }, () => posted()));
  await Promise.all([...here, there]);
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(2 * MANY);
  // The table is read behind all of them.
  const before = hub().resumeFrom;
  await say();
  await expect.poll(() => hub().resumeFrom, { timeout: 10_000 }).not.toBe(before);
  expect(got).toHaveLength(2 * MANY + 1);
  expect(new Set(got.map(({ id }) => id)).size).toBe(2 * MANY + 1);
  await expect.poll(() => got.filter(({ id }) => !second.heard.some((one) => one.id === id))).toEqual([]);
});

test('a message that makes no sense harms nobody', async () => {
  for (const message of [
    '',
    'null',
    '{}',
    '{"from":"x","lines":[1,[2]]}',
    '{"from":"x","lines":[["1","no",0,0,0]]}',
  ])
    await db().$executeRaw`SELECT pg_notify(${CHANNEL}, ${message})`;
  await second.emit(posted());
  await expect.poll(() => got.length).toBe(1);
});

test('a hub that is opened within a transaction does not stay in it', async () => {
  await closeHub();
  await transaction(async () => {
    leave = follow(HERE);
  });
  await expect.poll(() => hub().connected).toBe(true);
  await sayWithoutNotify();
  await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1);
});

test.each([
  'user.banned',
  'user.password-changed',
  'user.signed-out',
  'user.role-given',
  'user.confirmed',
] as const)('streams of a person end with %s, there and here', async (kind) => {
  const stop = follow(HERE, THERE);
  await second.emit({ ...posted(HERE, kind), articleId: null });
  await expect.poll(() => ended).toBe(1);
  stop();
});

test('closing ends all streams', async () => {
  await closeHub();
  expect(ended).toBe(1);
});
