DROP INDEX "duty_seat";--> statement-breakpoint
CREATE INDEX "case_row_amount" ON "case_row" USING btree ("bureau_id","amount_fen","case_id");--> statement-breakpoint
CREATE INDEX "case_row_scope" ON "case_row" USING btree ("case_id","bureau_id","deciding_unit_id","superior_id","division");--> statement-breakpoint
CREATE INDEX "duty_seat" ON "duty" USING btree ("unit_id","post","sort_at","duty_id","person_ids","case_id","track_id");