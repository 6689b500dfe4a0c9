DROP INDEX `notice_case`;--> statement-breakpoint
ALTER TABLE `notice` ADD `stream` text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE `notice` ADD `stream_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `notice_stream` ON `notice` (`stream_id`,`stream`);--> statement-breakpoint
ALTER TABLE `duty` ADD `stream` text DEFAULT 'case' NOT NULL;--> statement-breakpoint
ALTER TABLE `duty` ADD `stream_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `duty_stream` ON `duty` (`stream_id`,`stream`);--> statement-breakpoint
CREATE TABLE `__new_entry` (
	`case_id` text NOT NULL,
	`seq` integer NOT NULL,
	`track_id` text NOT NULL,
	`type` text NOT NULL,
	`happened_at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`on_paper` text NOT NULL,
	`detail` text NOT NULL,
	`stream` text DEFAULT 'case' NOT NULL,
	`stream_id` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`stream`, `stream_id`, `seq`)
);
--> statement-breakpoint
INSERT INTO `__new_entry`("case_id", "seq", "track_id", "type", "happened_at", "recorded_at", "person_id", "unit_id", "post", "on_paper", "detail", "stream", "stream_id") SELECT "case_id", "seq", "track_id", "type", "happened_at", "recorded_at", "person_id", "unit_id", "post", "on_paper", "detail", 'case', "case_id" FROM `entry`;--> statement-breakpoint
DROP TABLE `entry`;--> statement-breakpoint
ALTER TABLE `__new_entry` RENAME TO `entry`;--> statement-breakpoint
CREATE INDEX `entry_person` ON `entry` (`person_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `entry_track` ON `entry` (`track_id`,`type`);--> statement-breakpoint
ALTER TABLE `track_row` ADD `arrived_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `track_row` ADD `former_files` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `track_row` DROP COLUMN `sheet`;--> statement-breakpoint
UPDATE `notice` SET `stream` = 'office', `stream_id` = 'office' WHERE `case_id` = '' AND `stream_id` = '';--> statement-breakpoint
UPDATE `notice` SET `stream_id` = `case_id` WHERE `stream_id` = '';--> statement-breakpoint
UPDATE `duty` SET `stream_id` = `case_id` WHERE `stream_id` = '';
