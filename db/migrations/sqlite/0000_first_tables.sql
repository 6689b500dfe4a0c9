CREATE TABLE `case_row` (
	`case_id` text PRIMARY KEY NOT NULL,
	`case_no` text NOT NULL,
	`title` text NOT NULL,
	`bureau_id` text NOT NULL,
	`superior_id` text NOT NULL,
	`deciding_unit_id` text NOT NULL,
	`division` text NOT NULL,
	`funds` text NOT NULL,
	`charges` text NOT NULL,
	`phase` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`found_on` text NOT NULL,
	`registered_at` text NOT NULL,
	`is_ended` integer NOT NULL,
	`item_count` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`last_at` text NOT NULL,
	`sheet` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_row_bureau` ON `case_row` (`bureau_id`,`registered_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_superior` ON `case_row` (`superior_id`,`registered_at`,`case_id`);--> statement-breakpoint
CREATE INDEX `case_row_deciding` ON `case_row` (`deciding_unit_id`,`bureau_id`);--> statement-breakpoint
CREATE INDEX `case_row_division` ON `case_row` (`division`,`registered_at`,`case_id`);--> statement-breakpoint
CREATE TABLE `case_tie` (
	`case_id` text NOT NULL,
	`person_id` text NOT NULL,
	`tie` text NOT NULL,
	PRIMARY KEY(`case_id`, `person_id`, `tie`)
);
--> statement-breakpoint
CREATE INDEX `case_tie_person` ON `case_tie` (`person_id`,`tie`,`case_id`);--> statement-breakpoint
CREATE TABLE `credential` (
	`person_id` text PRIMARY KEY NOT NULL,
	`alg` text NOT NULL,
	`memory` integer NOT NULL,
	`passes` integer NOT NULL,
	`parallelism` integer NOT NULL,
	`salt` text NOT NULL,
	`digest` text NOT NULL,
	`set_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `directory` (
	`entry_id` text PRIMARY KEY NOT NULL,
	`division` text NOT NULL,
	`unit_id` text NOT NULL,
	`liaison_id` text NOT NULL,
	`deputy_id` text NOT NULL,
	`duty_phone` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draft` (
	`person_id` text NOT NULL,
	`form` text NOT NULL,
	`values` text NOT NULL,
	`errors` text NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `form`)
);
--> statement-breakpoint
CREATE INDEX `draft_saved` ON `draft` (`saved_at`);--> statement-breakpoint
CREATE TABLE `duty` (
	`duty_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`track_id` text NOT NULL,
	`code` text NOT NULL,
	`clock` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`person_ids` text NOT NULL,
	`to_unit_id` text NOT NULL,
	`started_at` text NOT NULL,
	`due_strict_at` text NOT NULL,
	`due_tolerant_at` text NOT NULL,
	`due_at` text NOT NULL,
	`sort_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `duty_seat` ON `duty` (`unit_id`,`post`,`sort_at`);--> statement-breakpoint
CREATE INDEX `duty_case` ON `duty` (`case_id`);--> statement-breakpoint
CREATE INDEX `duty_track` ON `duty` (`track_id`);--> statement-breakpoint
CREATE TABLE `entry` (
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
	PRIMARY KEY(`case_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `entry_person` ON `entry` (`person_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `entry_track` ON `entry` (`track_id`,`type`);--> statement-breakpoint
CREATE TABLE `event` (
	`stream` text NOT NULL,
	`stream_id` text NOT NULL,
	`seq` integer NOT NULL,
	`payload` text NOT NULL,
	`salt` text NOT NULL,
	`leaf` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`stream`, `stream_id`, `seq`)
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`case_id` text NOT NULL,
	`item_id` text NOT NULL,
	`seq` integer NOT NULL,
	`folder` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`collected_by` text NOT NULL,
	`collected_on` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`sm3` text NOT NULL,
	`blob_id` text NOT NULL,
	`added_by` text NOT NULL,
	`added_at` text NOT NULL,
	`voided_at` text NOT NULL,
	`void_reason` text NOT NULL,
	`voided_by` text NOT NULL,
	PRIMARY KEY(`case_id`, `item_id`)
);
--> statement-breakpoint
CREATE TABLE `failures` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` text NOT NULL,
	`blocked_until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notice` (
	`notice_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`track_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` text NOT NULL,
	`code` text NOT NULL,
	`about` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`person_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notice_person` ON `notice` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `notice_seat` ON `notice` (`unit_id`,`post`,`at`);--> statement-breakpoint
CREATE TABLE `notice_read` (
	`person_id` text NOT NULL,
	`notice_id` text NOT NULL,
	`read_at` text NOT NULL,
	PRIMARY KEY(`person_id`, `notice_id`)
);
--> statement-breakpoint
CREATE TABLE `number` (
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `kind`, `year`, `serial`)
);
--> statement-breakpoint
CREATE TABLE `once` (
	`person_id` text NOT NULL,
	`form_key` text NOT NULL,
	`stream` text NOT NULL,
	`stream_id` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`person_id`, `form_key`)
);
--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`digest` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`made_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`person_id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`from_day` text NOT NULL,
	`left_on` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_login` ON `person` (`login`);--> statement-breakpoint
CREATE TABLE `post` (
	`post_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`post` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `post_person` ON `post` (`person_id`);--> statement-breakpoint
CREATE INDEX `post_unit` ON `post` (`unit_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`session_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`started_at` text NOT NULL,
	`touched_at` text NOT NULL,
	`ended_at` text NOT NULL,
	`reauth_at` text NOT NULL,
	`reauth_for` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE INDEX `session_touched` ON `session` (`touched_at`);--> statement-breakpoint
CREATE TABLE `track_row` (
	`track_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`bureau_id` text NOT NULL,
	`recipient_id` text NOT NULL,
	`copied_id` text NOT NULL,
	`handler_id` text NOT NULL,
	`phase` text NOT NULL,
	`title` text NOT NULL,
	`case_no` text NOT NULL,
	`letter_no` text NOT NULL,
	`funds` text NOT NULL,
	`amount_fen` integer NOT NULL,
	`file_count` integer NOT NULL,
	`sent_at` text NOT NULL,
	`received_at` text NOT NULL,
	`decided_at` text NOT NULL,
	`signed_for_at` text NOT NULL,
	`is_ended` integer NOT NULL,
	`seq` integer NOT NULL,
	`sheet` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `track_row_case` ON `track_row` (`case_id`);--> statement-breakpoint
CREATE INDEX `track_row_silent` ON `track_row` (`signed_for_at`,`phase`);--> statement-breakpoint
CREATE TABLE `track_tie` (
	`track_id` text NOT NULL,
	`case_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`tie` text NOT NULL,
	PRIMARY KEY(`track_id`, `unit_id`, `tie`)
);
--> statement-breakpoint
CREATE INDEX `track_tie_unit` ON `track_tie` (`unit_id`,`tie`,`track_id`);--> statement-breakpoint
CREATE INDEX `track_tie_case` ON `track_tie` (`case_id`);--> statement-breakpoint
CREATE TABLE `unit` (
	`unit_id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`code` text NOT NULL,
	`division` text NOT NULL,
	`superior_id` text NOT NULL,
	`credit_no` text NOT NULL,
	`on_paper` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unit_name` (
	`unit_id` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`name_en` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	PRIMARY KEY(`unit_id`, `seq`)
);
