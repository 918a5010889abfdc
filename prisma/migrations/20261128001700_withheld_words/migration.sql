-- Claims about comments on the original that were hidden before: their words go as they do from now on.
UPDATE "Annotation" n SET "prefix" = '', "suffix" = '', "exact" = '[…]',
  "statement" = CASE
    WHEN regexp_replace(btrim(n."statement"), '\s+', ' ', 'g') = regexp_replace(btrim(n."exact"), '\s+', ' ', 'g') THEN '[…]'
    ELSE n."statement" END
FROM "ExhibitComment" x WHERE x."id" = n."exhibitCommentId" AND x."state" = 'hidden';
