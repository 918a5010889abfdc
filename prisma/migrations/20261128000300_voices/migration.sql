-- Pages that carry one text have one voice; how a source fared is kept, line by line; texts of snapshots can go.

-- CreateTable
CREATE TABLE "Voice" (
    "id" UUID NOT NULL,
    "size" INTEGER NOT NULL,
    "signature" INTEGER[],
    "bands" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "snapshotId" UUID,
    "state" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "before" TEXT NOT NULL DEFAULT '',
    "exact" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "WebPage" ADD COLUMN     "voiceId" UUID;

-- AlterTable
ALTER TABLE "Snapshot" ADD COLUMN     "canonicalUrl" TEXT,
ADD COLUMN     "voiceId" UUID;

-- DropIndex
DROP INDEX "Source_pageId_idx";

-- CreateIndex
CREATE INDEX "Source_pageId_id_idx" ON "Source"("pageId", "id");

-- CreateIndex
CREATE INDEX "Source_stance_pageId_idx" ON "Source"("stance", "pageId" DESC);

-- CreateIndex
CREATE INDEX "Source_state_pageId_idx" ON "Source"("state", "pageId" DESC);

-- CreateIndex
CREATE INDEX "Voice_bands_idx" ON "Voice" USING GIN ("bands");

-- CreateIndex
CREATE INDEX "Finding_sourceId_id_idx" ON "Finding"("sourceId", "id");

-- CreateIndex
CREATE INDEX "Finding_snapshotId_idx" ON "Finding"("snapshotId");

-- CreateIndex
CREATE INDEX "Snapshot_voiceId_idx" ON "Snapshot"("voiceId");

-- CreateIndex
CREATE INDEX "WebPage_voiceId_id_idx" ON "WebPage"("voiceId", "id" DESC);

-- AddForeignKey
ALTER TABLE "WebPage" ADD CONSTRAINT "WebPage_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_voiceId_fkey" FOREIGN KEY ("voiceId") REFERENCES "Voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

-- What is quoted is kept with its place.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_place_check" CHECK (
  ("start" IS NULL) = ("end" IS NULL)
  AND (("start" IS NULL AND "exact" = '') OR ("snapshotId" IS NOT NULL AND "start" < "end" AND "exact" <> '')));

-- A part of an address or of a title, and the pages of one site, the newest first.
CREATE INDEX "WebPage_named" ON "WebPage" USING gin ((coalesce("title", '') || ' ' || "canonicalUrl") gin_trgm_ops);
CREATE FUNCTION page_site(url TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN split_part(split_part(url, '/', 3), ':', 1);
CREATE INDEX "WebPage_site" ON "WebPage" (page_site("canonicalUrl"), "id" DESC);

-- A snapshot is what was there. Its voice may be found later, and it may be seen again; nothing else of it changes, but
-- that its text may go, once, when every place that a source has in it is kept as it stood there.
CREATE OR REPLACE FUNCTION keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - '{text,seenAt,voiceId}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{text,seenAt,voiceId}'::text[])
     OR (NEW."text" IS DISTINCT FROM OLD."text" AND NEW."text" IS NOT NULL) THEN
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
CREATE INDEX "Source_snapshotId_idx" ON "Source" ("snapshotId") WHERE "snapshotId" IS NOT NULL;
-- A text that waits to be forgotten, the oldest first.
CREATE INDEX "Snapshot_told" ON "Snapshot" ("capturedAt") WHERE "text" IS NOT NULL;
