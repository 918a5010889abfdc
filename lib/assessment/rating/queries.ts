import { db } from '#lib/db/client.ts';
import type { Rating } from '#lib/verdict/ratings.ts';

/** The newest so many ratings are weighed. A fit of so many takes seconds of one processor, see `npm run bench`. */
const MOST_RATINGS = 100_000;

/** A rating that counts, and of what the assessment said. */
export interface CountedRating extends Rating {
  said: number;
}

/**
 * All ratings that count: of people who are not suspended, on what assessments say now that stand on claims everybody can
 * read. Raters go by a name made of `salt` and who they are. In no order.
 */
export async function listCountedRatings(salt: string, most = MOST_RATINGS): Promise<CountedRating[]> {
  return db().$queryRaw<CountedRating[]>`
    WITH rater AS (
      SELECT "id", left(encode(sha256(convert_to(${salt}::text || "id"::text, 'UTF8')), 'hex'), 16) AS "name"
      FROM "User" WHERE "bannedAt" IS NULL
    )
    SELECT rater."name" AS "rater", s."id"::text AS "assessment", r."helpfulness", r."said"
    FROM "Rating" r
    JOIN rater ON rater."id" = r."userId"
    JOIN "Assessment" s ON s."id" = r."assessmentId"
    JOIN "Annotation" n ON n."id" = s."annotationId"
    WHERE r."said" = s."said" AND s."retractedAt" IS NULL AND s."authorId" <> r."userId"
      AND n."state" IN ('active', 'withdrawn')
    ORDER BY r."ratedAt" DESC, r."assessmentId", r."userId" LIMIT ${most}::int`;
}
