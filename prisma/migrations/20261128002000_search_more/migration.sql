-- Rulings and comments on the originals of articles are found too.

-- What Prisma's schema cannot say -------------------------------------------------------------

CREATE INDEX "Ruling_search" ON "Ruling"
  USING gin (search_vector("summary" || ' ' || left("reasoningText", 100000) || ' ' || "evidenceAgainst"))
  WHERE "state" = 'published';
CREATE INDEX "ExhibitComment_search" ON "ExhibitComment" USING gin (search_vector("text"))
  WITH (gin_pending_list_limit = 1024) WHERE "state" = 'visible';

-- Claims that say the same are found by their words, and compared by their letters: no index is asked for those.
DROP INDEX "Annotation_similar";

CREATE FUNCTION search_keep_ruling() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."summary" || ' ' || left(NEW."reasoningText", 100000) || ' ' || NEW."evidenceAgainst", a."lang")
  FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId" WHERE n."id" = NEW."annotationId";
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_exhibit_comment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."text", a."lang")
  FROM "Exhibit" e JOIN "Article" a ON a."id" = e."articleId" WHERE e."id" = NEW."exhibitId";
  RETURN NULL;
END $$;

CREATE TRIGGER "Ruling_search_words" AFTER INSERT OR UPDATE OF "summary", "reasoningText", "evidenceAgainst" ON "Ruling"
  FOR EACH ROW EXECUTE FUNCTION search_keep_ruling();
CREATE TRIGGER "ExhibitComment_search_words" AFTER INSERT OR UPDATE OF "text" ON "ExhibitComment"
  FOR EACH ROW WHEN (NEW."text" <> '') EXECUTE FUNCTION search_keep_exhibit_comment();

-- What was written before.
INSERT INTO "SearchWord" ("language", "word", "stem", "plain")
SELECT "language", "word", search_stem("language", "word"), search_plain("word") FROM (
  SELECT DISTINCT search_language(texts."tag") AS "language", found."word" FROM (
    SELECT a."lang" AS "tag", r."summary" || ' ' || left(r."reasoningText", 100000) || ' ' || r."evidenceAgainst" AS "words"
      FROM "Ruling" r JOIN "Annotation" n ON n."id" = r."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    UNION ALL SELECT a."lang", c."text"
      FROM "ExhibitComment" c JOIN "Exhibit" e ON e."id" = c."exhibitId" JOIN "Article" a ON a."id" = e."articleId"
  ) AS texts, unnest(tsvector_to_array(search_vector(texts."words"))) AS found ("word")
  WHERE length(found."word") BETWEEN 2 AND 40 AND found."word" !~ '^[0-9]+$'
) AS written
WHERE NOT EXISTS (SELECT FROM "SearchWord" AS known
  WHERE known."language" = written."language" AND known."word" = written."word");
