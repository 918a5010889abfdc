import { CONTEXT } from '#lib/anchoring/selector.ts';
import { db } from '#lib/db/client.ts';
import { emit } from '#lib/events/mutations.ts';

import { type Context, type QuoteCheck, quoteChecker } from '../check-quote.ts';
import { type Fared, keepFindings, keepUnreachable } from '../finding/mutations.ts';
import { type SourceState, turnOf } from './holding.ts';

/** What a look found of sources: the claims that it gives reason to judge anew. */
export type ClaimsToJudge = ReadonlySet<string>;

const columns = {
  id: true,
  annotationId: true,
  quote: true,
  state: true,
  snapshotId: true,
  quoteStart: true,
  quoteEnd: true,
  lostAt: true,
  newsAt: true,
  annotation: { select: { articleId: true } },
} as const;

interface SourceToJudge {
  id: string;
  annotationId: string;
  quote: string;
  state: string;
  snapshotId: string | null;
  quoteStart: number | null;
  quoteEnd: number | null;
  lostAt: Date | null;
  newsAt: Date | null;
  annotation: { articleId: string };
}

interface Seen {
  id: string;
  text: string;
}

interface Judging {
  now: Date;
  /** The page stands elsewhere since this look. */
  moved: boolean;
  /** Something else that the page of a claim shows of its sources is another. */
  tellAll: boolean;
}

/** Looks for the quotes of all sources of a page in what it was just seen to hold. In the flow's transaction. */
export async function judgeSources(
  pageId: string,
  snapshot: Seen,
  { now, moved, tellAll }: Judging,
): Promise<ClaimsToJudge> {
  const sources = await db().source.findMany({ where: { pageId }, select: columns });
  const check = quoteChecker(snapshot.text);
  const contextOf = await contextsOf(sources, snapshot.id);
  const claims = new Set<string>();
  const fared: Fared[] = [];
  for (const source of sources) {
    const found = check(source.quote, { start: source.quoteStart, context: contextOf(source) });
    const turn = turnOf({ state: source.state as SourceState, lostAt: source.lostAt }, found.state, now);
    if (turn.turned) claims.add(source.annotationId);
    const news = turn.news || moved;
    if (isElsewhere(source, snapshot.id, found)) fared.push(faredOf(source, found));
    else if (!news && !tellAll) continue;
    await keepFound(source.id, snapshot.id, found, {
      lostAt: turn.lostAt,
      newsAt: news ? now : turn.news === null ? null : source.newsAt,
    });
    // The first snapshot also brings the title along.
    const isFirst = source.snapshotId === null;
    if (tellAll || moved || isFirst || found.state !== source.state) await tellChecked(source);
  }
  await keepFindings(fared, snapshot, now);
  return claims;
}

/**
 * Looks for the quote of one source that its own giver laid or changed: they see what comes of it, and nothing that held
 * before speaks of this quote. In the flow's transaction.
 */
export async function judgeOwnSource(id: string, snapshot: Seen, now = new Date()): Promise<void> {
  const source = await db().source.findUniqueOrThrow({ where: { id }, select: columns });
  const found = quoteChecker(snapshot.text)(source.quote, { start: source.quoteStart });
  await keepFound(id, snapshot.id, found, { lostAt: null, newsAt: null });
  await keepFindings([faredOf(source, found)], snapshot, now);
  if (found.state !== source.state || source.snapshotId === null) await tellChecked(source);
}

/**
 * None of a page's sources can be reached any more. In the flow's transaction.
 * @param tellAll the reason is another one, which stands on the pages of their claims
 */
export async function losePage(pageId: string, now: Date, { tellAll = false } = {}): Promise<ClaimsToJudge> {
  const all = await db().source.findMany({
    where: { pageId, ...(tellAll ? {} : { state: { not: 'unreachable' } }) },
    select: columns,
  });
  const sources = all.filter(({ state }) => state !== 'unreachable');
  const claims = new Set<string>();
  for (const source of all) if (!sources.includes(source)) await tellChecked(source);
  for (const source of sources) {
    const before = { state: source.state as SourceState, lostAt: source.lostAt };
    const { lostAt, turned } = turnOf(before, 'unreachable', now);
    if (turned) claims.add(source.annotationId);
    await db().source.update({
      where: { id: source.id },
      data: { state: 'unreachable', lostAt, newsAt: now },
    });
    await tellChecked(source);
  }
  await keepUnreachable(
    sources.map(({ id }) => id),
    now,
  );
  return claims;
}

function isElsewhere(source: SourceToJudge, snapshotId: string, { state, start, end }: QuoteCheck): boolean {
  return (
    state !== source.state ||
    snapshotId !== source.snapshotId ||
    start !== source.quoteStart ||
    end !== source.quoteEnd
  );
}

const faredOf = ({ id }: SourceToJudge, { state, start, end }: QuoteCheck): Fared => ({
  sourceId: id,
  state,
  start,
  end,
});

function keepFound(
  id: string,
  snapshotId: string,
  { state, start, end, changes, found }: QuoteCheck,
  turn: { lostAt: Date | null; newsAt: Date | null },
) {
  return db().source.update({
    where: { id },
    data: { state, snapshotId, quoteStart: start, quoteEnd: end, changes, found, ...turn },
  });
}

/** What stood around the quotes of sources the last time that they were found in another snapshot. */
async function contextsOf(
  sources: readonly SourceToJudge[],
  snapshotId: string,
): Promise<(source: SourceToJudge) => Context | null> {
  const seen = sources.filter((one) => one.snapshotId !== null && one.snapshotId !== snapshotId);
  if (seen.length === 0) return () => null;
  const found = await db().finding.findMany({
    where: { sourceId: { in: seen.map(({ id }) => id) }, start: { not: null } },
    orderBy: [{ sourceId: 'asc' }, { id: 'desc' }],
    distinct: ['sourceId'],
    select: { sourceId: true, before: true, after: true, start: true },
  });
  const contexts = new Map(
    found.map(({ sourceId, before, after, start }): [string, Context] => [
      sourceId,
      { prefix: before.slice(-CONTEXT), suffix: after.slice(0, CONTEXT), start: start ?? 0 },
    ]),
  );
  return ({ id }) => contexts.get(id) ?? null;
}

async function tellChecked(source: SourceToJudge): Promise<void> {
  await emit({
    kind: 'source.checked',
    articleId: source.annotation.articleId,
    subjectId: source.id,
    data: { annotationId: source.annotationId },
  });
}
