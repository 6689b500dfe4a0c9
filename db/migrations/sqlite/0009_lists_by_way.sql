DROP INDEX `case_row_deciding`;--> statement-breakpoint
CREATE INDEX `case_row_superior_last` ON `case_row` (`superior_id`,`last_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_superior_amount` ON `case_row` (`superior_id`,`amount_fen`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_deciding_last` ON `case_row` (`deciding_unit_id`,`last_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_undecided` ON `case_row` (`bureau_id`,`deciding_unit_id`,`last_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_division_last` ON `case_row` (`division`,`last_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `track_row_recipient` ON `track_row` (`recipient_id`,`phase`,`sent_at`,`track_id`,`handler_id`,`bureau_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `track_row_copied` ON `track_row` (`copied_id`,`sent_at`,`track_id`,`phase`,`case_id`);