CREATE SCHEMA "access";
--> statement-breakpoint
CREATE TABLE "access"."access_ends" (
	"id" integer NOT NULL,
	"before_n" integer NOT NULL,
	"before_digest" text COLLATE "C" NOT NULL,
	"last_n" integer NOT NULL,
	"last_digest" text COLLATE "C" NOT NULL,
	CONSTRAINT "access_ends_key" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "access"."access_log" (
	"n" integer NOT NULL,
	"day" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"track_id" text COLLATE "C" NOT NULL,
	"object_id" text COLLATE "C" NOT NULL,
	"result" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"request_id" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	CONSTRAINT "access_log_key" PRIMARY KEY("n")
);
--> statement-breakpoint
CREATE INDEX "access_log_day" ON "access"."access_log" USING btree ("day","n");--> statement-breakpoint
CREATE INDEX "access_log_person" ON "access"."access_log" USING btree ("person_id","n");--> statement-breakpoint
CREATE INDEX "access_log_kind" ON "access"."access_log" USING btree ("kind","n");--> statement-breakpoint
CREATE INDEX "access_log_result" ON "access"."access_log" USING btree ("result","n");--> statement-breakpoint
CREATE INDEX "access_log_case" ON "access"."access_log" USING btree ("case_id","n");--> statement-breakpoint
CREATE INDEX "access_log_track" ON "access"."access_log" USING btree ("track_id","n");--> statement-breakpoint
CREATE INDEX "access_log_object" ON "access"."access_log" USING btree ("object_id","n");