import { db } from '#lib/db/client.ts';
import { Problem } from '#lib/errors/problem.ts';
import type { Actor } from '#lib/user/schema.ts';
import { addSource, type Claim } from '../mutations.ts';
import type { SourceInput } from '../schema.ts';

/**
 * Lays a source of one claim beside another that says the same: with its words, and with what it came from. Of one that
 * was taken over itself that is where it was given first. Throws `source-exists` where the page lies there already. The
 * flow has seen to it that the two are relatives, and holds the claim.
 */
export async function takeOverSource(actor: Actor, claim: Claim, sourceId: string): Promise<string> {
  const source = await db().source.findUniqueOrThrow({ where: { id: sourceId } });
  const there = await db().source.findFirst({
    where: { annotationId: claim.id, pageId: source.pageId },
    select: { id: true },
  });
  if (there) throw new Problem('source-exists', undefined, { sourceId: there.id });
  const { url, archiveUrl, quote, note } = source;
  const id = await addSource(actor, claim, {
    url,
    archiveUrl,
    stance: source.stance as SourceInput['stance'],
    kind: source.kind as SourceInput['kind'],
    quote,
    ...(source.quoteStart === null ? {} : { quoteStart: source.quoteStart }),
    note,
  });
  const origin = source.firstAddedById
    ? { takenFromId: source.takenFromId, firstAddedById: source.firstAddedById }
    : { takenFromId: source.annotationId, firstAddedById: source.addedById };
  await db().source.update({ where: { id }, data: origin });
  return id;
}
