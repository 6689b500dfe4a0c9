DROP INDEX "case_row_scope";--> statement-breakpoint
DROP INDEX "duty_seat";--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "bureau_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "superior_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "deciding_unit_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "division" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "duty" ADD COLUMN "copied_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE duty SET
  (bureau_id, superior_id, deciding_unit_id, division) =
    (SELECT bureau_id, superior_id, deciding_unit_id, division FROM case_row WHERE case_row.case_id = duty.case_id),
  copied_id = coalesce((SELECT copied_id FROM track_row WHERE track_row.track_id = duty.track_id), '')
WHERE EXISTS (SELECT 1 FROM case_row WHERE case_row.case_id = duty.case_id);--> statement-breakpoint
CREATE INDEX "duty_bureau" ON "duty" USING btree ("bureau_id","sort_at","duty_id","clock","unit_id","case_id");--> statement-breakpoint
CREATE INDEX "duty_superior" ON "duty" USING btree ("superior_id","sort_at","duty_id","clock","unit_id","case_id");--> statement-breakpoint
CREATE INDEX "duty_division" ON "duty" USING btree ("division","sort_at","duty_id","clock","unit_id","case_id");--> statement-breakpoint
CREATE INDEX "duty_recipient" ON "duty" USING btree ("to_unit_id","sort_at","duty_id","clock","unit_id","track_id");--> statement-breakpoint
CREATE INDEX "duty_copied" ON "duty" USING btree ("copied_id","sort_at","duty_id","clock","unit_id","track_id");--> statement-breakpoint
CREATE INDEX "duty_seat" ON "duty" USING btree ("unit_id","post","sort_at","duty_id","clock","person_ids","case_id","track_id","bureau_id","deciding_unit_id");