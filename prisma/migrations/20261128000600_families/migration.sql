-- Claims that say the same are a family, and evidence may be taken over from one to another.

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "firstAddedById" UUID,
ADD COLUMN     "takenFromId" UUID;

-- CreateTable
CREATE TABLE "Family" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyMember" (
    "annotationId" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "linkedById" UUID,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FamilyMember_pkey" PRIMARY KEY ("annotationId")
);

-- CreateIndex
CREATE INDEX "FamilyMember_familyId_idx" ON "FamilyMember"("familyId");

-- CreateIndex
CREATE INDEX "FamilyMember_linkedById_idx" ON "FamilyMember"("linkedById");

-- CreateIndex
CREATE INDEX "Source_takenFromId_idx" ON "Source"("takenFromId");

-- CreateIndex
CREATE INDEX "Source_firstAddedById_idx" ON "Source"("firstAddedById");

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_annotationId_fkey" FOREIGN KEY ("annotationId") REFERENCES "Annotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_linkedById_fkey" FOREIGN KEY ("linkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_takenFromId_fkey" FOREIGN KEY ("takenFromId") REFERENCES "Annotation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_firstAddedById_fkey" FOREIGN KEY ("firstAddedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
