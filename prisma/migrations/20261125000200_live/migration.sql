-- What a stream of one article missed is read in the order of transactions.
DROP INDEX "Event_articleId_id_idx";
CREATE INDEX "Event_articleId_xid_id_idx" ON "Event"("articleId", "xid", "id");
