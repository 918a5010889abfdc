-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "origin" TEXT,
ADD COLUMN "anchors" JSONB,
ADD COLUMN "news" JSONB;

-- AlterTable
ALTER TABLE "Anchor" ADD COLUMN "words" TEXT,
ADD COLUMN "since" INTEGER,
ADD COLUMN "places" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "newest" BOOLEAN NOT NULL DEFAULT true;

-- Nothing was carried so far: an anchor stands since the revision that it is in.
UPDATE "Anchor" SET "since" = "revisionNumber";
ALTER TABLE "Anchor" ALTER COLUMN "since" SET NOT NULL;

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "revisionNumber" INTEGER;
ALTER TABLE "AssessmentChange" ADD COLUMN "revisionNumber" INTEGER;

-- What was the newest revision when they were written; of an earlier verdict only the time of the first one is known.
UPDATE "Assessment" s SET "revisionNumber" = coalesce((
  SELECT max(r."number") FROM "Revision" r JOIN "Annotation" n ON n."articleId" = r."articleId"
  WHERE n."id" = s."annotationId" AND r."capturedAt" <= coalesce(s."editedAt", s."createdAt")), 1);
UPDATE "AssessmentChange" c SET "revisionNumber" = coalesce((
  SELECT max(r."number") FROM "Revision" r JOIN "Annotation" n ON n."articleId" = r."articleId"
  JOIN "Assessment" s ON s."annotationId" = n."id"
  WHERE s."id" = c."assessmentId" AND r."capturedAt" <= s."createdAt"), 1);
ALTER TABLE "Assessment" ALTER COLUMN "revisionNumber" SET NOT NULL;
ALTER TABLE "AssessmentChange" ALTER COLUMN "revisionNumber" SET NOT NULL;

-- CreateTable
CREATE TABLE "ArticleCheck" (
    "articleId" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "interval" INTEGER NOT NULL,
    "etag" TEXT,
    "lastModified" TEXT,
    "seenSha256" TEXT,
    "outcome" TEXT NOT NULL DEFAULT 'unchanged',
    "reason" TEXT,
    "outcomeSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ArticleCheck_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "ArticleCheck_nextAt_idx" ON "ArticleCheck"("nextAt");

-- AddForeignKey
ALTER TABLE "ArticleCheck" ADD CONSTRAINT "ArticleCheck_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_origin_check" CHECK ("origin" IN ('fetched', 'given'));
ALTER TABLE "ArticleCheck" ADD CONSTRAINT "ArticleCheck_outcome_check"
  CHECK ("outcome" IN ('unchanged', 'revised', 'gone', 'failed'));
ALTER TABLE "ArticleCheck" ADD CONSTRAINT "ArticleCheck_interval_check" CHECK ("interval" > 0);

-- The newest anchor of an annotation is found without looking at those of all revisions.
CREATE UNIQUE INDEX "Anchor_newest" ON "Anchor" ("annotationId") WHERE "newest";

DROP TRIGGER "Revision_immutable" ON "Revision";
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OF "articleId", "number", "document", "text", "sha256", "origin",
  "anchors", "news", "capturedAt" OR DELETE
  ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
