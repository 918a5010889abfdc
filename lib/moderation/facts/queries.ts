import { db } from '#lib/db/client.ts';
import { canBan } from '#lib/user/policy.ts';
import type { Role, Trust, Viewer } from '#lib/user/schema.ts';
import { ACTIVITY_DAYS, type AuthorFacts, COUNT_MAX } from '../queue/schema.ts';
import { reportRecordsOf } from '../report/queries.ts';

const DAY = 86_400_000;

interface PersonRow {
  id: string;
  handle: string;
  name: string;
  role: Role;
  trust: Trust;
  bannedAt: Date | null;
  createdAt: Date;
  version: number;
  comments: number;
  newcomer: boolean;
  rejected: number;
  hidden: number;
  removed: number;
}

/** What helps to judge the words of some people: three queries, and none counts further than `COUNT_MAX`. */
export async function factsOn(viewer: Viewer, userIds: readonly string[]): Promise<Map<string, AuthorFacts>> {
  if (userIds.length === 0) return new Map();
  const [people, records, days] = await Promise.all([
    readPeople(userIds),
    reportRecordsOf(userIds),
    readDays(userIds),
  ]);
  return new Map(
    people.map(({ bannedAt, createdAt, ...person }) => [
      person.id,
      {
        ...person,
        banned: bannedAt !== null,
        createdAt: createdAt.toISOString(),
        reports: records.get(person.id) ?? { decided: 0, upheld: 0 },
        days: days.get(person.id) ?? noDays(),
        canBan: canBan(viewer, person),
      },
    ]),
  );
}

function readPeople(userIds: readonly string[]): Promise<PersonRow[]> {
  return db().$queryRaw<PersonRow[]>`
    SELECT u."id", u."handle", u."name", u."role", u."trust", u."bannedAt", u."createdAt", u."version",
      (SELECT count(*)::int FROM (SELECT 1 FROM "Comment" c WHERE c."authorId" = u."id" AND c."state" <> 'deleted'
        LIMIT ${COUNT_MAX}::int) AS counted) AS "comments",
      NOT EXISTS (SELECT 1 FROM "Comment" c WHERE c."authorId" = u."id" AND c."state" = 'visible') AS "newcomer",
      away."rejected", away."hidden", away."removed"
    FROM "User" u CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE "state" = 'rejected')::int AS "rejected",
        count(*) FILTER (WHERE "state" = 'hidden')::int AS "hidden",
        count(*) FILTER (WHERE "state" = 'removed')::int AS "removed"
      FROM (SELECT "state" FROM "Comment" c WHERE c."authorId" = u."id"
        AND c."state" IN ('hidden', 'rejected', 'removed') LIMIT ${COUNT_MAX}::int) AS counted
    ) AS away WHERE u."id" = ANY(${[...userIds]}::uuid[])`;
}

type Days = AuthorFacts['days'];

const noDays = (): Days => Array.from({ length: ACTIVITY_DAYS }, () => ({ comments: 0, away: 0 }));

async function readDays(userIds: readonly string[]): Promise<Map<string, Days>> {
  const today = Math.floor(Date.now() / DAY) * DAY;
  const first = new Date(today - (ACTIVITY_DAYS - 1) * DAY);
  const rows = await db().$queryRaw<{ id: string; day: number; comments: number; away: number }[]>`
    SELECT "authorId" AS "id", floor(extract(epoch FROM "createdAt" - ${first}::timestamptz) / 86400)::int AS "day",
      count(*)::int AS "comments", count(*) FILTER (WHERE "state" IN ('hidden', 'rejected', 'removed'))::int AS "away"
    FROM "Comment" WHERE "authorId" = ANY(${[...userIds]}::uuid[]) AND "createdAt" >= ${first} GROUP BY 1, 2`;
  const byPerson = new Map<string, Days>();
  for (const { id, day, comments, away } of rows) {
    const days = byPerson.get(id) ?? noDays();
    if (days[day]) days[day] = { comments, away };
    byPerson.set(id, days);
  }
  return byPerson;
}
