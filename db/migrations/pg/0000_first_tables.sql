CREATE TABLE "case_row" (
	"case_id" text COLLATE "C" NOT NULL,
	"case_no" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"bureau_id" text COLLATE "C" NOT NULL,
	"superior_id" text COLLATE "C" NOT NULL,
	"deciding_unit_id" text COLLATE "C" NOT NULL,
	"division" text COLLATE "C" NOT NULL,
	"funds" text COLLATE "C" NOT NULL,
	"charges" text COLLATE "C" NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"amount_fen" bigint NOT NULL,
	"found_on" text COLLATE "C" NOT NULL,
	"registered_at" text COLLATE "C" NOT NULL,
	"is_ended" integer NOT NULL,
	"item_count" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"last_at" text COLLATE "C" NOT NULL,
	"sheet" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_row_key" PRIMARY KEY("case_id")
);
--> statement-breakpoint
CREATE TABLE "case_tie" (
	"case_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"tie" text COLLATE "C" NOT NULL,
	CONSTRAINT "case_tie_key" PRIMARY KEY("case_id","person_id","tie")
);
--> statement-breakpoint
CREATE TABLE "credential" (
	"person_id" text COLLATE "C" NOT NULL,
	"alg" text COLLATE "C" NOT NULL,
	"memory" integer NOT NULL,
	"passes" integer NOT NULL,
	"parallelism" integer NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"digest" text COLLATE "C" NOT NULL,
	"set_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "credential_key" PRIMARY KEY("person_id")
);
--> statement-breakpoint
CREATE TABLE "directory" (
	"entry_id" text COLLATE "C" NOT NULL,
	"division" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"liaison_id" text COLLATE "C" NOT NULL,
	"deputy_id" text COLLATE "C" NOT NULL,
	"duty_phone" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	CONSTRAINT "directory_key" PRIMARY KEY("entry_id")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" text COLLATE "C" NOT NULL,
	"form" text COLLATE "C" NOT NULL,
	"values" text COLLATE "C" NOT NULL,
	"errors" text COLLATE "C" NOT NULL,
	"saved_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "draft_key" PRIMARY KEY("person_id","form")
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"duty_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"track_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"clock" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"person_ids" text COLLATE "C" NOT NULL,
	"to_unit_id" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"due_strict_at" text COLLATE "C" NOT NULL,
	"due_tolerant_at" text COLLATE "C" NOT NULL,
	"due_at" text COLLATE "C" NOT NULL,
	"sort_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "duty_key" PRIMARY KEY("duty_id")
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"case_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"track_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"happened_at" text COLLATE "C" NOT NULL,
	"recorded_at" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"on_paper" text COLLATE "C" NOT NULL,
	"detail" text COLLATE "C" NOT NULL,
	CONSTRAINT "entry_key" PRIMARY KEY("case_id","seq")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"stream" text COLLATE "C" NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"payload" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C" NOT NULL,
	"leaf" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "event_key" PRIMARY KEY("stream","stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"case_id" text COLLATE "C" NOT NULL,
	"item_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"folder" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"collected_by" text COLLATE "C" NOT NULL,
	"collected_on" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"sm3" text COLLATE "C" NOT NULL,
	"blob_id" text COLLATE "C" NOT NULL,
	"added_by" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"voided_at" text COLLATE "C" NOT NULL,
	"void_reason" text COLLATE "C" NOT NULL,
	"voided_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "evidence_key" PRIMARY KEY("case_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "failures" (
	"key" text COLLATE "C" NOT NULL,
	"count" integer NOT NULL,
	"last_at" text COLLATE "C" NOT NULL,
	"blocked_until" text COLLATE "C" NOT NULL,
	CONSTRAINT "failures_key" PRIMARY KEY("key")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"notice_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"track_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "notice_key" PRIMARY KEY("notice_id")
);
--> statement-breakpoint
CREATE TABLE "notice_read" (
	"person_id" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C" NOT NULL,
	"read_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "notice_read_key" PRIMARY KEY("person_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "number" (
	"unit_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	CONSTRAINT "number_key" PRIMARY KEY("unit_id","kind","year","serial")
);
--> statement-breakpoint
CREATE TABLE "once" (
	"person_id" text COLLATE "C" NOT NULL,
	"form_key" text COLLATE "C" NOT NULL,
	"stream" text COLLATE "C" NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "once_key" PRIMARY KEY("person_id","form_key")
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"digest" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"used_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "one_time_link_key" PRIMARY KEY("digest")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"person_id" text COLLATE "C" NOT NULL,
	"login" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"left_on" text COLLATE "C" NOT NULL,
	CONSTRAINT "person_key" PRIMARY KEY("person_id")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"post_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"post" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	CONSTRAINT "post_key" PRIMARY KEY("post_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"session_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"touched_at" text COLLATE "C" NOT NULL,
	"ended_at" text COLLATE "C" NOT NULL,
	"reauth_at" text COLLATE "C" NOT NULL,
	"reauth_for" text COLLATE "C" NOT NULL,
	CONSTRAINT "session_key" PRIMARY KEY("session_id")
);
--> statement-breakpoint
CREATE TABLE "track_row" (
	"track_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"bureau_id" text COLLATE "C" NOT NULL,
	"recipient_id" text COLLATE "C" NOT NULL,
	"copied_id" text COLLATE "C" NOT NULL,
	"handler_id" text COLLATE "C" NOT NULL,
	"phase" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"case_no" text COLLATE "C" NOT NULL,
	"letter_no" text COLLATE "C" NOT NULL,
	"funds" text COLLATE "C" NOT NULL,
	"amount_fen" bigint NOT NULL,
	"file_count" integer NOT NULL,
	"sent_at" text COLLATE "C" NOT NULL,
	"received_at" text COLLATE "C" NOT NULL,
	"decided_at" text COLLATE "C" NOT NULL,
	"signed_for_at" text COLLATE "C" NOT NULL,
	"is_ended" integer NOT NULL,
	"seq" integer NOT NULL,
	"sheet" text COLLATE "C" NOT NULL,
	CONSTRAINT "track_row_key" PRIMARY KEY("track_id")
);
--> statement-breakpoint
CREATE TABLE "track_tie" (
	"track_id" text COLLATE "C" NOT NULL,
	"case_id" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"tie" text COLLATE "C" NOT NULL,
	CONSTRAINT "track_tie_key" PRIMARY KEY("track_id","unit_id","tie")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"unit_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_en" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"division" text COLLATE "C" NOT NULL,
	"superior_id" text COLLATE "C" NOT NULL,
	"credit_no" text COLLATE "C" NOT NULL,
	"on_paper" integer NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	CONSTRAINT "unit_key" PRIMARY KEY("unit_id")
);
--> statement-breakpoint
CREATE TABLE "unit_name" (
	"unit_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_en" text COLLATE "C" NOT NULL,
	"from_day" text COLLATE "C" NOT NULL,
	"to_day" text COLLATE "C" NOT NULL,
	CONSTRAINT "unit_name_key" PRIMARY KEY("unit_id","seq")
);
--> statement-breakpoint
CREATE INDEX "case_row_bureau" ON "case_row" USING btree ("bureau_id","registered_at","case_id");--> statement-breakpoint
CREATE INDEX "case_row_superior" ON "case_row" USING btree ("superior_id","registered_at","case_id");--> statement-breakpoint
CREATE INDEX "case_row_deciding" ON "case_row" USING btree ("deciding_unit_id","bureau_id");--> statement-breakpoint
CREATE INDEX "case_row_division" ON "case_row" USING btree ("division","registered_at","case_id");--> statement-breakpoint
CREATE INDEX "case_tie_person" ON "case_tie" USING btree ("person_id","tie","case_id");--> statement-breakpoint
CREATE INDEX "draft_saved" ON "draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "duty_seat" ON "duty" USING btree ("unit_id","post","sort_at");--> statement-breakpoint
CREATE INDEX "duty_case" ON "duty" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "duty_track" ON "duty" USING btree ("track_id");--> statement-breakpoint
CREATE INDEX "entry_person" ON "entry" USING btree ("person_id","recorded_at");--> statement-breakpoint
CREATE INDEX "entry_track" ON "entry" USING btree ("track_id","type");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notice_seat" ON "notice" USING btree ("unit_id","post","at");--> statement-breakpoint
CREATE INDEX "person_login" ON "person" USING btree ("login");--> statement-breakpoint
CREATE INDEX "post_person" ON "post" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "post_unit" ON "post" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_touched" ON "session" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "track_row_case" ON "track_row" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "track_row_silent" ON "track_row" USING btree ("signed_for_at","phase");--> statement-breakpoint
CREATE INDEX "track_tie_unit" ON "track_tie" USING btree ("unit_id","tie","track_id");--> statement-breakpoint
CREATE INDEX "track_tie_case" ON "track_tie" USING btree ("case_id");