-- A sign-up that waits for its address to be proven makes no account yet.
ALTER TABLE "MailToken" ADD COLUMN "data" JSONB;
