-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'reader',
    "trust" TEXT NOT NULL DEFAULT 'new',
    "passwordHash" TEXT,
    "emailConfirmedAt" TIMESTAMPTZ(3),
    "locale" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "bannedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "MailToken" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "site" TEXT,
    "lang" TEXT NOT NULL,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedDay" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'open',
    "revisionNumber" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "capturedById" UUID,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("articleId","number")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "statement" TEXT,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "wording" INTEGER NOT NULL DEFAULT 1,
    "shown" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wording" (
    "annotationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "statement" TEXT,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("annotationId","number")
);

-- CreateTable
CREATE TABLE "Anchor" (
    "annotationId" UUID NOT NULL,
    "revisionNumber" INTEGER NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "state" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "similarity" DOUBLE PRECISION NOT NULL DEFAULT 1,

    CONSTRAINT "Anchor_pkey" PRIMARY KEY ("annotationId","revisionNumber")
);

-- CreateTable
CREATE TABLE "WebPage" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "canonicalUrl" TEXT NOT NULL,
    "title" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebPage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "pageId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "quote" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'pending',
    "wording" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" JSONB,
    "rationaleText" TEXT NOT NULL DEFAULT '',
    "wording" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "retractedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssessmentSource" (
    "assessmentId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,

    CONSTRAINT "AssessmentSource_pkey" PRIMARY KEY ("assessmentId","sourceId")
);

-- CreateTable
CREATE TABLE "AssessmentChange" (
    "assessmentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "rationale" JSONB,
    "rationaleText" TEXT NOT NULL,
    "wording" INTEGER NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssessmentChange_pkey" PRIMARY KEY ("assessmentId","version")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "articleId" UUID,
    "annotationId" UUID,
    "parentId" UUID,
    "authorId" UUID,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'visible',
    "revisionNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "kind" TEXT NOT NULL,
    "actorId" UUID,
    "articleId" UUID,
    "subjectId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER,
    "headers" JSONB,
    "body" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_handle_key" ON "User"("handle");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "MailToken_email_purpose_idx" ON "MailToken"("email", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_slug_key" ON "Article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Article_canonicalUrl_key" ON "Article"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Article_createdAt_id_idx" ON "Article"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Annotation_articleId_state_shown_idx" ON "Annotation"("articleId", "state", "shown");

-- CreateIndex
CREATE INDEX "Annotation_authorId_createdAt_id_idx" ON "Annotation"("authorId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "WebPage_canonicalUrl_key" ON "WebPage"("canonicalUrl");

-- CreateIndex
CREATE INDEX "Source_pageId_idx" ON "Source"("pageId");

-- CreateIndex
CREATE INDEX "Source_addedById_createdAt_idx" ON "Source"("addedById", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Source_annotationId_pageId_addedById_key" ON "Source"("annotationId", "pageId", "addedById");

-- CreateIndex
CREATE INDEX "Assessment_authorId_createdAt_idx" ON "Assessment"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_annotationId_authorId_key" ON "Assessment"("annotationId", "authorId");

-- CreateIndex
CREATE INDEX "AssessmentSource_sourceId_idx" ON "AssessmentSource"("sourceId");

-- CreateIndex
CREATE INDEX "Comment_annotationId_createdAt_id_idx" ON "Comment"("annotationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_articleId_createdAt_id_idx" ON "Comment"("articleId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_parentId_idx" ON "Comment"("parentId");

-- CreateIndex
CREATE INDEX "Comment_authorId_createdAt_idx" ON "Comment"("authorId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Event_xid_id_idx" ON "Event"("xid", "id");

-- CreateIndex
CREATE INDEX "Event_articleId_id_idx" ON "Event"("articleId", "id");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_capturedById_fkey" FOREIGN KEY ("capturedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Anchor" ADD CONSTRAINT "Anchor_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "WebPage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSource" ADD CONSTRAINT "AssessmentSource_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentSource" ADD CONSTRAINT "AssessmentSource_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssessmentChange" ADD CONSTRAINT "AssessmentChange_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say -------------------------------------------------------------

-- Closed vocabularies: the same lists stand in schema.ts of the rooms, and a test compares them.
ALTER TABLE "User"
  ADD CONSTRAINT "User_role_check" CHECK ("role" IN ('reader', 'checker', 'moderator', 'admin')),
  ADD CONSTRAINT "User_trust_check" CHECK ("trust" IN ('new', 'basic', 'trusted')),
  ADD CONSTRAINT "User_email_lower_check" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "User_handle_check" CHECK ("handle" ~ '^[a-z0-9](-?[a-z0-9])+$');
ALTER TABLE "MailToken"
  ADD CONSTRAINT "MailToken_purpose_check" CHECK ("purpose" IN ('sign-in', 'reset', 'confirm'));
ALTER TABLE "Article"
  ADD CONSTRAINT "Article_state_check" CHECK ("state" IN ('open', 'closed', 'locked'));
ALTER TABLE "Annotation"
  ADD CONSTRAINT "Annotation_kind_check" CHECK ("kind" IN ('claim', 'remark')),
  ADD CONSTRAINT "Annotation_state_check" CHECK ("state" IN ('active', 'withdrawn')),
  ADD CONSTRAINT "Annotation_statement_check" CHECK (("kind" = 'claim') = ("statement" IS NOT NULL)),
  ADD CONSTRAINT "Annotation_shown_check" CHECK (
    CASE WHEN "kind" = 'claim'
      THEN "shown" IN ('true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven', 'opinion', 'disputed', 'open')
      ELSE "shown" IS NULL END);
ALTER TABLE "Anchor"
  ADD CONSTRAINT "Anchor_state_check" CHECK ("state" IN ('exact', 'moved', 'edited', 'changed', 'orphaned')),
  ADD CONSTRAINT "Anchor_span_check" CHECK (
    ("state" = 'orphaned' AND "start" IS NULL AND "end" IS NULL) OR ("start" >= 0 AND "end" > "start"));
ALTER TABLE "Source"
  ADD CONSTRAINT "Source_stance_check" CHECK ("stance" IN ('supports', 'refutes', 'context')),
  ADD CONSTRAINT "Source_state_check" CHECK ("state" IN ('pending', 'verified', 'altered', 'missing', 'no-quote', 'unreachable'));
ALTER TABLE "Assessment"
  ADD CONSTRAINT "Assessment_verdict_check" CHECK (
    "verdict" IN ('true', 'mostly-true', 'mixed', 'misleading', 'false', 'unproven', 'opinion'));
ALTER TABLE "Comment"
  ADD CONSTRAINT "Comment_target_check" CHECK (num_nonnulls("articleId", "annotationId") = 1),
  ADD CONSTRAINT "Comment_state_check" CHECK (
    "state" IN ('pending', 'visible', 'hidden', 'rejected', 'removed', 'deleted'));

-- A revision is what was read and judged: it is never rewritten, by nobody.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Revision_immutable" BEFORE UPDATE OF "articleId", "number", "document", "text", "sha256", "capturedAt" OR DELETE
  ON "Revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Revision_no_truncate" BEFORE TRUNCATE ON "Revision" EXECUTE FUNCTION refuse_change();

-- Counters that may be lost in a crash need no write-ahead log.
ALTER TABLE "RateLimit" SET UNLOGGED;
