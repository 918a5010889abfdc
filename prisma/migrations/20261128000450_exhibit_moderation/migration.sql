-- A moderator can put a comment of an original thread away and bring it back, in the open log as everything else.
-- AlterTable
ALTER TABLE "ExhibitComment" ADD COLUMN "state" TEXT NOT NULL DEFAULT 'visible',
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
-- AlterTable
ALTER TABLE "ModerationAction" ADD COLUMN "exhibitCommentId" UUID;

-- CreateIndex
CREATE INDEX "ModerationAction_exhibitCommentId_id_idx" ON "ModerationAction"("exhibitCommentId", "id");
-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_exhibitCommentId_fkey" FOREIGN KEY ("exhibitCommentId") REFERENCES "ExhibitComment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "ExhibitComment" ADD CONSTRAINT "ExhibitComment_state_check" CHECK ("state" IN ('visible', 'hidden'));
ALTER TABLE "ModerationAction" DROP CONSTRAINT "ModerationAction_target_check",
  ADD CONSTRAINT "ModerationAction_target_check"
  CHECK (num_nonnulls("commentId", "annotationId", "userId", "exhibitCommentId") = 1);
