-- The words of a text are looked up in one statement, each by the index: that takes half as long as a statement a word.
CREATE OR REPLACE FUNCTION search_keep(words TEXT, tag TEXT) RETURNS VOID LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE
  new_word TEXT;
  kept_language TEXT := search_language(tag);
BEGIN
  FOR new_word IN
    SELECT found."word" FROM unnest(tsvector_to_array(search_vector(words))) AS found ("word")
    WHERE NOT EXISTS (SELECT FROM "SearchWord" AS known
        WHERE known."language" = kept_language AND known."word" = found."word")
      AND length(found."word") BETWEEN 2 AND 40 AND found."word" !~ '^[0-9]+$'
  LOOP
    INSERT INTO "SearchWord" ("language", "word", "stem", "plain")
    VALUES (kept_language, new_word, search_stem(kept_language, new_word), search_plain(new_word));
  END LOOP;
END $$;
