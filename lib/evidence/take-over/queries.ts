import { db } from '#lib/db/client.ts';
import type { Stance } from '../schema.ts';

/** So many are offered; whoever wants more goes to the other claim. */
const OFFERED_MAX = 20;

/** A source of another claim of the family, which could speak for this one too. */
export interface OfferedSource {
  id: string;
  /** The claim beside which it lies. */
  annotationId: string;
  url: string;
  title: string | null;
  stance: Stance;
  quote: string;
  note: string;
  addedBy: { handle: string; name: string };
}

/**
 * What lies beside other claims of the family and not beside this one: each page once, as it was first given of its
 * present wording, oldest first.
 */
export async function listOffered(annotationId: string): Promise<OfferedSource[]> {
  const rows = await db().$queryRaw<(Omit<OfferedSource, 'addedBy'> & { handle: string; name: string })[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (s."pageId") s."id"::text, s."annotationId"::text, s."url", p."title", s."stance", s."quote",
        s."note", u."handle", u."name"
      FROM "FamilyMember" m
      JOIN "FamilyMember" member ON member."familyId" = m."familyId" AND member."annotationId" <> m."annotationId"
      JOIN "Annotation" n ON n."id" = member."annotationId" AND n."state" = 'active' AND n."kind" = 'claim'
      JOIN "Source" s ON s."annotationId" = n."id" AND s."wording" = n."wording"
      JOIN "WebPage" p ON p."id" = s."pageId"
      JOIN "User" u ON u."id" = s."addedById"
      WHERE m."annotationId" = ${annotationId}::uuid AND NOT EXISTS (
        SELECT 1 FROM "Source" own WHERE own."annotationId" = m."annotationId" AND own."pageId" = s."pageId")
      ORDER BY s."pageId", s."id"
    ) AS offered ORDER BY "id" LIMIT ${OFFERED_MAX}::int`;
  return rows.map(({ handle, name, ...row }) => ({ ...row, addedBy: { handle, name } }));
}
