DROP INDEX `case_row_scope`;--> statement-breakpoint
DROP INDEX `duty_seat`;--> statement-breakpoint
ALTER TABLE `duty` ADD `bureau_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `duty` ADD `superior_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `duty` ADD `deciding_unit_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `duty` ADD `division` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `duty` ADD `copied_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE duty SET
  (bureau_id, superior_id, deciding_unit_id, division) =
    (SELECT bureau_id, superior_id, deciding_unit_id, division FROM case_row WHERE case_row.case_id = duty.case_id),
  copied_id = coalesce((SELECT copied_id FROM track_row WHERE track_row.track_id = duty.track_id), '')
WHERE EXISTS (SELECT 1 FROM case_row WHERE case_row.case_id = duty.case_id);--> statement-breakpoint
CREATE INDEX `duty_bureau` ON `duty` (`bureau_id`,`sort_at`,`duty_id`,`clock`,`unit_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `duty_superior` ON `duty` (`superior_id`,`sort_at`,`duty_id`,`clock`,`unit_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `duty_division` ON `duty` (`division`,`sort_at`,`duty_id`,`clock`,`unit_id`,`case_id`);--> statement-breakpoint
CREATE INDEX `duty_recipient` ON `duty` (`to_unit_id`,`sort_at`,`duty_id`,`clock`,`unit_id`,`track_id`);--> statement-breakpoint
CREATE INDEX `duty_copied` ON `duty` (`copied_id`,`sort_at`,`duty_id`,`clock`,`unit_id`,`track_id`);--> statement-breakpoint
CREATE INDEX `duty_seat` ON `duty` (`unit_id`,`post`,`sort_at`,`duty_id`,`clock`,`person_ids`,`case_id`,`track_id`,`bureau_id`,`deciding_unit_id`);