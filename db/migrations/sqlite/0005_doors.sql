CREATE TABLE `link_code` (
	`person_id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`made_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`tries` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `once` ADD `deed` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `one_time_link` ADD `needs_code` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `session` ADD `ended_why` text DEFAULT '' NOT NULL;