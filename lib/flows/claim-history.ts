import { db } from '#lib/db/client.ts';
import type { EventData } from '#lib/events/schema.ts';

/** The events that made a claim what it is. Its thread, votes, labels and looks at its sources are told elsewhere. */
const TOLD = [
  'annotation.made',
  'annotation.edited',
  'annotation.reworded',
  'annotation.withdrawn',
  'annotation.hidden',
  'annotation.restored',
  'annotation.removed',
  'annotation.linked',
  'annotation.unlinked',
  'source.added',
  'source.edited',
  'source.removed',
  'assessment.given',
  'assessment.changed',
  'assessment.retracted',
  'ruling.published',
  'ruling.corrected',
  'ruling.retracted',
  'recusal.declared',
] as const;

/** What happened to a claim, as its page tells it. */
export interface HistoryEntry {
  /** Unique in one history. */
  key: string;
  kind: (typeof TOLD)[number] | `passage.${'changed' | 'orphaned' | 'edited' | 'back'}`;
  at: string;
  /** Null where nobody did it, as when a page was looked at. */
  actor: { handle: string; name: string } | null;
  /** What it said before a new wording. */
  before: string | null;
  /** Of a source that is still there: the host of its page. */
  host: string | null;
  /** Of a link: the other claim, if everybody can read it. */
  linked: { id: string; statement: string } | null;
  /** Of what happened to the passage: in which revision of the article. */
  revision: number | null;
  data: EventData;
}

/** So much is told, the newest of it; more happens to hardly any claim. */
const TOLD_MAX = 100;

interface EventRow {
  id: bigint;
  kind: (typeof TOLD)[number];
  createdAt: Date;
  handle: string | null;
  name: string | null;
  url: string | null;
  linkedId: string | null;
  linkedStatement: string | null;
  data: EventData;
}

interface PassageRow {
  revisionNumber: number;
  state: string;
  capturedAt: Date;
}

/**
 * What happened to a claim, oldest first, and whether there is more before it. Its thread tells of its comments. Two
 * queries, each read from the end of an index.
 */
export async function readClaimHistory(
  id: string,
  wordings: readonly { number: number; statement: string | null; exact: string }[],
): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const [events, passages] = await Promise.all([readEvents(id), readPassages(id)]);
  const told = [...toEntries(events.slice(0, TOLD_MAX), wordings), ...passages.map(toPassageEntry)];
  const entries = told.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { entries: entries.slice(-TOLD_MAX), more: events.length > TOLD_MAX || entries.length > TOLD_MAX };
}

/** Newest first. */
function readEvents(id: string): Promise<EventRow[]> {
  return db().$queryRaw<EventRow[]>`
    SELECT e."id", e."kind", e."createdAt", u."handle", u."name", s."url", other."id"::text AS "linkedId",
      other."statement" AS "linkedStatement", e."data"
    FROM "Event" e
    LEFT JOIN "User" u ON u."id" = e."actorId"
    LEFT JOIN "Source" s ON e."kind" LIKE 'source.%' AND s."id" = e."subjectId"
    LEFT JOIN "Annotation" other ON e."kind" = 'annotation.linked' AND other."id" = (e."data"->>'with')::uuid
      AND other."state" IN ('active', 'withdrawn')
    WHERE coalesce(e."data"->>'annotationId', e."subjectId"::text) = ${id}
      AND e."kind" NOT LIKE 'comment.%' AND e."kind" NOT LIKE 'user.%' AND e."kind" = ANY(${[...TOLD]}::text[])
    ORDER BY e."id" DESC LIMIT ${TOLD_MAX + 1}::int`;
}

/** Each revision in which the passage came to stand in another way, as carried over by the server. */
function readPassages(id: string): Promise<PassageRow[]> {
  return db().$queryRaw<PassageRow[]>`
    SELECT * FROM (
      SELECT a."revisionNumber", a."state", r."capturedAt",
        lag(a."state") OVER (ORDER BY a."revisionNumber") AS "before"
      FROM "Anchor" a JOIN "Annotation" n ON n."id" = a."annotationId"
      JOIN "Revision" r ON r."articleId" = n."articleId" AND r."number" = a."revisionNumber"
      WHERE a."annotationId" = ${id}::uuid
    ) AS carried
    WHERE "before" IS NOT NULL
      AND (CASE "before" WHEN 'moved' THEN 'exact' ELSE "before" END)
        IS DISTINCT FROM (CASE "state" WHEN 'moved' THEN 'exact' ELSE "state" END)
    ORDER BY "revisionNumber" DESC LIMIT ${TOLD_MAX}::int`;
}

/** Each new wording with what the claim said before: the newest events belong to the newest wordings. */
function toEntries(
  events: readonly EventRow[],
  wordings: readonly { number: number; statement: string | null; exact: string }[],
): HistoryEntry[] {
  const replaced = wordings.toSorted((a, b) => b.number - a.number);
  let at = 0;
  const entries = events.map((row): HistoryEntry => {
    const wording = row.kind === 'annotation.reworded' ? replaced[at++] : undefined;
    const { linkedId, linkedStatement } = row;
    return {
      key: `event-${row.id}`,
      kind: row.kind,
      at: row.createdAt.toISOString(),
      actor: row.handle !== null && row.name !== null ? { handle: row.handle, name: row.name } : null,
      before: wording ? (wording.statement ?? wording.exact) : null,
      host: row.url && new URL(row.url).hostname.replace(/^www\./, ''),
      linked: linkedId !== null ? { id: linkedId, statement: linkedStatement ?? '' } : null,
      revision: null,
      data: row.data,
    };
  });
  // Of what happened in one transaction, the ids tell the order.
  return entries.reverse();
}

const PASSAGE_KINDS: Record<string, HistoryEntry['kind']> = {
  exact: 'passage.back',
  moved: 'passage.back',
  edited: 'passage.edited',
  changed: 'passage.changed',
  orphaned: 'passage.orphaned',
};

function toPassageEntry({ revisionNumber, state, capturedAt }: PassageRow): HistoryEntry {
  return {
    key: `revision-${revisionNumber}`,
    kind: PASSAGE_KINDS[state] ?? 'passage.changed',
    at: capturedAt.toISOString(),
    ...{ actor: null, before: null, host: null, linked: null },
    revision: revisionNumber,
    data: {},
  };
}
