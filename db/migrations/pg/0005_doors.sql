CREATE TABLE "link_code" (
	"person_id" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "link_code_key" PRIMARY KEY("person_id")
);
--> statement-breakpoint
ALTER TABLE "once" ADD COLUMN "deed" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "one_time_link" ADD COLUMN "needs_code" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "ended_why" text COLLATE "C" DEFAULT '' NOT NULL;