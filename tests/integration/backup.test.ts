import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, expect, test, vi } from 'vitest';
import { ONE_SNAPSHOT } from '#lib/db/backup/copy-out.ts';
import { inOneTransaction } from '#lib/db/backup/one-transaction.ts';
import { db, disconnect } from '#lib/db/client.ts';
import { knownMigrations, migrateTo, pendingMigrations } from '#lib/db/migrate.ts';
import { env, rereadEnv } from '#lib/env/env.ts';
import { START } from '#lib/events/position.ts';
import { listEventsAfter } from '#lib/events/queries.ts';
import { identify } from '#lib/http/caller.ts';
import { putIntoOutbox } from '#lib/mail/outbox.ts';
import { content } from '#tests/factories/backups.ts';
import { mailsTo } from '#tests/factories/mails.ts';
import { person, type TestPerson } from '#tests/factories/people.ts';
import { backedUp, bare, clearAwayRestored, folder, migrated, restored } from '#tests/setup/restoring.ts';
import { query, wholeDatabase } from '#tests/setup/whole-database.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

clearAwayRestored();

/** Runs something as a server with that database and data folder would. */
async function at<T>(url: string, data: string, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  await disconnect();
  Object.assign(process.env, { DATABASE_URL: url, OBELUS_DATA: data });
  delete process.env.OBELUS_SECRET;
  rereadEnv();
  try {
    return await work();
  } finally {
    await disconnect();
    Object.assign(process.env, before);
    rereadEnv();
  }
}

let someone: TestPerson;
beforeAll(async () => {
  someone = await content();
  const mail = { to: 'a@example.org', subject: 'Ä', text: 'x', html: '<p>x', at: '2026-11-23T00:00:00.000Z' };
  await putIntoOutbox('one', mail, Buffer.from([0, 255, 13, 10]));
  writeFileSync(path.join(env().data, 'outbox', 'half.eml.1.draft'), 'half');
});

test('every row of every table comes back, with everything that holds the tables together', async () => {
  const url = await bare();
  const told = await restored(await backedUp(), url);
  const [before, after] = [await wholeDatabase(env().databaseUrl), await wholeDatabase(url)];
  expect(Object.values(before.rows).filter((rows) => rows.length > 0).length).toBeGreaterThan(10);
  expect(after).toEqual(before);
  expect(told.join('\n')).toMatch(/Comment: 102 rows.*4 jobs that waited, queued again\.\n2 files put back/s);
  expect(await pendingMigrations(url)).toEqual([]);
  await expect(query(url, `UPDATE "Revision" SET text = ''`)).rejects.toThrow(/append-only/);
  await expect(query(url, `DELETE FROM "User"`)).rejects.toThrow(/foreign key/);
  const { rows } = await query(url, 'SELECT count(*)::int AS count FROM "RateLimit"');
  expect(rows).toEqual([{ count: 0 }]);
});

test('people come in with their old cookie, and what was promised is done, with the secret of then', async () => {
  const [url, data] = [await bare(), path.join(folder, 'another')];
  const secret = env().secret;
  await restored(await backedUp(), url, { data });
  expect(statSync(path.join(data, 'secret')).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(data, 'outbox', '20261123T000000000Z-one.eml'))).toEqual(
    Buffer.from([0, 255, 13, 10]),
  );
  const job = `SELECT id, data, start_after, keep_until FROM pgboss.job WHERE name = 'mail.send'`;
  expect((await query(url, job)).rows).toEqual((await query(env().databaseUrl, job)).rows);
  await at(url, data, async () => {
    expect(env().secret).toBe(secret);
    const { viewer } = await identify(new Headers({ cookie: someone.cookie }));
    expect(viewer).toMatchObject({ id: someone.id, role: 'admin' });
    const mails = await mailsTo(someone.email);
    expect(mails.map(({ text }) => text.includes('/reset-password?token='))).toEqual([true]);
    expect(await mailsTo('a@example.org')).toHaveLength(1);
  });
});

test('readers of events see all the old ones in their order, and the new ones behind them', async () => {
  const [busy, url, data] = [await bare(), await bare(), path.join(folder, 'events')];
  await restored(await backedUp(), busy);
  // As on a server that has carried out far more transactions than this one.
  await query(busy, `UPDATE "Event" SET xid = (id + 1e12)::bigint::text::xid8`);
  await restored(await backedUp(busy), url, { data });
  const { rows } = await query(busy, 'SELECT id FROM "Event" ORDER BY id');
  await at(url, data, async () => {
    const seen: bigint[] = [];
    let position = START;
    for (;;) {
      const events = await listEventsAfter(position, 50);
      const last = events.at(-1);
      if (!last) break;
      seen.push(...events.map(({ id }) => id));
      position = { xid: last.xid, id: last.id };
    }
    expect(seen).toEqual(rows.map(({ id }) => BigInt(id)));
    const late = await person({ name: 'Came later' });
    const [event, ...more] = await listEventsAfter(position);
    expect([event?.kind, event?.subjectId, more]).toEqual(['user.joined', late.id, []]);
    expect(event?.id).toBeGreaterThan(seen.at(-1) ?? 0n);
  });
});

