import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import { emit } from '#lib/events/mutations.ts';
import { permit } from '#lib/user/require.ts';
import type { Viewer } from '#lib/user/schema.ts';
import type { ClaimState } from '#lib/verdict/state.ts';
import type { Shown } from '#lib/verdict/verdicts.ts';
import type { AnchorRow } from './anchor/anchor-row.ts';
import { tellRelatives } from './family/mutations.ts';
import { canEditAnnotation, canRemoveAnnotation } from './policy.ts';
import { type AnnotationRow, othersTookPart } from './queries.ts';
import type { AnnotationState, Kind } from './schema.ts';
import type { Span } from './span.ts';

export interface NewAnnotation {
  articleId: string;
  /** The revision in which `span` was selected. */
  revisionNumber: number;
  authorId: string;
  kind: Kind;
  statement: string | null;
  span: Span;
  /** Where it stands in the newest revision, if it was selected in an earlier one. */
  carried: AnchorRow | null;
  /** The comment on the original whose words `span` is of; null where they are the article's. */
  exhibitCommentId: string | null;
}

/** Marks a span. Runs inside the flow's transaction, which has checked the article and holds it. */
export async function createAnnotation(input: NewAnnotation): Promise<string> {
  const { span, revisionNumber, carried, exhibitCommentId } = input;
  const { start, end } = span;
  const selected = { revisionNumber, since: revisionNumber, start, end, state: 'exact', newest: !carried };
  const { id } = await db().annotation.create({
    data: {
      articleId: input.articleId,
      authorId: input.authorId,
      kind: input.kind,
      statement: input.statement,
      ...untold(input.kind),
      exact: span.exact,
      prefix: span.prefix,
      suffix: span.suffix,
      revisionNumber,
      ...(exhibitCommentId
        ? { exhibitCommentId, exhibitStart: start, exhibitEnd: end }
        : { anchors: { create: carried ? [selected, carried] : [selected] } }),
    },
    select: { id: true },
  });
  await emit({
    kind: 'annotation.made',
    actorId: input.authorId,
    articleId: input.articleId,
    subjectId: id,
    data: { kind: input.kind, original: exhibitCommentId ? true : undefined },
  });
  return id;
}

/** What a claim shows that nobody has judged; a remark shows nothing. */
function untold(kind: Kind) {
  return kind === 'claim' ? { shown: 'open', standing: 'open' } : { shown: null, standing: null };
}

interface AnnotationChange {
  kind: Kind;
  statement: string | null;
  /** A new place, or null to keep the old one. */
  span: Span | null;
  /** The revision in which `span` was found. */
  revisionNumber: number;
  version: number;
}

/**
 * Changes what an annotation says or marks. After others took part that is a new wording: the old one is kept, and
 * what people said of it no longer counts until they confirm it. Returns whether the wording is new.
 */
export async function changeAnnotation(
  actor: Viewer,
  row: AnnotationRow,
  change: AnnotationChange,
): Promise<boolean> {
  const { id: actorId } = permit(actor, canEditAnnotation(actor, row));
  if (row.version !== change.version) throw new Problem('edit-conflict');
  const { span } = change;
  const before = row.exhibitCommentId ? row.exhibitStart : row.anchors[0]?.start;
  const moved = span !== null && (span.exact !== row.exact || span.start !== before);
  const sameSaying = change.kind === row.kind && change.statement === row.statement;
  if (!moved && sameSaying) return false;
  // Who finds the same words again says nothing new.
  const found = row.anchors[0]?.state === 'orphaned' && span?.exact === row.exact && sameSaying;
  const reworded = !found && (await othersTookPart(row));
  if (reworded) await keepWording(row);
  await db().annotation.update({
    where: { id: row.id },
    data: {
      kind: change.kind,
      statement: change.statement,
      ...(found ? {} : untold(change.kind)),
      version: row.version + 1,
      wording: row.wording + (reworded ? 1 : 0),
      editedAt: new Date(),
      ...(moved
        ? {
            exact: span.exact,
            prefix: span.prefix,
            suffix: span.suffix,
            revisionNumber: change.revisionNumber,
          }
        : {}),
    },
  });
  if (moved && row.exhibitCommentId) await placeInExhibit(row.id, span);
  else if (moved) await placeAnchor(row.id, change.revisionNumber, span);
  await emit({
    kind: reworded ? 'annotation.reworded' : 'annotation.edited',
    actorId,
    articleId: row.articleId,
    subjectId: row.id,
  });
  if (!sameSaying) await tellRelatives([row.id]);
  return reworded;
}

