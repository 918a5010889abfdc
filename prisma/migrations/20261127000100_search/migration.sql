-- Similar spellings are found by their trigrams. Trusted: whoever owns the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateTable
CREATE TABLE "SearchWord" (
    "id" BIGSERIAL NOT NULL,
    "language" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "plain" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SearchWord_language_word_idx" ON "SearchWord"("language", "word");

-- CreateIndex
CREATE INDEX "SearchWord_language_stem_idx" ON "SearchWord"("language", "stem");

-- CreateIndex
CREATE INDEX "SearchWord_plain_idx" ON "SearchWord"("plain");

-- CreateIndex
CREATE INDEX "Article_lang_idx" ON "Article"("lang");

-- What Prisma's schema cannot say -------------------------------------------------------------

CREATE INDEX "SearchWord_similar" ON "SearchWord" USING gin ("plain" gin_trgm_ops);

-- Bodies are bound to what they name when they are made (RETURN): maintenance runs without a search_path.

-- A text as words with spaces between them: no address, hyphen or tag is left for the parser to make something of, and
-- in scripts that are written without spaces (Thai to Burmese, Khmer, kana, Han, Hangul) each letter stands alone.
CREATE FUNCTION search_words(words TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(CASE
  WHEN octet_length(words) = length(words) THEN words
  WHEN words ~ '[\u0E00-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]'
    THEN regexp_replace(normalize(words, NFC),
      '([\u0E00-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF])',
      ' \1 ', 'g')
  WHEN words IS NFC NORMALIZED THEN words
  ELSE normalize(words, NFC) END, './@-<&+_~', '         ');

-- What all searches look at. Whoever asks writes the very same expressions: an index stands on each.
CREATE FUNCTION search_vector(words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
RETURN to_tsvector('pg_catalog.simple'::regconfig, search_words(words));

CREATE INDEX "Article_search" ON "Article"
  USING gin (search_vector("title" || ' ' || coalesce("byline", '') || ' ' || coalesce("site", '')));
-- A vector holds a megabyte at the most; so much of a text never makes one that is larger.
CREATE INDEX "Revision_search" ON "Revision" USING gin (search_vector(left("text", 100000)));
CREATE INDEX "Annotation_search" ON "Annotation"
  USING gin (search_vector(coalesce("statement", '') || ' ' || "exact")) WHERE "kind" = 'claim' AND "state" = 'active';
CREATE INDEX "Annotation_similar" ON "Annotation"
  USING gin ("statement" gin_trgm_ops) WHERE "kind" = 'claim' AND "state" = 'active';
CREATE INDEX "Source_search" ON "Source" USING gin (search_vector("quote" || ' ' || "note" || ' ' || "url"));
CREATE INDEX "WebPage_search" ON "WebPage" USING gin (search_vector("title"));
CREATE INDEX "Comment_search" ON "Comment" USING gin (search_vector("text"))
  WITH (gin_pending_list_limit = 1024) WHERE "state" = 'visible';

-- Which stemmer of PostgreSQL's takes the words of a language (BCP 47); it stands in "SearchWord"."language".
CREATE FUNCTION search_language(tag TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE lower(split_part(tag, '-', 1))
  WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german'
  WHEN 'el' THEN 'greek' WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'eu' THEN 'basque'
  WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi'
  WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian' WHEN 'it' THEN 'italian'
  WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch'
  WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'
  WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
  WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' ELSE 'simple' END;

-- The stem of a word; empty for one that says nothing by itself (the, and, of).
CREATE FUNCTION search_stem(language TEXT, word TEXT) RETURNS TEXT LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN CASE language WHEN 'simple' THEN word ELSE coalesce(
  (ts_lexize(('pg_catalog.' || language || '_stem')::regdictionary, word))[1], '') END;

-- A word without its accents, so that it is found by those whose keyboard has none.
CREATE FUNCTION search_plain(word TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN octet_length(word) = length(word) THEN word ELSE
  regexp_replace(normalize(replace(replace(replace(translate(word, 'øłđıħŧ', 'oldiht'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFD), '[\u0300-\u036F]', '', 'g') END;

-- Keeps the words of a text. Not unique: two that write the same new word at once never wait for each other, and
-- whoever reads takes each once. Word by word: joined as a set, a plan that was made while the table was small would
-- read all of it for every comment.
CREATE FUNCTION search_keep(words TEXT, tag TEXT) RETURNS VOID LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  found_word TEXT;
  kept_language TEXT := search_language(tag);
BEGIN
  FOREACH found_word IN ARRAY tsvector_to_array(search_vector(words)) LOOP
    CONTINUE WHEN length(found_word) NOT BETWEEN 2 AND 40 OR found_word ~ '^[0-9]+$';
    PERFORM FROM "SearchWord" WHERE "language" = kept_language AND "word" = found_word;
    CONTINUE WHEN FOUND;
    INSERT INTO "SearchWord" ("language", "word", "stem", "plain")
    VALUES (kept_language, found_word, search_stem(kept_language, found_word), search_plain(found_word));
  END LOOP;
END $$;

CREATE FUNCTION search_keep_article() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."title" || ' ' || coalesce(NEW."byline", '') || ' ' || coalesce(NEW."site", ''), NEW."lang");
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_revision() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(left(NEW."text", 100000), a."lang") FROM "Article" a WHERE a."id" = NEW."articleId";
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_annotation() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(coalesce(NEW."statement", '') || ' ' || NEW."exact", a."lang")
  FROM "Article" a WHERE a."id" = NEW."articleId";
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_source() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."quote" || ' ' || NEW."note" || ' ' || NEW."url", a."lang")
  FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId" WHERE n."id" = NEW."annotationId";
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_page() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."title", 'und');
  RETURN NULL;
END $$;
CREATE FUNCTION search_keep_comment() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_keep(NEW."text", a."lang") FROM "Article" a WHERE a."id" = coalesce(NEW."articleId",
    (SELECT n."articleId" FROM "Annotation" n WHERE n."id" = NEW."annotationId"));
  RETURN NULL;
END $$;

CREATE TRIGGER "Article_search_words" AFTER INSERT OR UPDATE OF "title", "byline", "site", "lang" ON "Article"
  FOR EACH ROW EXECUTE FUNCTION search_keep_article();
CREATE TRIGGER "Revision_search_words" AFTER INSERT ON "Revision"
  FOR EACH ROW EXECUTE FUNCTION search_keep_revision();
CREATE TRIGGER "Annotation_search_words" AFTER INSERT OR UPDATE OF "statement", "exact" ON "Annotation"
  FOR EACH ROW EXECUTE FUNCTION search_keep_annotation();
CREATE TRIGGER "Source_search_words" AFTER INSERT OR UPDATE OF "quote", "note" ON "Source"
  FOR EACH ROW EXECUTE FUNCTION search_keep_source();
CREATE TRIGGER "WebPage_search_words" AFTER INSERT OR UPDATE OF "title" ON "WebPage"
  FOR EACH ROW WHEN (NEW."title" IS NOT NULL) EXECUTE FUNCTION search_keep_page();
CREATE TRIGGER "Comment_search_words" AFTER INSERT OR UPDATE OF "text" ON "Comment"
  FOR EACH ROW WHEN (NEW."text" <> '') EXECUTE FUNCTION search_keep_comment();

-- What was written before.
INSERT INTO "SearchWord" ("language", "word", "stem", "plain")
SELECT "language", "word", search_stem("language", "word"), search_plain("word") FROM (
  SELECT DISTINCT search_language(texts."tag") AS "language", found."word" FROM (
    SELECT a."lang" AS "tag", a."title" || ' ' || coalesce(a."byline", '') || ' ' || coalesce(a."site", '') AS "words"
      FROM "Article" a
    UNION ALL SELECT a."lang", left(r."text", 100000) FROM "Revision" r JOIN "Article" a ON a."id" = r."articleId"
    UNION ALL SELECT a."lang", coalesce(n."statement", '') || ' ' || n."exact"
      FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId"
    UNION ALL SELECT a."lang", s."quote" || ' ' || s."note" || ' ' || s."url"
      FROM "Source" s JOIN "Annotation" n ON n."id" = s."annotationId" JOIN "Article" a ON a."id" = n."articleId"
    UNION ALL SELECT 'und', p."title" FROM "WebPage" p
    UNION ALL SELECT a."lang", c."text" FROM "Comment" c LEFT JOIN "Annotation" n ON n."id" = c."annotationId"
      JOIN "Article" a ON a."id" = coalesce(c."articleId", n."articleId")
  ) AS texts, unnest(tsvector_to_array(search_vector(texts."words"))) AS found ("word")
  WHERE length(found."word") BETWEEN 2 AND 40 AND found."word" !~ '^[0-9]+$'
) AS written;
