-- What checkers publish of a claim, what they are writing, and who keeps out of it; and how far the judging of a claim has come.

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "standing" TEXT;

-- CreateTable
CREATE TABLE "Ruling" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "approverId" UUID,
    "state" TEXT NOT NULL DEFAULT 'published',
    "verdict" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reasoning" JSONB,
    "reasoningText" TEXT NOT NULL DEFAULT '',
    "selectedBecause" TEXT NOT NULL DEFAULT '',
    "askedForComment" TEXT NOT NULL DEFAULT '',
    "evidenceAgainst" TEXT NOT NULL DEFAULT '',
    "wording" INTEGER NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "putRightRevision" INTEGER,
    "version" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correctedAt" TIMESTAMPTZ(3),
    "retractedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulingSource" (
    "rulingId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "RulingSource_pkey" PRIMARY KEY ("rulingId","sourceId")
);

-- CreateTable
CREATE TABLE "RulingCorrection" (
    "id" UUID NOT NULL,
    "rulingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "approverId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "reasoning" JSONB,
    "reasoningText" TEXT NOT NULL,
    "selectedBecause" TEXT NOT NULL,
    "askedForComment" TEXT NOT NULL,
    "evidenceAgainst" TEXT NOT NULL,
    "sources" JSONB NOT NULL,
    "wording" INTEGER NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "putRightRevision" INTEGER,

    CONSTRAINT "RulingCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulingDraft" (
    "annotationId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "authorId" UUID NOT NULL,
    "writerIds" UUID[],
    "verdict" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "reasoning" JSONB,
    "reasoningText" TEXT NOT NULL DEFAULT '',
    "selectedBecause" TEXT NOT NULL DEFAULT '',
    "askedForComment" TEXT NOT NULL DEFAULT '',
    "evidenceAgainst" TEXT NOT NULL DEFAULT '',
    "sourceIds" UUID[],
    "correction" TEXT NOT NULL DEFAULT '',
    "wording" INTEGER NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "putRightRevision" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RulingDraft_pkey" PRIMARY KEY ("annotationId")
);

-- CreateTable
CREATE TABLE "Recusal" (
    "annotationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Recusal_pkey" PRIMARY KEY ("annotationId","userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Ruling_annotationId_key" ON "Ruling"("annotationId");

-- CreateIndex
CREATE INDEX "Ruling_publishedAt_id_idx" ON "Ruling"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Ruling_authorId_idx" ON "Ruling"("authorId");

-- CreateIndex
CREATE INDEX "Ruling_approverId_idx" ON "Ruling"("approverId");

-- CreateIndex
CREATE INDEX "RulingSource_sourceId_idx" ON "RulingSource"("sourceId");

-- CreateIndex
CREATE INDEX "RulingCorrection_rulingId_id_idx" ON "RulingCorrection"("rulingId", "id");

-- CreateIndex
CREATE INDEX "RulingCorrection_actorId_idx" ON "RulingCorrection"("actorId");

-- CreateIndex
CREATE INDEX "RulingCorrection_approverId_idx" ON "RulingCorrection"("approverId");

-- CreateIndex
CREATE INDEX "RulingDraft_state_editedAt_idx" ON "RulingDraft"("state", "editedAt");

-- CreateIndex
CREATE INDEX "RulingDraft_authorId_idx" ON "RulingDraft"("authorId");

-- CreateIndex
CREATE INDEX "Recusal_userId_idx" ON "Recusal"("userId");

-- CreateIndex
CREATE INDEX "Annotation_standing_id_idx" ON "Annotation"("standing", "id");

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingSource" ADD CONSTRAINT "RulingSource_rulingId_fkey" FOREIGN KEY ("rulingId") REFERENCES "Ruling"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingSource" ADD CONSTRAINT "RulingSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingCorrection" ADD CONSTRAINT "RulingCorrection_rulingId_fkey" FOREIGN KEY ("rulingId") REFERENCES "Ruling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingCorrection" ADD CONSTRAINT "RulingCorrection_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingCorrection" ADD CONSTRAINT "RulingCorrection_approverId_fkey" FOREIGN KEY ("approverId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recusal" ADD CONSTRAINT "Recusal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Ruling"
  ADD CONSTRAINT "Ruling_state_check" CHECK ("state" IN ('published', 'retracted')),
  ADD CONSTRAINT "Ruling_retracted_check" CHECK (("state" = 'retracted') = ("retractedAt" IS NOT NULL)),
  ADD CONSTRAINT "Ruling_verdict_check" CHECK (
    "verdict" IN ('true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven', 'opinion')),
  -- A second pair of eyes is somebody else's.
  ADD CONSTRAINT "Ruling_approver_check" CHECK ("approverId" <> "authorId"),
  ADD CONSTRAINT "Ruling_put_right_check" CHECK ("putRightRevision" > "revisionNumber");
ALTER TABLE "RulingCorrection"
  ADD CONSTRAINT "RulingCorrection_kind_check" CHECK ("kind" IN ('correction', 'retraction', 'renewal')),
  ADD CONSTRAINT "RulingCorrection_reason_check" CHECK ("reason" <> ''),
  ADD CONSTRAINT "RulingCorrection_approver_check" CHECK ("approverId" <> "actorId");
ALTER TABLE "RulingDraft"
  ADD CONSTRAINT "RulingDraft_state_check" CHECK ("state" IN ('empty', 'draft', 'awaiting-approval')),
  ADD CONSTRAINT "RulingDraft_verdict_check" CHECK (
    "verdict" IN ('true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven', 'opinion'));

CREATE TRIGGER "RulingCorrection_immutable" BEFORE UPDATE OR DELETE
  ON "RulingCorrection" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "RulingCorrection_no_truncate" BEFORE TRUNCATE ON "RulingCorrection" EXECUTE FUNCTION refuse_change();
-- What was published is retracted, never deleted.
CREATE TRIGGER "Ruling_kept" BEFORE DELETE ON "Ruling" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Claims that are there already: as lib/verdict/state.ts has it, nobody having ruled on any.
UPDATE "Annotation" n SET "standing" = CASE
  WHEN n."shown" = 'open' AND NOT EXISTS (
    SELECT FROM "Assessment" s WHERE s."annotationId" = n."id" AND s."retractedAt" IS NULL AND s."wording" < n."wording"
      AND EXISTS (SELECT FROM "AssessmentSource" l WHERE l."assessmentId" = s."id")) THEN 'open'
  WHEN n."shown" = 'open' OR EXISTS (
    SELECT FROM "Anchor" a WHERE a."annotationId" = n."id" AND a."newest" AND a."state" IN ('changed', 'orphaned')
      AND a."since" > coalesce((
        SELECT max(s."revisionNumber") FROM "Assessment" s
        WHERE s."annotationId" = n."id" AND s."retractedAt" IS NULL AND s."wording" = n."wording"
          AND EXISTS (SELECT FROM "AssessmentSource" l WHERE l."assessmentId" = s."id")), 0)) THEN 'needs-look'
  WHEN n."shown" = 'disputed' THEN 'disputed'
  ELSE 'assessed' END
WHERE n."kind" = 'claim';
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_standing_check" CHECK (
  CASE WHEN "kind" = 'claim'
    THEN "standing" IN ('open', 'assessed', 'disputed', 'settled', 'needs-look')
    ELSE "standing" IS NULL END);
