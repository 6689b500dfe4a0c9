CREATE TABLE `access_ends` (
	`id` integer PRIMARY KEY NOT NULL,
	`before_n` integer NOT NULL,
	`before_digest` text NOT NULL,
	`last_n` integer NOT NULL,
	`last_digest` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `access_log` (
	`n` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`case_id` text NOT NULL,
	`track_id` text NOT NULL,
	`object_id` text NOT NULL,
	`result` text NOT NULL,
	`reason` text NOT NULL,
	`request_id` text NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_log_day` ON `access_log` (`day`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_person` ON `access_log` (`person_id`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_kind` ON `access_log` (`kind`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_result` ON `access_log` (`result`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_case` ON `access_log` (`case_id`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_track` ON `access_log` (`track_id`,`n`);--> statement-breakpoint
CREATE INDEX `access_log_object` ON `access_log` (`object_id`,`n`);