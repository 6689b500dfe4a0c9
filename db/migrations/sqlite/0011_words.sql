CREATE TABLE `word` (
	`ref` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`open` text NOT NULL,
	`named` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `word_case` ON `word` (`case_id`);--> statement-breakpoint
DROP INDEX `duty_case`;--> statement-breakpoint
CREATE TABLE `word_rowid` (`id` integer PRIMARY KEY, `ref` text NOT NULL UNIQUE);--> statement-breakpoint
CREATE VIRTUAL TABLE `word_open` USING fts5(t, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars ':-_'");--> statement-breakpoint
CREATE VIRTUAL TABLE `word_named` USING fts5(t, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars ':-_'");--> statement-breakpoint
CREATE TRIGGER `word_added` AFTER INSERT ON `word` BEGIN
	INSERT INTO `word_rowid` (`ref`) VALUES (new.`ref`);
	INSERT INTO `word_open` (rowid, t) SELECT `id`, new.`open` FROM `word_rowid` WHERE `ref` = new.`ref`;
	INSERT INTO `word_named` (rowid, t) SELECT `id`, new.`named` FROM `word_rowid` WHERE `ref` = new.`ref`;
END;--> statement-breakpoint
CREATE TRIGGER `word_changed` AFTER UPDATE ON `word` BEGIN
	DELETE FROM `word_open` WHERE rowid = (SELECT `id` FROM `word_rowid` WHERE `ref` = old.`ref`);
	DELETE FROM `word_named` WHERE rowid = (SELECT `id` FROM `word_rowid` WHERE `ref` = old.`ref`);
	UPDATE `word_rowid` SET `ref` = new.`ref` WHERE `ref` = old.`ref`;
	INSERT INTO `word_open` (rowid, t) SELECT `id`, new.`open` FROM `word_rowid` WHERE `ref` = new.`ref`;
	INSERT INTO `word_named` (rowid, t) SELECT `id`, new.`named` FROM `word_rowid` WHERE `ref` = new.`ref`;
END;--> statement-breakpoint
CREATE TRIGGER `word_gone` AFTER DELETE ON `word` BEGIN
	DELETE FROM `word_open` WHERE rowid = (SELECT `id` FROM `word_rowid` WHERE `ref` = old.`ref`);
	DELETE FROM `word_named` WHERE rowid = (SELECT `id` FROM `word_rowid` WHERE `ref` = old.`ref`);
	DELETE FROM `word_rowid` WHERE `ref` = old.`ref`;
END;
