import { db } from '#lib/db/client.ts';
import type { EventKind } from './schema.ts';

/** Writes one line of what happened, in the transaction that made it happen. */
export async function emit(event: {
  kind: EventKind;
  actorId?: string | null;
  articleId?: string | null;
  /** The thing it happened to: of the noun that the kind begins with. */
  subjectId?: string | null;
  data?: Record<string, string | number | boolean | null>;
}) {
  await db().$executeRaw`
    INSERT INTO "Event" ("kind", "actorId", "articleId", "subjectId", "data")
    VALUES (${event.kind}, ${event.actorId ?? null}::uuid, ${event.articleId ?? null}::uuid,
            ${event.subjectId ?? null}::uuid, ${JSON.stringify(event.data ?? {})}::jsonb)`;
}
