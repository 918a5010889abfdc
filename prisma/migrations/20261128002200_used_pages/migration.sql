-- How often each page is used as evidence, to list those first that are used most.

-- AlterTable
ALTER TABLE "WebPage" ADD COLUMN "uses" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "PageRecount" (
    "id" BIGSERIAL NOT NULL,
    "pageId" UUID NOT NULL,
    "voiceId" UUID,

    CONSTRAINT "PageRecount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WebPage_uses_id_idx" ON "WebPage"("uses" DESC, "id" DESC);

-- What Prisma's schema cannot say -------------------------------------------------------------

-- Whatever changes a count only notes so: two claims that rest on one page never wait for each other. A job counts.
CREATE FUNCTION source_recount() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO "PageRecount" ("pageId") VALUES (OLD."pageId"); END IF;
  IF TG_OP <> 'DELETE' THEN INSERT INTO "PageRecount" ("pageId") VALUES (NEW."pageId"); END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION annotation_recount() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageRecount" ("pageId") SELECT DISTINCT s."pageId" FROM "Source" s WHERE s."annotationId" = NEW."id";
  RETURN NULL;
END $$;
CREATE FUNCTION page_recount() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "PageRecount" ("pageId", "voiceId") VALUES (NEW."id", OLD."voiceId");
  RETURN NULL;
END $$;

CREATE TRIGGER "Source_recount" AFTER INSERT OR DELETE OR UPDATE OF "pageId", "annotationId" ON "Source"
  FOR EACH ROW EXECUTE FUNCTION source_recount();
CREATE TRIGGER "Annotation_recount" AFTER UPDATE OF "state" ON "Annotation"
  FOR EACH ROW WHEN (OLD."state" IS DISTINCT FROM NEW."state") EXECUTE FUNCTION annotation_recount();
CREATE TRIGGER "WebPage_recount" AFTER UPDATE OF "voiceId" ON "WebPage"
  FOR EACH ROW WHEN (OLD."voiceId" IS DISTINCT FROM NEW."voiceId") EXECUTE FUNCTION page_recount();

-- What was used before.
INSERT INTO "PageRecount" ("pageId") SELECT DISTINCT "pageId" FROM "Source";