test('a transaction number that no other server could read has the restoring transaction for its default', async () => {
  const { rows } = await query(
    env().databaseUrl,
    `SELECT table_name || '.' || column_name AS name, udt_name AS type, column_default AS standard
     FROM information_schema.columns
     WHERE table_schema = 'public' AND udt_name IN ('xid', 'xid8', 'pg_lsn', 'pg_snapshot', 'oid', 'regclass')`,
  );
  const unfit = rows.filter(({ type, standard }) => type !== 'xid8' || standard !== 'pg_current_xact_id()');
  expect(unfit, 'say in lib/db/backup how it is carried to another server').toEqual([]);
  expect(rows.length).toBeGreaterThan(0);
});

const ODD = `
  CREATE TABLE "Odd ""one" (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "the text" text, bytes bytea, number numeric,
    float double precision, moment timestamptz, day date, span interval, list text[], document jsonb, raw json,
    doubled integer GENERATED ALWAYS AS (id * 2) STORED, parent integer REFERENCES "Odd ""one", beside integer);
  CREATE TABLE beside (id integer PRIMARY KEY, odd integer NOT NULL REFERENCES "Odd ""one" ON DELETE CASCADE, gone text);
  ALTER TABLE beside DROP COLUMN gone, ADD COLUMN late text DEFAULT 'here';
  ALTER TABLE "Odd ""one" ADD FOREIGN KEY (beside) REFERENCES beside DEFERRABLE INITIALLY DEFERRED;
  CREATE FUNCTION count_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.late := NEW.late || '+'; RETURN NEW; END $$;
  CREATE TRIGGER count_up BEFORE INSERT ON beside FOR EACH ROW EXECUTE FUNCTION count_up();
  ALTER TABLE beside ENABLE ALWAYS TRIGGER count_up;
  CREATE SEQUENCE "loose one" START 7 INCREMENT 5;
  CREATE SEQUENCE fresh;`;

test('values of every kind, tables in a circle, triggers and sequences', async () => {
  const [from, to] = [await migrated(), await migrated()];
  for (const url of [from, to]) await query(url, ODD);
  const characters = Array.from({ length: 0x250 }, (_, n) => String.fromCharCode(n + 1)).join('');
  const texts = ['', '\\N', '\\.', '.\n\\.\n', 'NULL', '\t\r\n\\', `${characters}👩‍🚒\uffff`, null];
  const others = [
    ['Infinity', '-Infinity', 'infinity', '{}', '{"a": 1.000000000000000000000000000001}'],
    ['NaN', 'NaN', '-infinity', '{"",NULL,"NULL","\\"\\\\,{}"}', '"\\u00e4 \\\\ \\n"'],
    ['-1e-400', '5e-324', '4713-01-01 12:00:00.000001+00 BC', null, 'null'],
    ['123456789012345678901234567890.5', '-0', '294276-12-31 23:59:59.999999+00', '{{1,2},{3,4}}', null],
  ];
  for (const [n, words] of texts.entries()) {
    const [number, float, moment, list, document] = others[n % others.length] as (string | null)[];
    await query(
      from,
      `INSERT INTO "Odd ""one" ("the text", bytes, number, float, moment, day, span, list, document, raw, parent)
       VALUES ($1, $2, $3, $4, $5, '0044-03-15 BC', '1 mon -3 days 00:00:01.5', $6, $7, $8, $9)`,
      [
        words,
        Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
        number,
        float,
        moment,
        list,
        document,
        '{"b":  1, "b": "\\u0000"}',
        n > 0 ? 1 : null,
      ],
    );
  }
  await query(from, `INSERT INTO beside VALUES (1, 2), (2, 1)`);
  await query(from, `UPDATE "Odd ""one" SET beside = 1, parent = 8`);
  await query(from, `SELECT nextval('"loose one"'), nextval('"loose one"')`);
  await restored(await backedUp(from), to);
  const before = await wholeDatabase(from);
  expect(before.rows.beside).toEqual(['(1,here+,2)', '(2,here+,1)']);
  expect(await wholeDatabase(to)).toEqual(before);
  for (const [sequence, next] of [
    ['"loose one"', '17'],
    ['fresh', '1'],
    ['"Odd ""one_id_seq"', '9'],
  ] as const) {
    expect((await query(to, 'SELECT nextval($1::regclass) AS next', [sequence])).rows).toEqual([{ next }]);
  }
});

