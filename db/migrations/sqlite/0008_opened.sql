CREATE TABLE `opened` (
	`case_id` text NOT NULL,
	`track_id` text NOT NULL,
	`seq` integer NOT NULL,
	`notice_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`case_id`, `track_id`, `seq`, `notice_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `case_row_no` ON `case_row` (`case_no`);--> statement-breakpoint
CREATE INDEX `track_row_no` ON `track_row` (`letter_no`);