CREATE TABLE "word" (
	"ref" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"open" text COLLATE "C" NOT NULL,
	"named" text COLLATE "C" NOT NULL,
	CONSTRAINT "word_key" PRIMARY KEY("ref")
);
--> statement-breakpoint
DROP INDEX "duty_case";--> statement-breakpoint
CREATE INDEX "word_case" ON "word" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "word_open" ON "word" USING gin (array_to_tsvector(string_to_array("open", ' ')));--> statement-breakpoint
CREATE INDEX "word_named" ON "word" USING gin (array_to_tsvector(string_to_array("named", ' ')));
