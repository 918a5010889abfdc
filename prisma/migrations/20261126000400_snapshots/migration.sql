-- What a page held when it was looked at, and how a source fared there.

-- AlterTable
ALTER TABLE "WebPage" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lookedAt" TIMESTAMPTZ(3),
ADD COLUMN     "nextLookAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "quoteEnd" INTEGER,
ADD COLUMN     "quoteStart" INTEGER,
ADD COLUMN     "snapshotId" UUID;

-- CreateTable
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "pageId" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "contentType" TEXT NOT NULL,
    "title" TEXT,
    "publisher" TEXT,
    "byline" TEXT,
    "lang" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedDay" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT,
    "sha256" TEXT NOT NULL,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Snapshot_pageId_id_idx" ON "Snapshot"("pageId", "id");

-- CreateIndex
CREATE INDEX "WebPage_nextLookAt_idx" ON "WebPage"("nextLookAt");

-- AddForeignKey
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WebPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "Snapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Source" ADD CONSTRAINT "Source_place_check"
  CHECK (("quoteStart" IS NULL) = ("quoteEnd" IS NULL) AND ("quoteStart" IS NULL OR "quoteStart" < "quoteEnd"));
-- A snapshot is what was there. Only its text may go, when it has been kept as long as it may be, and only once.
CREATE FUNCTION keep_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."id", NEW."pageId", NEW."url", NEW."status", NEW."sha256", NEW."capturedAt")
     IS DISTINCT FROM (OLD."id", OLD."pageId", OLD."url", OLD."status", OLD."sha256", OLD."capturedAt")
     OR (NEW."text" IS DISTINCT FROM OLD."text" AND NEW."text" IS NOT NULL) THEN
    RAISE EXCEPTION 'Snapshot is what was there' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Snapshot_kept" BEFORE UPDATE ON "Snapshot" FOR EACH ROW EXECUTE FUNCTION keep_snapshot();
-- Pages that are there already are looked at for the first time.
UPDATE "WebPage" SET "nextLookAt" = CURRENT_TIMESTAMP;
