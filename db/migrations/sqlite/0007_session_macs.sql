ALTER TABLE `session` ADD `mac` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `notice_case` ON `notice` (`case_id`);