test('what is written meanwhile is in it as of one moment', async () => {
  const url = await migrated();
  let acknowledged = 0;
  let writing = true;
  const writer = async (client: pg.Client) => {
    await client.connect();
    while (writing) {
      const id = crypto.randomUUID();
      await client.query('BEGIN');
      await client.query(`INSERT INTO "Event" (kind, "subjectId") VALUES ('user.joined', '${id}')`);
      await client.query(
        `INSERT INTO "User" (id, email, handle, name) VALUES ('${id}', '${id}', '${id}', '')`,
      );
      await client.query(
        `INSERT INTO "Session" (id, "userId", "expiresAt") VALUES ('${id}', '${id}', 'infinity')`,
      );
      await client.query('COMMIT');
      acknowledged += 1;
    }
    await client.end();
  };
  const writers = [1, 2, 3].map(() => writer(new pg.Client(url)));
  await expect.poll(() => acknowledged).toBeGreaterThan(30);
  const atBegin = acknowledged;
  const file = await backedUp(url);
  const atEnd = acknowledged;
  writing = false;
  await Promise.all(writers);
  expect(atEnd).toBeGreaterThan(atBegin);
  const to = await bare();
  await restored(file, to);
  const ids = async (sql: string) => (await query(to, sql)).rows.map(({ id }) => id);
  const people = await ids('SELECT id FROM "User" ORDER BY id');
  expect(people.length).toBeGreaterThanOrEqual(atBegin);
  expect(people.length).toBeLessThanOrEqual(atEnd + writers.length);
  expect(await ids('SELECT "userId" AS id FROM "Session" ORDER BY 1')).toEqual(people);
  expect(await ids('SELECT "subjectId" AS id FROM "Event" ORDER BY 1')).toEqual(people);
  const { rows } = await query(to, `SELECT nextval('"Event_id_seq"') > max(id) AS past FROM "Event"`);
  expect(rows).toEqual([{ past: true }]);
});

test('nobody who reads events waits for a backup that takes long', async () => {
  await inOneTransaction(env().databaseUrl, ONE_SNAPSHOT, async () => {
    const { id } = await person();
    const seen = await listEventsAfter(START, 100_000);
    expect(seen.some(({ kind, subjectId }) => kind === 'user.joined' && subjectId === id)).toBe(true);
  });
});

test('a backup of an older version is brought back and then brought up to date', async () => {
  const [from, to] = [await bare(), await bare()];
  const [first = ''] = knownMigrations();
  await migrateTo(from, [first]);
  await query(
    from,
    `INSERT INTO "User" (id, email, handle, name) VALUES (gen_random_uuid(), 'a@example.org', 'aa', 'A')`,
  );
  const told = await restored(await backedUp(from, folder), to);
  expect(told).toContain(`Migrated on: ${knownMigrations().slice(1).join(', ')}.`);
  expect(await pendingMigrations(to)).toEqual([]);
  expect((await query(to, 'SELECT email FROM "User"')).rows).toEqual([{ email: 'a@example.org' }]);
});

test('a restore that fails on its way leaves nothing, and can be tried again', async () => {
  const to = await migrated();
  const file = await backedUp();
  const empty = await wholeDatabase(to);
  // The data folder, which is written last, cannot be: a file lies in its place.
  const blocked = path.join(folder, 'blocked');
  writeFileSync(blocked, '');
  await expect(restored(file, to, { data: blocked })).rejects.toThrow();
  expect(await wholeDatabase(to)).toEqual(empty);
  const next = `SELECT nextval('"Event_id_seq"') AS next, (SELECT count(*)::int FROM pgboss.job) AS jobs`;
  expect((await query(to, next)).rows).toEqual([{ next: '1', jobs: 0 }]);
  await restored(file, to);
  expect(await wholeDatabase(to)).toEqual(await wholeDatabase(env().databaseUrl));
});

test('jobs for which it is too late are left out, and those of the queue itself', async () => {
  const [from, to] = [await migrated(), await bare()];
  await at(from, folder, () => content());
  await query(
    from,
    `INSERT INTO pgboss.job (name, data, state, keep_until)
     VALUES ('mail.send', '{"n": 1}', 'active', now() + interval '1 day'), ('mail.send', '{"n": 2}', 'retry', now() + interval '1 day'),
            ('mail.send', '{"n": 3}', 'completed', now() + interval '1 day'), ('mail.send', '{"n": 4}', 'created', now() - interval '1 day')`,
  );
  await restored(await backedUp(from), to);
  const { rows } = await query(
    to,
    `SELECT data -> 'n' AS n, state FROM pgboss.job WHERE name = 'mail.send' ORDER BY data -> 'n'`,
  );
  expect(rows).toEqual([
    { n: 1, state: 'created' },
    { n: 2, state: 'created' },
    { n: null, state: 'created' },
  ]);
  expect(await db().user.count()).toBeGreaterThan(0);
});
