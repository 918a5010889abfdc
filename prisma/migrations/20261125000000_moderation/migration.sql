-- CreateIndex
CREATE INDEX "ModerationAction_action_id_idx" ON "ModerationAction"("action", "id");

-- What Prisma's schema cannot say -------------------------------------------------------------

-- What waits for a moderator, longest first: changed words wait since they were changed.
CREATE INDEX "Comment_pending" ON "Comment" (coalesce("editedAt", "createdAt"), "id") WHERE "state" = 'pending';
-- What was put away, and by which action: the newest ones first.
CREATE INDEX "ModerationAction_put_away" ON "ModerationAction" ("id")
  WHERE "action" IN ('reject', 'hide', 'remove', 'undo');
-- How much of somebody's was put away.
CREATE INDEX "Comment_put_away" ON "Comment" ("authorId", "state") WHERE "state" IN ('hidden', 'rejected', 'removed');
