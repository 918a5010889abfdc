-- Who had seen what others made of a claim, and how helpful people find each other's assessments.

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "helpful" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "notHelpful" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "said" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sawTally" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "somewhat" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "standing" JSONB;

-- AlterTable
ALTER TABLE "AssessmentChange" ADD COLUMN     "sawTally" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Reveal" (
    "annotationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reveal_pkey" PRIMARY KEY ("annotationId","userId")
);

-- CreateTable
CREATE TABLE "Rating" (
    "assessmentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "helpfulness" TEXT NOT NULL,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "said" INTEGER NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("assessmentId","userId")
);

-- CreateTable
CREATE TABLE "Weighing" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "salt" TEXT NOT NULL,
    "ratings" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "outcome" BYTEA NOT NULL,
    "model" JSONB,
    "why" TEXT,
    "weighedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Weighing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Reveal_userId_idx" ON "Reveal"("userId");

-- CreateIndex
CREATE INDEX "Rating_userId_idx" ON "Rating"("userId");

-- CreateIndex
CREATE INDEX "Rating_ratedAt_idx" ON "Rating"("ratedAt" DESC);

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reveal" ADD CONSTRAINT "Reveal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say -------------------------------------------------------------

ALTER TABLE "Rating" ADD CONSTRAINT "Rating_helpfulness_check"
  CHECK ("helpfulness" IN ('helpful', 'somewhat', 'not-helpful'));
-- Which of them go with which rating, lib/verdict/ratings.ts says.
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_reasons_check"
  CHECK ("reasons" <@ ARRAY['clear', 'good-sources', 'answers-the-claim', 'adds-context', 'fair-wording', 'wrong',
    'sources-missing', 'sources-do-not-say-so', 'misses-the-point', 'opinion-only', 'unfair-wording',
    'hard-to-understand']);
ALTER TABLE "Weighing" ADD CONSTRAINT "Weighing_one_check" CHECK ("id" = 1);
