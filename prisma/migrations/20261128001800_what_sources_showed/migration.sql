-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "showed" TEXT;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_showed_check"
  CHECK ("showed" IN ('beginning', 'withdrawn', 'correction'));

ALTER TABLE "ArticleCheck" DROP CONSTRAINT "ArticleCheck_outcome_check";
ALTER TABLE "ArticleCheck" ADD CONSTRAINT "ArticleCheck_outcome_check"
  CHECK ("outcome" IN ('unchanged', 'revised', 'beginning', 'gone', 'failed'));

DROP TRIGGER "Revision_immutable" ON "Revision";
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OF "articleId", "number", "document", "text", "sha256", "origin",
  "anchors", "news", "showed", "capturedAt" OR DELETE
  ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
