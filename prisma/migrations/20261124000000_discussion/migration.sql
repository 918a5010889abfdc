-- DropIndex
DROP INDEX "Comment_annotationId_createdAt_id_idx";

-- DropIndex
DROP INDEX "Comment_articleId_createdAt_id_idx";

-- DropIndex
DROP INDEX "Comment_parentId_idx";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "best" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "depth" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "down" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "guestEmail" TEXT,
ADD COLUMN     "guestName" TEXT,
ADD COLUMN     "path" BYTEA,
ADD COLUMN     "rootId" UUID,
ADD COLUMN     "score" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "up" INTEGER NOT NULL DEFAULT 0;

-- Comments that are there already find their place in their branch.
WITH RECURSIVE placed AS (
  SELECT "id", "id" AS "rootId", 0 AS "depth", uuid_send("id") AS "path" FROM "Comment" WHERE "parentId" IS NULL
  UNION ALL
  SELECT c."id", p."rootId", p."depth" + 1, p."path" || uuid_send(c."id")
  FROM placed p JOIN "Comment" c ON c."parentId" = p."id"
)
UPDATE "Comment" c SET "rootId" = p."rootId", "depth" = p."depth", "path" = p."path"
FROM placed p WHERE p."id" = c."id";
ALTER TABLE "Comment" ALTER COLUMN "path" SET NOT NULL, ALTER COLUMN "rootId" SET NOT NULL;

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "commentId" UUID,
    "value" SMALLINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "commentId" UUID,
    "annotationId" UUID,
    "reason" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "upheld" BOOLEAN,
    "actionId" UUID,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModerationAction" (
    "id" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "commentId" UUID,
    "annotationId" UUID,
    "userId" UUID,
    "articleId" UUID,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoesId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModerationAction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Vote_userId_idx" ON "Vote"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_commentId_userId_key" ON "Vote"("commentId", "userId");

-- CreateIndex
CREATE INDEX "Report_commentId_idx" ON "Report"("commentId");

-- CreateIndex
CREATE INDEX "Report_annotationId_idx" ON "Report"("annotationId");

-- CreateIndex
CREATE INDEX "Report_reporterId_idx" ON "Report"("reporterId");

-- CreateIndex
CREATE INDEX "Report_actionId_idx" ON "Report"("actionId");

-- CreateIndex
CREATE UNIQUE INDEX "ModerationAction_undoesId_key" ON "ModerationAction"("undoesId");

-- CreateIndex
CREATE INDEX "ModerationAction_actorId_id_idx" ON "ModerationAction"("actorId", "id");

-- CreateIndex
CREATE INDEX "ModerationAction_commentId_id_idx" ON "ModerationAction"("commentId", "id");

-- CreateIndex
CREATE INDEX "ModerationAction_annotationId_id_idx" ON "ModerationAction"("annotationId", "id");

-- CreateIndex
CREATE INDEX "ModerationAction_userId_id_idx" ON "ModerationAction"("userId", "id");

-- CreateIndex
CREATE INDEX "ModerationAction_articleId_idx" ON "ModerationAction"("articleId");

-- CreateIndex
CREATE INDEX "Comment_annotationId_id_idx" ON "Comment"("annotationId", "id");

-- CreateIndex
CREATE INDEX "Comment_articleId_id_idx" ON "Comment"("articleId", "id");

-- CreateIndex
CREATE INDEX "Comment_parentId_id_idx" ON "Comment"("parentId", "id");

-- CreateIndex
CREATE INDEX "Comment_rootId_path_idx" ON "Comment"("rootId", "path");

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "ModerationAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModerationAction" ADD CONSTRAINT "ModerationAction_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "ModerationAction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_branch_check" CHECK (
    ("parentId" IS NULL) = ("depth" = 0) AND ("parentId" IS NULL) = ("rootId" = "id")
    AND octet_length("path") = 16 * ("depth" + 1)),
  ADD CONSTRAINT "Comment_votes_check" CHECK ("up" >= 0 AND "down" >= 0 AND "score" = "up" - "down"),
  ADD CONSTRAINT "Comment_guest_check" CHECK (
    ("guestName" IS NULL) = ("guestEmail" IS NULL) AND NOT ("guestName" IS NOT NULL AND "authorId" IS NOT NULL));
ALTER TABLE "Vote"
  ADD CONSTRAINT "Vote_target_check" CHECK (num_nonnulls("commentId") = 1),
  ADD CONSTRAINT "Vote_value_check" CHECK ("value" IN (-1, 1));
ALTER TABLE "Report"
  ADD CONSTRAINT "Report_target_check" CHECK (num_nonnulls("commentId", "annotationId") = 1),
  ADD CONSTRAINT "Report_decided_check" CHECK (("decidedAt" IS NULL) = ("upheld" IS NULL));
ALTER TABLE "ModerationAction"
  ADD CONSTRAINT "ModerationAction_target_check" CHECK (num_nonnulls("commentId", "annotationId", "userId") = 1),
  ADD CONSTRAINT "ModerationAction_action_check" CHECK (
    "action" IN ('approve', 'reject', 'hide', 'restore', 'remove', 'ban', 'unban', 'undo')),
  ADD CONSTRAINT "ModerationAction_undo_check" CHECK (("action" = 'undo') = ("undoesId" IS NOT NULL));
ALTER TABLE "Annotation" DROP CONSTRAINT "Annotation_state_check";
ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_state_check" CHECK ("state" IN ('active', 'withdrawn', 'hidden', 'removed'));

-- The heads of a thread's branches in each of its orders; a thread is an article's or an annotation's. Ids are in the
-- order of their times, which makes them the order "oldest" and "newest" too.
CREATE INDEX "Comment_heads_by_age" ON "Comment" (coalesce("articleId", "annotationId"), "id")
  WHERE "parentId" IS NULL;
CREATE INDEX "Comment_heads_by_score" ON "Comment" (coalesce("articleId", "annotationId"), "score", "id")
  WHERE "parentId" IS NULL;
CREATE INDEX "Comment_heads_by_best" ON "Comment" (coalesce("articleId", "annotationId"), "best", "id")
  WHERE "parentId" IS NULL;
-- How many can be read.
CREATE INDEX "Comment_visible" ON "Comment" (coalesce("articleId", "annotationId")) WHERE "state" = 'visible';
-- Nobody speaks under the name of somebody who has an account.
CREATE INDEX "User_by_name" ON "User" (lower("name"));
-- The queues: what waits, and what was put away.
CREATE INDEX "Comment_waiting" ON "Comment" ("state", "id") WHERE "state" IN ('pending', 'hidden', 'rejected', 'removed');
CREATE INDEX "Annotation_put_away" ON "Annotation" ("state", "id") WHERE "state" IN ('hidden', 'removed');
CREATE INDEX "Report_open" ON "Report" ("createdAt", "id") WHERE "decidedAt" IS NULL;
-- Nobody reports one thing twice before it was looked at.
CREATE UNIQUE INDEX "Report_one_a_comment" ON "Report" ("commentId", "reporterId") WHERE "decidedAt" IS NULL;
CREATE UNIQUE INDEX "Report_one_an_annotation" ON "Report" ("annotationId", "reporterId") WHERE "decidedAt" IS NULL;

CREATE TRIGGER "ModerationAction_immutable" BEFORE UPDATE OR DELETE
  ON "ModerationAction" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ModerationAction_no_truncate" BEFORE TRUNCATE ON "ModerationAction" EXECUTE FUNCTION refuse_change();
