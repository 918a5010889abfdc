-- What the source calls an article, whom it names and which date it gives: kept with each revision, and as it was last seen.
-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "head" JSONB;
-- AlterTable
ALTER TABLE "ArticleCheck" ADD COLUMN "seenHead" JSONB;

-- What Prisma's schema cannot say -------------------------------------------------------------

CREATE TRIGGER "Revision_head_immutable" BEFORE UPDATE OF "head"
  ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
