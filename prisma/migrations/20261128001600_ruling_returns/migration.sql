-- A checker sends back what another one put before them.
CREATE TABLE "RulingReturn" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "note" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "over" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RulingReturn_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "RulingReturn_annotationId_id_idx" ON "RulingReturn"("annotationId", "id");

CREATE INDEX "RulingReturn_actorId_idx" ON "RulingReturn"("actorId");

ALTER TABLE "RulingReturn" ADD CONSTRAINT "RulingReturn_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RulingReturn" ADD CONSTRAINT "RulingReturn_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "RulingDraft" DROP CONSTRAINT "RulingDraft_state_check",
  ADD CONSTRAINT "RulingDraft_state_check" CHECK ("state" IN ('empty', 'draft', 'awaiting-approval', 'returned'));
