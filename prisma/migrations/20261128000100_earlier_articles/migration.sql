-- Articles that came in before their addresses were looked at again. Whether their text was read there or pasted is not
-- known: the first look tells, spread over three days.
INSERT INTO "ArticleCheck" ("articleId", "host", "nextAt", "interval")
SELECT "id", "host", now() + random() * interval '3 days', 86400
FROM (SELECT "id", lower(substring("url" FROM '^https?://(?:[^/?#@]*@)?([^/?#@]+)')) AS "host" FROM "Article") AS a
WHERE "host" IS NOT NULL
ON CONFLICT DO NOTHING;
