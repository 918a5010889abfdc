import { createHash } from 'node:crypto';
import { db } from '#lib/db/client.ts';
import { transaction } from '#lib/db/transaction.ts';
import { comparableUrl } from '#lib/fetch/url-variants.ts';
import { askNamed, joinNamesakes } from '../joining/mutations.ts';
import { selfAddress } from '../joining/plausible.ts';
import { type ClaimsToJudge, judgeOwnSource, judgeSources, losePage } from '../judging/mutations.ts';
import { voiceFor } from '../voice/mutations.ts';
import { isUnreachable, nextLook, nextTry } from './schedule.ts';

/** What a look at a page found: its text and what it says of itself. */
export interface SeenPage {
  /** Where it stood after all redirects. */
  url: string;
  /** The address that it gives itself, where that can be believed. */
  canonicalUrl: string | null;
  status: number;
  contentType: string;
  title: string | null;
  publisher: string | null;
  byline: string | null;
  lang: string | null;
  publishedAt: Date | null;
  publishedDay: boolean;
  text: string;
}

/**
 * The page under this address in any variant; two people who name it first at the same moment get the same. It is joined to
 * no other one before the transaction ends.
 */
export async function pageFor(url: string): Promise<{ id: string }> {
  const canonicalUrl = comparableUrl(url);
  const { id } = await db().webPage.upsert({
    where: { canonicalUrl },
    // The look that is ordered with it may come to nothing: then it is due like others.
    create: { url, canonicalUrl, nextLookAt: nextTry(new Date(), 1) },
    update: {},
    select: { id: true },
  });
  return { id: await holdStaying(id) };
}

async function holdStaying(id: string): Promise<string> {
  const [page] = await db().$queryRaw<{ joinedToId: string | null }[]>`
    SELECT "joinedToId"::text FROM "WebPage" WHERE "id" = ${id}::uuid FOR KEY SHARE`;
  return page?.joinedToId ? holdStaying(page.joinedToId) : id;
}

/** Holds the page until the transaction ends: two looks at the same moment come one after the other. */
export async function holdPage(id: string) {
  await holdPages([id]);
  return db().webPage.findUniqueOrThrow({
    where: { id },
    select: {
      canonicalUrl: true,
      failure: true,
      failures: true,
      voiceId: true,
      movedTo: true,
      selfUrl: true,
    },
  });
}

