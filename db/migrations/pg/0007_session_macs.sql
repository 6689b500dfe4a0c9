ALTER TABLE "session" ADD COLUMN "mac" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "notice_case" ON "notice" USING btree ("case_id");