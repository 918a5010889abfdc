import { db } from '#lib/db/client.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { emit } from '#lib/events/mutations.ts';
import { arrange, type Placing } from './arrange.ts';
import { fingerprint } from './fingerprint.ts';
import { improvement, storedTime } from './merge.ts';
import type { ExhibitCommentState, FoundAbout, FoundComment } from './schema.ts';

/** How many comments came in, and how many that were here gained something. */
export interface Laid {
  added: number;
  changed: number;
}

/** The exhibit of an article, made if there is none, and held until the transaction ends. */
export async function holdExhibit(
  actorId: string | null,
  articleId: string,
  about: FoundAbout,
): Promise<{ id: string; created: boolean }> {
  const made = await db().exhibit.createMany({
    data: [{ articleId, importedById: actorId, ...about }],
    skipDuplicates: true,
  });
  const [row] = await db().$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "Exhibit" WHERE "articleId" = ${articleId}::uuid FOR UPDATE`;
  return { id: row?.id ?? '', created: made.count > 0 };
}

const KEPT = {
  id: true,
  key: true,
  fingerprint: true,
  parentKey: true,
  writtenAt: true,
  writtenDay: true,
  timeWords: true,
  up: true,
  down: true,
  score: true,
  exact: true,
} as const satisfies Prisma.ExhibitCommentSelect;

type Kept = Prisma.ExhibitCommentGetPayload<{ select: typeof KEPT }>;

/**
 * Lays comments down in an exhibit that is held. One that is here already, by its key or, read from another source, by
 * its author and words, gains what it lacked; for the same comments again that is nothing.
 */
export async function layComments(exhibitId: string, found: readonly FoundComment[]): Promise<Laid> {
  const prints = new Map(found.map((comment) => [comment.key, fingerprint(comment.author, comment.text)]));
  const kept = await db().exhibitComment.findMany({
    where: {
      exhibitId,
      OR: [{ key: { in: [...prints.keys()] } }, { fingerprint: { in: [...new Set(prints.values())] } }],
    },
    select: KEPT,
    orderBy: { id: 'asc' },
  });
  const match = matcher(kept);
  const fresh: FoundComment[] = [];
  let changed = 0;
  for (const comment of found) {
    const known = match(comment.key, prints.get(comment.key) ?? '');
    const better = known && improvement(known, comment);
    if (!known) fresh.push(comment);
    else if (better) {
      await db().exhibitComment.update({ where: { id: known.id }, data: better });
      changed += 1;
    }
  }
  await db().exhibitComment.createMany({ data: fresh.map((comment) => rowOf(exhibitId, comment)) });
  return { added: fresh.length, changed };
}

/** Finds what is kept of a comment: by its key, else, once each, by its words where another source told them. */
function matcher(kept: readonly Kept[]): (key: string, print: string) => Kept | undefined {
  const byKey = new Map(kept.map((row) => [row.key, row]));
  const byPrint = Map.groupBy(kept, (row) => row.fingerprint);
  const sourceOf = (key: string) => key.slice(0, key.indexOf(':'));
  return (key, print) => {
    const same = byKey.get(key);
    if (same) return same;
    const alike = byPrint.get(print) ?? [];
    const at = alike.findIndex((row) => sourceOf(row.key) !== sourceOf(key));
    return at < 0 ? undefined : alike.splice(at, 1)[0];
  };
}

function rowOf(exhibitId: string, comment: FoundComment): Prisma.ExhibitCommentCreateManyInput {
  const { key, parentKey, author, body, text, votes, passage, sequence } = comment;
  return {
    exhibitId,
    key,
    parentKey,
    author,
    body: body as Prisma.InputJsonValue,
    text,
    fingerprint: fingerprint(author, text),
    ...storedTime(comment),
    ...votes,
    ...passage,
    sequence,
  };
}

/** Puts every comment of an exhibit where it is read; writes only what moved. */
export async function arrangeExhibit(exhibitId: string): Promise<void> {
  const rows = await db().exhibitComment.findMany({
    where: { exhibitId },
    select: {
      id: true,
      key: true,
      parentKey: true,
      writtenAt: true,
      sequence: true,
      place: true,
      depth: true,
      parentId: true,
    },
  });
  const now = new Map(rows.map((row) => [row.id, row]));
  const moved = arrange(rows).filter(({ id, place, depth, parentId }) => {
    const row = now.get(id);
    return row?.place !== place || row.depth !== depth || row.parentId !== parentId;
  });
  if (moved.length > 0) await writePlaces(moved);
}

async function writePlaces(moved: readonly Placing[]): Promise<void> {
  await db().$executeRaw`
    UPDATE "ExhibitComment" c SET "parentId" = p."parentId", "place" = p."place", "depth" = p."depth"
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ parentId }) => parentId)}::uuid[],
      ${moved.map(({ place }) => place)}::int[], ${moved.map(({ depth }) => depth)}::int[])
      AS p ("id", "parentId", "place", "depth")
    WHERE c."id" = p."id"`;
}

/** Says of an exhibit what its newest source says. Without a difference nothing is written and nobody is told. */
export async function closeExhibit(
  actorId: string | null,
  exhibit: { id: string; articleId: string; created: boolean },
  { source, declaredCount, asOf }: FoundAbout,
  laid: Laid,
): Promise<void> {
  const kept = await db().exhibit.findUniqueOrThrow({ where: { id: exhibit.id } });
  const declared = declaredCount ?? kept.declaredCount;
  const differs = exhibit.created || laid.added > 0 || laid.changed > 0 || declared !== kept.declaredCount;
  if (!differs) return;
  const newest = asOf > kept.asOf ? asOf : kept.asOf;
  await db().exhibit.update({
    where: { id: exhibit.id },
    data: { source, declaredCount: declared, asOf: newest },
  });
  await emit({
    kind: 'exhibit.imported',
    actorId,
    articleId: exhibit.articleId,
    subjectId: exhibit.id,
    data: { added: laid.added, changed: laid.changed },
  });
}

/** Holds a comment so that nobody puts it away while a claim is made of its words. */
export async function shareExhibitComment(id: string): Promise<void> {
  await db().$executeRaw`SELECT 1 FROM "ExhibitComment" WHERE "id" = ${id}::uuid FOR SHARE`;
}

/** Puts comments away or brings them back. Who may is for the flow to check, which holds them. */
export async function setExhibitCommentState(
  ids: readonly string[],
  state: ExhibitCommentState,
): Promise<void> {
  await db().exhibitComment.updateMany({
    where: { id: { in: [...ids] } },
    data: { state, version: { increment: 1 } },
  });
}

/** Puts what is to be laid down by a job into batches. */
export async function startLoad(
  exhibitId: string,
  about: FoundAbout,
  batches: readonly object[][],
): Promise<string> {
  const total = batches.reduce((sum, batch) => sum + batch.length, 0);
  const { id } = await db().exhibitLoad.create({
    data: { exhibitId, ...about, total },
    select: { id: true },
  });
  for (const [number, comments] of batches.entries()) {
    await db().exhibitBatch.create({
      data: { loadId: id, number, comments: comments as Prisma.InputJsonArray },
    });
  }
  return id;
}

/** Takes a batch away; false when somebody else did. */
export async function takeBatch(loadId: string, number: number): Promise<boolean> {
  const { count } = await db().exhibitBatch.deleteMany({ where: { loadId, number } });
  return count > 0;
}

/** Counts what a load has done. */
export async function countDone(loadId: string, comments: number, laid: Laid): Promise<void> {
  const { added, changed } = laid;
  await db().exhibitLoad.update({
    where: { id: loadId },
    data: { done: { increment: comments }, added: { increment: added }, changed: { increment: changed } },
  });
}

/** Ends a load; false when it has ended. */
export async function finishLoad(loadId: string): Promise<boolean> {
  const { count } = await db().exhibitLoad.updateMany({
    where: { id: loadId, finishedAt: null },
    data: { finishedAt: new Date() },
  });
  return count > 0;
}
