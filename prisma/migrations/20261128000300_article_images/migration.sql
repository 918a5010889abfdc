-- CreateTable
CREATE TABLE "ArticleImage" (
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "contentType" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "failure" TEXT,
    "lookedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleImage_pkey" PRIMARY KEY ("key")
);

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "ArticleImage" ADD CONSTRAINT "ArticleImage_contentType_check"
  CHECK ("contentType" IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'));
-- One that is shown has a type and a size, and no failure.
ALTER TABLE "ArticleImage" ADD CONSTRAINT "ArticleImage_shown_check" CHECK (
  ("width" IS NULL) = ("contentType" IS NULL) AND ("height" IS NULL) = ("contentType" IS NULL)
  AND ("contentType" IS NULL OR "failure" IS NULL) AND coalesce("width" > 0 AND "height" > 0, true));
