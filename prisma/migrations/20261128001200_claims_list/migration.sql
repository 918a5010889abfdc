-- The list of all claims with its filters, the history of one, and what the place says of itself.

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "topics" TEXT[];

-- CreateTable
CREATE TABLE "PublicText" (
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedById" UUID,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicText_pkey" PRIMARY KEY ("name","locale")
);

-- CreateTable
CREATE TABLE "ArticleTopic" (
    "articleId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "ArticleTopic_pkey" PRIMARY KEY ("articleId","key")
);

-- CreateIndex
CREATE INDEX "PublicText_editedById_idx" ON "PublicText"("editedById");

-- CreateIndex
CREATE INDEX "ArticleTopic_key_articleId_idx" ON "ArticleTopic"("key", "articleId");

-- AddForeignKey
ALTER TABLE "PublicText" ADD CONSTRAINT "PublicText_editedById_fkey" FOREIGN KEY ("editedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleTopic" ADD CONSTRAINT "ArticleTopic_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

UPDATE "Article" SET "topics" = '{}';
ALTER TABLE "Article" ALTER COLUMN "topics" SET DEFAULT '{}', ALTER COLUMN "topics" SET NOT NULL;

ALTER TABLE "PublicText" ADD CONSTRAINT "PublicText_name_check" CHECK ("name" IN ('methodology', 'corrections'));
ALTER TABLE "PublicText" ADD CONSTRAINT "PublicText_locale_check" CHECK ("locale" IN ('en', 'de'));

-- The newest claims of each kind are read from the end of one of these.
CREATE INDEX "Annotation_claims" ON "Annotation" ("createdAt", "id") WHERE "kind" = 'claim' AND "state" = 'active';
CREATE INDEX "Annotation_claims_shown" ON "Annotation" ("shown", "createdAt", "id")
  WHERE "kind" = 'claim' AND "state" = 'active';
CREATE INDEX "Annotation_claims_standing" ON "Annotation" ("standing", "createdAt", "id")
  WHERE "kind" = 'claim' AND "state" = 'active';
CREATE INDEX "Annotation_claims_article" ON "Annotation" ("articleId", "createdAt", "id")
  WHERE "kind" = 'claim' AND "state" = 'active';
-- By whom something was said, however it is spelt.
CREATE INDEX "Article_byline" ON "Article" (lower("byline")) WHERE "byline" IS NOT NULL;
CREATE INDEX "ExhibitComment_author" ON "ExhibitComment" (lower("author"));

-- What happened to one annotation, without the comments in its thread, of which there are many.
CREATE INDEX "Event_of_annotation" ON "Event" ((coalesce("data"->>'annotationId', "subjectId"::text)), "id")
  WHERE "kind" NOT LIKE 'comment.%' AND "kind" NOT LIKE 'user.%';
