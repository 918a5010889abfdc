-- What a source is, what became of it, and who found it useful.

-- AlterTable
ALTER TABLE "WebPage" ADD COLUMN     "movedTo" TEXT;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "archiveUrl" TEXT,
ADD COLUMN     "found" TEXT,
ADD COLUMN     "kind" TEXT,
ADD COLUMN     "lostAt" TIMESTAMPTZ(3),
ADD COLUMN     "newsAt" TIMESTAMPTZ(3),
ADD COLUMN     "notUseful" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "useful" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "sourceId" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "Vote_sourceId_userId_key" ON "Vote"("sourceId", "userId");

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Source" ADD CONSTRAINT "Source_kind_check"
  CHECK ("kind" IN ('primary', 'official-record', 'study', 'report', 'social-post'));
ALTER TABLE "Vote" DROP CONSTRAINT "Vote_target_check";
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_target_check" CHECK (num_nonnulls("commentId", "sourceId") = 1);
-- What a person is told of their own sources is counted on every page that they open.
CREATE INDEX "Source_news" ON "Source" ("addedById", "newsAt" DESC) WHERE "newsAt" IS NOT NULL;
