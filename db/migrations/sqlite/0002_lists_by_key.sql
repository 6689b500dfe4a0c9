DROP INDEX `duty_seat`;--> statement-breakpoint
CREATE INDEX `duty_seat` ON `duty` (`unit_id`,`post`,`sort_at`,`duty_id`);--> statement-breakpoint
DROP INDEX `notice_person`;--> statement-breakpoint
DROP INDEX `notice_seat`;--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`at`,`notice_id`);--> statement-breakpoint
CREATE INDEX `notice_seat` ON `notice` (`unit_id`,`post`,`at`,`notice_id`);--> statement-breakpoint
CREATE INDEX `case_row_last` ON `case_row` (`bureau_id`,`last_at`,`case_id`);