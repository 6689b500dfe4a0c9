CREATE TABLE "fact" (
	"name" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "fact_key" PRIMARY KEY("name")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"name" text COLLATE "C" NOT NULL,
	"holder" text COLLATE "C" NOT NULL,
	"lease_until" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"done_at" text COLLATE "C" NOT NULL,
	"failed_at" text COLLATE "C" NOT NULL,
	"failure" text COLLATE "C" NOT NULL,
	CONSTRAINT "job_key" PRIMARY KEY("name")
);
