DROP INDEX "notice_case";--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "stream" text COLLATE "C" DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "stream_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "stream" text COLLATE "C" DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "stream_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "stream" text COLLATE "C" DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "stream_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "track_row" ADD COLUMN "arrived_at" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "track_row" ADD COLUMN "former_files" text COLLATE "C" DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "duty_stream" ON "duty" USING btree ("stream_id","stream");--> statement-breakpoint
CREATE INDEX "notice_stream" ON "notice" USING btree ("stream_id","stream");--> statement-breakpoint
ALTER TABLE "track_row" DROP COLUMN "sheet";--> statement-breakpoint
UPDATE "entry" SET "stream_id" = "case_id" WHERE "stream_id" = '';--> statement-breakpoint
ALTER TABLE "entry" DROP CONSTRAINT "entry_key";
--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_key" PRIMARY KEY("stream","stream_id","seq");--> statement-breakpoint
UPDATE "notice" SET "stream" = 'office', "stream_id" = 'office' WHERE "case_id" = '' AND "stream_id" = '';--> statement-breakpoint
UPDATE "notice" SET "stream_id" = "case_id" WHERE "stream_id" = '';--> statement-breakpoint
UPDATE "duty" SET "stream_id" = "case_id" WHERE "stream_id" = '';