/** Holds some pages, in the order of their ids as everybody does. */
export async function holdPages(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`
    SELECT 1 FROM "WebPage" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

/**
 * Holds the claims beside which pages are laid, for whoever looks at them: before the pages themselves, as whoever lays a
 * source holds the claim first. In the order of their ids, so that nobody waits in a circle.
 */
export async function holdClaimsOn(pageIds: readonly string[]): Promise<void> {
  await db().$executeRaw`
    SELECT 1 FROM "Annotation"
    WHERE "id" IN (SELECT "annotationId" FROM "Source" WHERE "pageId" = ANY(${[...pageIds]}::uuid[]))
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** The text as it is compared from look to look: UTF-8, as the importers made it. */
function snapshotHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * Keeps what a look found. A text that was there last time makes no new snapshot, also when it has been forgotten since: it
 * does not come back by being looked at. In the flow's transaction.
 * @param namesakes pages that say they are this one, held with it: they are joined to it if they are
 * @returns the claims that are to be judged anew
 */
export async function keepLook(
  pageId: string,
  seen: SeenPage,
  { now = new Date(), namesakes = [] }: { now?: Date; namesakes?: readonly string[] } = {},
): Promise<ClaimsToJudge> {
  const before = await holdPage(pageId);
  const joined = await joinNamesakes(pageId, seen.text, namesakes);
  const { id, voiceId, since } = await keepSnapshot(pageId, seen, now);
  const movedTo = await movedFrom(pageId, seen.url);
  const selfUrl = selfAddress(before.canonicalUrl, seen);
  if (selfUrl !== null && (selfUrl !== before.selfUrl || since === now))
    await askNamed(pageId, seen.canonicalUrl ?? selfUrl, selfUrl);
  await db().webPage.update({
    where: { id: pageId },
    data: {
      title: seen.title,
      voiceId,
      movedTo,
      selfUrl,
      lookedAt: now,
      nextLookAt: nextLook(now, since),
      failures: 0,
      failure: null,
    },
  });
  return judgeSources(
    pageId,
    { id, text: seen.text },
    {
      now,
      moved: movedTo !== null && movedTo !== before.movedTo,
      // Which sources are one voice, and where a page stands, stands on the pages of their claims.
      tellAll: joined > 0 || voiceId !== before.voiceId || movedTo !== before.movedTo,
    },
  );
}

/** The snapshot of what was seen, whose voice it is, and since when the page holds that. */
async function keepSnapshot(pageId: string, seen: SeenPage, now: Date) {
  const sha256 = snapshotHash(seen.text);
  const last = await db().snapshot.findFirst({
    where: { pageId },
    orderBy: { id: 'desc' },
    select: { id: true, sha256: true, capturedAt: true, voiceId: true },
  });
  const same = last?.sha256 === sha256 ? last : null;
  const voiceId = same?.voiceId ?? (await voiceFor(seen.text));
  const { id } = same
    ? await db().snapshot.update({
        where: { id: same.id },
        data: { seenAt: now, voiceId },
        select: { id: true },
      })
    : await db().snapshot.create({
        data: { pageId, ...seen, sha256, voiceId, capturedAt: now, seenAt: now },
        select: { id: true },
      });
  return { id, voiceId, since: same?.capturedAt ?? now };
}

/**
 * Where a page stands now, if it stood elsewhere when it was first seen; variants of one address are one. What was seen of
 * pages that were joined to it says nothing of where it stood.
 */
async function movedFrom(pageId: string, url: string): Promise<string | null> {
  const joined = await db().webPage.findMany({
    where: { joinedToId: pageId },
    select: { canonicalUrl: true },
  });
  const theirs = new Set(joined.map(({ canonicalUrl }) => canonicalUrl));
  const seen = await db().snapshot.findMany({
    where: { pageId },
    orderBy: { id: 'asc' },
    ...(theirs.size > 0 ? {} : { take: 1 }),
    select: { url: true },
  });
  const first = seen.find((snapshot) => !theirs.has(comparableUrl(snapshot.url)));
  return first && comparableUrl(first.url) !== comparableUrl(url) ? url : null;
}

/**
 * Keeps that a look found no page, and why: a reason of lib/fetch or of the importers. In the flow's transaction.
 * @param asked somebody wanted it looked at now: how often they press says nothing of how long a page has been away
 * @returns the claims that are to be judged anew
 */
export async function keepFailure(
  pageId: string,
  failure: string,
  { now = new Date(), asked = false } = {},
): Promise<ClaimsToJudge> {
  const before = await holdPage(pageId);
  const page = { failure, failures: asked ? Math.max(1, before.failures) : before.failures + 1 };
  await db().webPage.update({
    where: { id: pageId },
    data: { ...page, lookedAt: now, nextLookAt: nextTry(now, page.failures) },
  });
  const wasThere = (await db().snapshot.count({ where: { pageId }, take: 1 })) > 0;
  if (!isUnreachable(page, wasThere)) return new Set();
  return losePage(pageId, now, { tellAll: failure !== before.failure });
}

/** Looks for the quote of a source in the newest text that its page was seen to hold. Nothing where none is kept. */
export async function judgeAgain(pageId: string, sourceId: string): Promise<void> {
  const page = await db().webPage.findUniqueOrThrow({
    where: { id: pageId },
    select: { failure: true, failures: true },
  });
  const last = await db().snapshot.findFirst({
    where: { pageId },
    orderBy: { id: 'desc' },
    select: { id: true, text: true },
  });
  if (!last?.text || isUnreachable(page, true)) return;
  await judgeOwnSource(sourceId, { id: last.id, text: last.text });
}

/** Pages forgotten at once; the rest waits for the next time. */
const FORGOTTEN_AT_ONCE = 500;

/** Forgets pages that nothing rests on, which nobody has looked at since: somebody thought of quoting them. */
export async function forgetUnusedPages(since: Date): Promise<void> {
  await transaction(async () => {
    const unused = await db().$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "WebPage" p
      WHERE coalesce("lookedAt", "createdAt") < ${since} AND "joinedToId" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Source" s WHERE s."pageId" = p."id")
      LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED`;
    const ids = unused.map(({ id }) => id);
    await db().snapshot.deleteMany({ where: { pageId: { in: ids } } });
    await db().webPage.deleteMany({ where: { id: { in: ids } } });
  });
}
