-- A page that is known by the address which it gives itself becomes one with the page there.

-- AlterTable
ALTER TABLE "WebPage" ADD COLUMN "selfUrl" TEXT,
ADD COLUMN "joinedToId" UUID;

-- DropIndex
DROP INDEX "Source_annotationId_pageId_addedById_key";

-- CreateIndex
CREATE INDEX "WebPage_selfUrl_idx" ON "WebPage"("selfUrl");
CREATE INDEX "WebPage_joinedToId_idx" ON "WebPage"("joinedToId");
CREATE INDEX "Source_annotationId_pageId_addedById_idx" ON "Source"("annotationId", "pageId", "addedById");

-- AddForeignKey
ALTER TABLE "WebPage" ADD CONSTRAINT "WebPage_joinedToId_fkey" FOREIGN KEY ("joinedToId") REFERENCES "WebPage"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "WebPage" ADD CONSTRAINT "WebPage_joined_check" CHECK ("joinedToId" <> "id");
-- A snapshot is what was there. Only its text may go, once, and its page may turn out to be another.
CREATE OR REPLACE FUNCTION keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{text,seenAt,voiceId,pageId}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{text,seenAt,voiceId,pageId}'::text[])
     OR (NEW."text" IS DISTINCT FROM OLD."text" AND NEW."text" IS NOT NULL)
     OR (NEW."pageId" <> OLD."pageId" AND NOT EXISTS (
       SELECT FROM "WebPage" w WHERE w."id" = OLD."pageId" AND w."joinedToId" = NEW."pageId")) THEN
    RAISE EXCEPTION 'Snapshot is what was there' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."text" IS NULL AND OLD."text" IS NOT NULL AND EXISTS (
    SELECT FROM "Source" s
    WHERE s."snapshotId" = OLD."id" AND s."quoteStart" IS NOT NULL AND NOT EXISTS (
      SELECT FROM "Finding" f
      WHERE f."sourceId" = s."id" AND f."snapshotId" = OLD."id"
        AND f."start" = s."quoteStart" AND f."end" = s."quoteEnd"
        AND strpos(OLD."text", f."before" || f."exact" || f."after") > 0)) THEN
    RAISE EXCEPTION 'What sources quote of a Snapshot has to be kept before its text goes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
