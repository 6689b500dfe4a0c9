-- What was written is never changed, and goes only by whole days from the front: behind what access_ends says.
INSERT INTO access.access_ends VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000', 0, '0000000000000000000000000000000000000000000000000000000000000000');
--> statement-breakpoint
CREATE FUNCTION access.rows_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.n <= (SELECT before_n FROM access.access_ends) THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION 'a row of the access log is never changed, and stays until its day is over';
END $$;
--> statement-breakpoint
CREATE TRIGGER access_stays BEFORE UPDATE OR DELETE ON access.access_log FOR EACH ROW EXECUTE FUNCTION access.rows_stay();
--> statement-breakpoint
CREATE TRIGGER access_no_truncate BEFORE TRUNCATE ON access.access_log FOR EACH STATEMENT EXECUTE FUNCTION access.rows_stay();
