CREATE TABLE `fact` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`lease_until` text NOT NULL,
	`started_at` text NOT NULL,
	`done_at` text NOT NULL,
	`failed_at` text NOT NULL,
	`failure` text NOT NULL
);
