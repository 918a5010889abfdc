import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { AnnotationCore, AnnotationQuery, Kind } from './schema.ts';

const columns = {
  id: true,
  articleId: true,
  authorId: true,
  kind: true,
  state: true,
  statement: true,
  exact: true,
  prefix: true,
  suffix: true,
  revisionNumber: true,
  wording: true,
  shown: true,
  version: true,
  createdAt: true,
  editedAt: true,
  author: { select: { handle: true, name: true } },
  // The newest revision that it was carried to.
  anchors: { orderBy: { revisionNumber: 'desc' }, take: 1 },
} as const satisfies Prisma.AnnotationSelect;

export type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof columns }>;

export async function getAnnotationRow(id: string): Promise<AnnotationRow | null> {
  return db().annotation.findUnique({ where: { id }, select: columns });
}

export async function requireAnnotationRow(id: string): Promise<AnnotationRow> {
  const row = await getAnnotationRow(id);
  if (!row) throw new Problem('not-found', 'There is no such annotation.');
  return row;
}

/** Holds the annotation until the transaction ends: what hangs on it changes one at a time. */
export async function lockAnnotation(id: string): Promise<AnnotationRow> {
  await db().$executeRaw`SELECT 1 FROM "Annotation" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return requireAnnotationRow(id);
}

/** The annotations of an article, in the order of the text; those without a place come last. */
export async function listAnnotationRows(articleId: string, query: AnnotationQuery & { withdrawn?: boolean } = {}) {
  const rows = await db().annotation.findMany({
    where: {
      articleId,
      ...(query.withdrawn ? {} : { state: 'active' }),
      ...(query.kind ? { kind: query.kind } : {}),
      ...(query.verdict ? { shown: query.verdict } : {}),
    },
    select: columns,
  });
  const wanted = query.state ? rows.filter((row) => row.anchors[0]?.state === query.state) : rows;
  const place = (row: AnnotationRow) => row.anchors[0]?.start ?? Number.MAX_SAFE_INTEGER;
  return wanted.sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

/** What an annotation is by itself, as it goes out. */
export function toCore(row: AnnotationRow): AnnotationCore {
  const anchor = row.anchors[0];
  return {
    id: row.id,
    articleId: row.articleId,
    // CHECK constraints hold the words to the lists in schema.ts.
    kind: row.kind as Kind,
    state: row.state as AnnotationCore['state'],
    author: row.author,
    statement: row.statement,
    target: { exact: row.exact, prefix: row.prefix, suffix: row.suffix, revision: row.revisionNumber },
    anchor: {
      revision: anchor?.revisionNumber ?? row.revisionNumber,
      start: anchor?.start ?? null,
      end: anchor?.end ?? null,
      state: (anchor?.state ?? 'orphaned') as AnnotationCore['anchor']['state'],
      changes: (anchor?.changes ?? []) as AnnotationCore['anchor']['changes'],
    },
    wording: row.wording,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}

/** True if somebody other than its author gave a source, a verdict or a comment. */
export async function othersTookPart(row: { id: string; authorId: string }): Promise<boolean> {
  const [found] = await db().$queryRaw<{ others: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Source" WHERE "annotationId" = ${row.id}::uuid AND "addedById" <> ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "Assessment" WHERE "annotationId" = ${row.id}::uuid AND "authorId" <> ${row.authorId}::uuid)
      OR EXISTS (SELECT 1 FROM "Comment" WHERE "annotationId" = ${row.id}::uuid
                   AND "authorId" IS DISTINCT FROM ${row.authorId}::uuid) AS "others"`;
  return found?.others ?? false;
}

/** Earlier wordings, newest first. */
export async function listWordings(annotationId: string) {
  const rows = await db().wording.findMany({
    where: { annotationId },
    orderBy: { number: 'desc' },
    select: { number: true, kind: true, statement: true, exact: true, replacedAt: true },
  });
  return rows.map((row) => ({ ...row, replacedAt: row.replacedAt.toISOString() }));
}
