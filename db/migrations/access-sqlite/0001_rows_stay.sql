-- What was written is never changed, and goes only by whole days from the front: behind what access_ends says.
INSERT INTO access_ends VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, '0000000000000000000000000000000000000000000000000000000000000000');
--> statement-breakpoint
CREATE TRIGGER access_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'a row of the access log is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER access_no_delete BEFORE DELETE ON access_log WHEN OLD.n > (SELECT before_n FROM access_ends) BEGIN SELECT RAISE(ABORT, 'a row of the access log stays until its day is over'); END;
