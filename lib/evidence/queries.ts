import { shownDate } from '#lib/article/publication-date.ts';
import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { inListedOrder } from './listed-order.ts';
import type { SourceView } from './schema.ts';
import { voiceOf } from './voices.ts';

const columns = {
  id: true,
  annotationId: true,
  pageId: true,
  addedById: true,
  url: true,
  archiveUrl: true,
  kind: true,
  stance: true,
  quote: true,
  note: true,
  state: true,
  wording: true,
  version: true,
  createdAt: true,
  editedAt: true,
  addedBy: { select: { handle: true, name: true } },
  takenFrom: { select: { id: true, state: true } },
  firstAddedBy: { select: { handle: true, name: true } },
  quoteStart: true,
  quoteEnd: true,
  changes: true,
  found: true,
  lostAt: true,
  newsAt: true,
  useful: true,
  notUseful: true,
  page: { select: { id: true, title: true, failure: true, movedTo: true, voiceId: true } },
  snapshot: {
    select: {
      id: true,
      title: true,
      publisher: true,
      publishedAt: true,
      publishedDay: true,
      sha256: true,
      capturedAt: true,
      seenAt: true,
    },
  },
} as const satisfies Prisma.SourceSelect;

export type SourceRow = Prisma.SourceGetPayload<{ select: typeof columns }>;

export async function requireSourceRow(id: string): Promise<SourceRow> {
  const row = await db().source.findUnique({ where: { id }, select: columns });
  if (!row) throw new Problem('not-found', 'There is no such source.');
  return row;
}

/** The sources of some annotations, in one query and in the order in which they are listed. */
export async function listSourceRows(annotationIds: string[]): Promise<SourceRow[]> {
  const rows = await db().source.findMany({
    where: { annotationId: { in: annotationIds } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return inListedOrder(rows);
}

/** The addresses of some sources, by their ids. */
export async function listSourceUrls(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().source.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, url: true },
  });
  return new Map(rows.map(({ id, url }) => [id, url]));
}

/**
 * @param wording the annotation's own, which tells whether the source still speaks of it
 * @param mine the viewer's vote on it
 */
export function toSourceView(row: SourceRow, wording: number, mine = 0): SourceView {
  return {
    id: row.id,
    annotationId: row.annotationId,
    pageId: row.pageId,
    voice: voiceOf(row.page),
    addedBy: row.addedBy,
    url: row.url,
    archiveUrl: row.archiveUrl,
    host: new URL(row.url).hostname.replace(/^www\./, ''),
    title: row.page.title,
    stance: row.stance as SourceView['stance'],
    kind: row.kind as SourceView['kind'],
    quote: row.quote,
    note: row.note,
    state: row.state as SourceView['state'],
    place: placeOf(row),
    changes: row.changes as SourceView['changes'],
    found: row.found,
    lostAt: row.lostAt?.toISOString() ?? null,
    movedTo: row.page.movedTo,
    failure: row.page.failure,
    snapshot: row.snapshot && toSnapshotView(row.snapshot),
    origin: originOf(row),
    votes: { useful: row.useful, notUseful: row.notUseful, mine },
    current: row.wording === wording,
    wording: row.wording,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

function originOf({ takenFrom, firstAddedBy }: SourceRow): SourceView['origin'] {
  if (!firstAddedBy) return null;
  const isThere = takenFrom?.state === 'active' || takenFrom?.state === 'withdrawn';
  return { annotationId: isThere ? takenFrom.id : null, addedBy: firstAddedBy };
}

/** Where a quote was chosen is no place before a look has found it there. */
function placeOf({ state, quoteStart, quoteEnd }: SourceRow): SourceView['place'] {
  if (state === 'pending' || quoteStart === null || quoteEnd === null) return null;
  return { start: quoteStart, end: quoteEnd };
}

export function toSnapshotView(snapshot: NonNullable<SourceRow['snapshot']>) {
  return {
    id: snapshot.id,
    title: snapshot.title,
    publisher: snapshot.publisher,
    publishedAt: shownDate(snapshot),
    sha256: snapshot.sha256,
    capturedAt: snapshot.capturedAt.toISOString(),
    seenAt: snapshot.seenAt.toISOString(),
  };
}
