DROP INDEX `duty_seat`;--> statement-breakpoint
CREATE INDEX `duty_seat` ON `duty` (`unit_id`,`post`,`sort_at`,`duty_id`,`person_ids`,`case_id`,`track_id`);--> statement-breakpoint
CREATE INDEX `case_row_amount` ON `case_row` (`bureau_id`,`amount_fen`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_scope` ON `case_row` (`case_id`,`bureau_id`,`deciding_unit_id`,`superior_id`,`division`);