async function keepWording(row: AnnotationRow) {
  const { kind, statement, exact, prefix, suffix, revisionNumber } = row;
  await db().wording.create({
    data: {
      annotationId: row.id,
      number: row.wording,
      kind,
      statement,
      exact,
      prefix,
      suffix,
      revisionNumber,
    },
  });
}

async function placeInExhibit(id: string, { start, end }: Span) {
  await db().annotation.update({ where: { id }, data: { exhibitStart: start, exhibitEnd: end } });
}

async function placeAnchor(annotationId: string, revisionNumber: number, { start, end }: Span) {
  const place = {
    ...{ start, end, state: 'exact', changes: [], similarity: 1 },
    ...{ words: null, since: revisionNumber, places: [], newest: true },
  };
  await db().anchor.upsert({
    where: { annotationId_revisionNumber: { annotationId, revisionNumber } },
    create: { annotationId, revisionNumber, ...place },
    update: place,
  });
}

/** What lib/verdict says of a claim. */
export interface Standing {
  id: string;
  shown: Shown;
  state: ClaimState;
}

/** Keeps what lib/verdict says that claims show, and how far their judging has come. One statement. */
export async function keepStandings(standings: readonly Standing[]): Promise<void> {
  if (standings.length === 0) return;
  const kept = await db().$queryRaw<{ id: string; differs: boolean }[]>`
    UPDATE "Annotation" n SET "shown" = now."shown", "standing" = now."state"
    FROM jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) AS now ("id" uuid, "shown" text, "state" text)
    JOIN "Annotation" before ON before."id" = now."id"
    WHERE n."id" = now."id" AND n."kind" = 'claim'
      AND (n."shown", n."standing") IS DISTINCT FROM (now."shown", now."state")
    RETURNING n."id"::text, before."shown" <> now."shown" AS "differs"`;
  const changed = kept.flatMap(({ id, differs }) => (differs ? [id] : []));
  if (changed.length > 0) await tellRelatives(changed);
}

/** Deletes an annotation that nobody else touched; withdraws it, with a trace, once somebody did. */
export async function removeAnnotation(actor: Viewer, row: AnnotationRow): Promise<'deleted' | 'withdrawn'> {
  const { id: actorId } = permit(actor, canRemoveAnnotation(actor, row));
  const about = { actorId, articleId: row.articleId, subjectId: row.id };
  await tellRelatives([row.id]);
  if (await othersTookPart(row)) {
    await db().annotation.update({
      where: { id: row.id },
      data: { state: 'withdrawn', withdrawnAt: new Date(), version: row.version + 1 },
    });
    await emit({ kind: 'annotation.withdrawn', ...about });
    return 'withdrawn';
  }
  await db().annotation.delete({ where: { id: row.id } });
  await emit({ kind: 'annotation.deleted', ...about });
  return 'deleted';
}

/** Puts annotations into another state, as a moderator decided. The flow emits what it was. */
export async function setAnnotationState(ids: readonly string[], state: AnnotationState): Promise<void> {
  await db().$executeRaw`
    UPDATE "Annotation" SET "state" = ${state}, "version" = "version" + 1 WHERE "id" = ANY(${[...ids]}::uuid[])`;
  await tellRelatives(ids);
}
