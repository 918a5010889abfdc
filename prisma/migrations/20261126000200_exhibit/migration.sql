-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "exhibitCommentId" UUID,
ADD COLUMN     "exhibitEnd" INTEGER,
ADD COLUMN     "exhibitStart" INTEGER;

-- CreateTable
CREATE TABLE "Exhibit" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "declaredCount" INTEGER,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "importedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exhibit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExhibitComment" (
    "id" UUID NOT NULL,
    "exhibitId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "parentKey" TEXT,
    "parentId" UUID,
    "fingerprint" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3),
    "writtenDay" BOOLEAN NOT NULL DEFAULT false,
    "timeWords" TEXT,
    "up" INTEGER,
    "down" INTEGER,
    "score" INTEGER,
    "exact" TEXT,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "sequence" INTEGER NOT NULL,
    "place" INTEGER,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExhibitComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExhibitLoad" (
    "id" UUID NOT NULL,
    "exhibitId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "declaredCount" INTEGER,
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExhibitLoad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExhibitBatch" (
    "loadId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "comments" JSONB NOT NULL,

    CONSTRAINT "ExhibitBatch_pkey" PRIMARY KEY ("loadId","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "Exhibit_articleId_key" ON "Exhibit"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "ExhibitComment_exhibitId_key_key" ON "ExhibitComment"("exhibitId", "key");

-- CreateIndex
CREATE INDEX "ExhibitComment_exhibitId_place_idx" ON "ExhibitComment"("exhibitId", "place");

-- CreateIndex
CREATE INDEX "ExhibitComment_exhibitId_fingerprint_idx" ON "ExhibitComment"("exhibitId", "fingerprint");

-- CreateIndex
CREATE INDEX "ExhibitComment_parentId_idx" ON "ExhibitComment"("parentId");

-- CreateIndex
CREATE INDEX "ExhibitLoad_exhibitId_id_idx" ON "ExhibitLoad"("exhibitId", "id");

-- CreateIndex
CREATE INDEX "Annotation_exhibitCommentId_idx" ON "Annotation"("exhibitCommentId");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_exhibitCommentId_fkey" FOREIGN KEY ("exhibitCommentId") REFERENCES "ExhibitComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exhibit" ADD CONSTRAINT "Exhibit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exhibit" ADD CONSTRAINT "Exhibit_importedById_fkey" FOREIGN KEY ("importedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExhibitComment" ADD CONSTRAINT "ExhibitComment_exhibitId_fkey" FOREIGN KEY ("exhibitId") REFERENCES "Exhibit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExhibitComment" ADD CONSTRAINT "ExhibitComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "ExhibitComment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExhibitLoad" ADD CONSTRAINT "ExhibitLoad_exhibitId_fkey" FOREIGN KEY ("exhibitId") REFERENCES "Exhibit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExhibitBatch" ADD CONSTRAINT "ExhibitBatch_loadId_fkey" FOREIGN KEY ("loadId") REFERENCES "ExhibitLoad"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Exhibit" ADD CONSTRAINT "Exhibit_source_check" CHECK ("source" IN
  ('text', 'wpdiscuz', 'wordpress', 'disqus', 'schema', 'wxr', 'disqus-xml'));
-- A place in a comment is whole or not there.
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_exhibit_check" CHECK (
  num_nonnulls("exhibitCommentId", "exhibitStart", "exhibitEnd") IN (0, 3)
  AND ("exhibitStart" IS NULL OR ("exhibitStart" >= 0 AND "exhibitStart" < "exhibitEnd")));
