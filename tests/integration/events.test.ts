import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { env } from '#lib/env/env.ts';
import { type EventPosition, START } from '#lib/events/position.ts';
import { currentPosition, listEventsAfter } from '#lib/events/queries.ts';

const writers: pg.Client[] = [];
beforeAll(async () => {
  for (let n = 0; n < 6; n += 1) {
    const client = new pg.Client(env().databaseUrl);
    await client.connect();
    writers.push(client);
  }
});
afterAll(() => Promise.all(writers.map((client) => client.end())));

/** Reads what is new, as a feed or a webhook would. */
async function drain(from: EventPosition, seen: bigint[]): Promise<EventPosition> {
  let position = from;
  for (const { id, xid } of await listEventsAfter(position)) {
    seen.push(id);
    position = { xid, id };
  }
  return position;
}

const write = async (client: pg.Client) =>
  BigInt(
    (await client.query(`INSERT INTO "Event" ("kind") VALUES ('comment.posted') RETURNING "id"`)).rows[0].id,
  );

test('a lower id that commits after a higher one was read is not missed', async () => {
  const [slow, fast] = writers as [pg.Client, pg.Client];
  const seen: bigint[] = [];
  let position = await drain(START, seen);
  await slow.query('BEGIN');
  const early = await write(slow);
  const late = await write(fast);
  position = await drain(position, seen);
  // The later one waits until nothing that began before it can still appear.
  expect(seen).not.toContain(late);
  await slow.query('COMMIT');
  await drain(position, seen);
  expect(seen.filter((id) => id === early || id === late)).toEqual([early, late]);
});

test('a transaction in another database of the server holds nothing up, one of our own does', async () => {
  const elsewhere = new pg.Client(inject('postgresUrl'));
  await elsewhere.connect();
  const [slow, fast] = writers as [pg.Client, pg.Client];
  try {
    const seen: bigint[] = [];
    await elsewhere.query('BEGIN; SELECT pg_current_xact_id()');
    const early = await write(fast);
    const now = await currentPosition();
    let position = await drain(START, seen);
    expect(seen).toContain(early);
    await drain(now, seen);
    // Whoever begins now is not told of what was there before.
    expect(seen.filter((id) => id === early)).toEqual([early]);
    await slow.query('BEGIN');
    const open = await write(slow);
    const late = await write(fast);
    position = await drain(position, seen);
    expect(seen).not.toContain(late);
    await slow.query('COMMIT');
    await drain(position, seen);
    expect(seen.filter((id) => id === open || id === late)).toEqual([open, late]);
  } finally {
    await elsewhere.end();
  }
});

test('transactions are in the order of their numbers, not of their digits', async () => {
  const [client] = writers as [pg.Client];
  const { rows } = await client.query(
    `INSERT INTO "Event" ("kind", "xid") SELECT 'comment.posted', xid::xid8 FROM unnest($1::text[]) AS xid RETURNING "id", "xid"`,
    [['100', '11', '9', '99']],
  );
  const numberOf = new Map(rows.map(({ id, xid }) => [BigInt(id), xid]));
  const read = (await listEventsAfter(START)).flatMap(({ id }) => numberOf.get(id) ?? []);
  expect(read).toEqual(['9', '11', '99', '100']);
});

test('read while transactions overlap, none is missed and none comes twice', async () => {
  const seen: bigint[] = [];
  let position = await drain(START, seen);
  seen.length = 0;
  let busy = writers.length;
  const written: bigint[] = [];
  const work = writers.map(async (client, nth) => {
    for (let round = 0; round < 25; round += 1) {
      await client.query('BEGIN');
      const ids = [await write(client)];
      if ((round + nth) % 3 === 0) ids.push(await write(client));
      const commits = (round * 7 + nth) % 5 !== 0;
      await client.query(commits ? 'COMMIT' : 'ROLLBACK');
      if (commits) written.push(...ids);
    }
    busy -= 1;
  });
  while (busy > 0) position = await drain(position, seen);
  await Promise.all(work);
  await drain(position, seen);
  expect([...seen].sort()).toEqual([...written].sort());
  expect(new Set(seen).size).toBe(seen.length);
});
