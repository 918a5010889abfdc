-- The planner takes every fourth voice to share a band, where one in a thousand does, and would read them all.
CREATE FUNCTION voices_near(asked INTEGER[], most INTEGER) RETURNS TABLE ("id" UUID, "size" INTEGER, "signature" INTEGER[])
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT v."id", v."size", v."signature" FROM "Voice" v WHERE v."bands" && asked
  ORDER BY (SELECT count(*) FROM unnest(v."bands") band WHERE band = ANY(asked)) DESC, v."id"
  LIMIT most
$$;
-- Each look asks; what waits to be put into the index would be read through each time.
ALTER INDEX "Voice_bands_idx" SET (fastupdate = off);
