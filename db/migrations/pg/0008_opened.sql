CREATE TABLE "opened" (
	"case_id" text COLLATE "C" NOT NULL,
	"track_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "opened_key" PRIMARY KEY("case_id","track_id","seq","notice_id","person_id")
);
--> statement-breakpoint
CREATE INDEX "case_row_no" ON "case_row" USING btree ("case_no");--> statement-breakpoint
CREATE INDEX "track_row_no" ON "track_row" USING btree ("letter_no");