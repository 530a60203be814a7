CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`act` text NOT NULL,
	`person_id` text,
	`cohort_id` text,
	`details` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "audit_entries_details" CHECK(json_valid("audit_entries"."details"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);
--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`actor_id`);
--> statement-breakpoint
CREATE TABLE `contact_action_ends` (
	`action_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`person_id` text NOT NULL,
	`ended_at` integer NOT NULL,
	FOREIGN KEY (`action_id`) REFERENCES `contact_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_action_ends_outcome" CHECK("contact_action_ends"."outcome" in ('done', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`contact_id` text,
	`words` text NOT NULL,
	`owner_id` text NOT NULL,
	`due_on` text NOT NULL,
	`writer_id` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contact_actions_due" CHECK("contact_actions"."due_on" is null or "contact_actions"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_actions_trainee` ON `contact_actions` (`trainee_id`,`due_on`);
--> statement-breakpoint
CREATE INDEX `contact_actions_owner` ON `contact_actions` (`owner_id`);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`writer_id` text NOT NULL,
	`happened_on` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`signal` text,
	`corrects` text,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contacts_happened" CHECK("contacts"."happened_on" is null or "contacts"."happened_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `contacts_trainee` ON `contacts` (`trainee_id`,`happened_on`);
--> statement-breakpoint
CREATE TABLE `message_recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_recipients_trainee` ON `message_recipients` (`trainee_id`);
--> statement-breakpoint
CREATE INDEX `message_recipients_message` ON `message_recipients` (`message_id`);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`sender_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`chosen` text NOT NULL,
	`subject` text NOT NULL,
	`words` text NOT NULL,
	`justifications` text NOT NULL DEFAULT '[]',
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`sender_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `messages_cohort` ON `messages` (`cohort_id`,`sent_at`);
--> statement-breakpoint
CREATE INDEX `messages_sender` ON `messages` (`sender_id`);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`ran_for` text NOT NULL,
	`ran_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `notice_choices` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`time` text NOT NULL,
	`chosen_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notice_choices_time" CHECK("notice_choices"."time" in ('at_once', 'weekly', 'never'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`trainee_id` text,
	`details` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_details" CHECK(json_valid("notices"."details"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`person_id`,`key`);
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`created_at`);
--> statement-breakpoint
CREATE INDEX `notices_unread` ON `notices` (`person_id`) WHERE "notices"."read_at" is null;
--> statement-breakpoint
CREATE INDEX `notices_created` ON `notices` (`created_at`);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`address` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`trainee_id` text,
	`details` text NOT NULL,
	`message_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`started_at` integer,
	`sent_at` integer,
	`dropped_at` integer,
	`last_error` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_details" CHECK(json_valid("outbox"."details"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_message_id_unique` ON `outbox` (`message_id`);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`due_at`) WHERE "outbox"."sent_at" is null and "outbox"."dropped_at" is null;
--> statement-breakpoint
CREATE INDEX `outbox_person` ON `outbox` (`person_id`);
--> statement-breakpoint
CREATE INDEX `outbox_sent` ON `outbox` (`sent_at`);
--> statement-breakpoint
CREATE INDEX `outbox_dropped` ON `outbox` (`dropped_at`);
--> statement-breakpoint
CREATE TABLE `peer_attendance` (
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`attendance` text NOT NULL,
	`marked_by` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `trainee_id`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_attendance_known" CHECK("peer_attendance"."attendance" in ('there', 'apologies', 'absent'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_attendance_trainee` ON `peer_attendance` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `peer_evidence` (
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	PRIMARY KEY(`session_id`, `trainee_id`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_feedback` (
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`helped` text NOT NULL,
	`suggestion` text NOT NULL,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `trainee_id`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_intention_reviews` (
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `trainee_id`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_intention_reviews_outcome" CHECK("peer_intention_reviews"."outcome" in ('did', 'partly', 'not_yet', 'let_go'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_intentions` (
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`words` text NOT NULL,
	`said_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `trainee_id`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_intentions_trainee` ON `peer_intentions` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `peer_materials` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`address` text,
	`reasons` text DEFAULT '[]' NOT NULL,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_materials_session` ON `peer_materials` (`session_id`);
--> statement-breakpoint
CREATE TABLE `peer_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`role` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_parts_role" CHECK("peer_parts"."role" in ('leader', 'presenter', 'timekeeper', 'note_taker', 'host_of_guest'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_parts_trainee` ON `peer_parts` (`trainee_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `peer_parts_one_leader` ON `peer_parts` (`session_id`) WHERE "peer_parts"."role" = 'leader' and "peer_parts"."ended_at" is null;
--> statement-breakpoint
CREATE UNIQUE INDEX `peer_parts_once` ON `peer_parts` (`session_id`,`trainee_id`,`role`) WHERE "peer_parts"."ended_at" is null;
--> statement-breakpoint
CREATE TABLE `peer_preparations` (
	`session_id` text NOT NULL,
	`item` text NOT NULL,
	`person_id` text NOT NULL,
	`done_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `item`),
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`words` text NOT NULL,
	`asked_by` text,
	`asked_on` text NOT NULL,
	`taken_back_at` integer,
	`answered_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_questions_asked" CHECK("peer_questions"."asked_on" is null or "peer_questions"."asked_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_questions_session` ON `peer_questions` (`session_id`);
--> statement-breakpoint
CREATE TABLE `peer_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`place` text NOT NULL,
	`format` text,
	`title` text DEFAULT '' NOT NULL,
	`aim` text DEFAULT '' NOT NULL,
	`content_note` text,
	`guest` text DEFAULT '' NOT NULL,
	`reasons` text DEFAULT '[]' NOT NULL,
	`revision` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`held_at` integer,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_sessions_order" CHECK("peer_sessions"."ends_at" > "peer_sessions"."starts_at"),
	CONSTRAINT "peer_sessions_day" CHECK("peer_sessions"."day" is null or "peer_sessions"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_sessions_cohort` ON `peer_sessions` (`cohort_id`,`day`);
--> statement-breakpoint
CREATE TABLE `peer_swaps` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_of` text NOT NULL,
	`in_return_id` text,
	`words` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_of`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`in_return_id`) REFERENCES `peer_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_swaps_two" CHECK("peer_swaps"."asked_by" <> "peer_swaps"."asked_of"),
	CONSTRAINT "peer_swaps_answered" CHECK(("peer_swaps"."answer" is null) = ("peer_swaps"."answered_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `peer_swaps_session` ON `peer_swaps` (`session_id`);
--> statement-breakpoint
CREATE INDEX `peer_swaps_asked` ON `peer_swaps` (`asked_of`);
--> statement-breakpoint
CREATE UNIQUE INDEX `peer_swaps_one_open` ON `peer_swaps` (`session_id`) WHERE "peer_swaps"."answer" is null;
--> statement-breakpoint
CREATE TABLE `account_links` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`made_by` text,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_links_kind" CHECK("account_links"."kind" in ('invitation', 'reset'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_links_token_hash_unique` ON `account_links` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `account_links_person` ON `account_links` (`person_id`);
--> statement-breakpoint
CREATE TABLE `cohort_origins` (
	`cohort_id` text PRIMARY KEY NOT NULL,
	`template_id` text,
	`rolled_from_id` text,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`template_id`) REFERENCES `cohort_templates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rolled_from_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `cohort_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`value` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohort_templates_value" CHECK(json_valid("cohort_templates"."value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `enrolment_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`from_route_id` text NOT NULL,
	`to_route_id` text NOT NULL,
	`from_started_on` text NOT NULL,
	`to_started_on` text NOT NULL,
	`from_hours_per_week` real NOT NULL,
	`to_hours_per_week` real NOT NULL,
	`effective_on` text NOT NULL,
	`reason` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enrolment_changes_effective" CHECK("enrolment_changes"."effective_on" is null or "enrolment_changes"."effective_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "enrolment_changes_from" CHECK("enrolment_changes"."from_started_on" is null or "enrolment_changes"."from_started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "enrolment_changes_to" CHECK("enrolment_changes"."to_started_on" is null or "enrolment_changes"."to_started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `enrolment_changes_trainee` ON `enrolment_changes` (`trainee_id`,`effective_on`);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`state` text NOT NULL,
	`rows` text NOT NULL,
	`total` integer NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`counts` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`finished_at` integer,
	`problem` text,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_state" CHECK("imports"."state" in ('read', 'running', 'done', 'failed', 'dropped'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_made` ON `imports` (`made_at`);
--> statement-breakpoint
CREATE TABLE `programme_endings` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`words` text NOT NULL,
	`ended_on` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`reopened_at` integer,
	`reopened_by` text,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_endings_reason" CHECK(("programme_endings"."kind" = 'withdrawn') = ("programme_endings"."reason" is not null)),
	CONSTRAINT "programme_endings_kind" CHECK("programme_endings"."kind" in ('completed', 'withdrawn')),
	CONSTRAINT "programme_endings_ended" CHECK("programme_endings"."ended_on" is null or "programme_endings"."ended_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `programme_endings_one` ON `programme_endings` (`trainee_id`) WHERE "programme_endings"."reopened_at" is null;
--> statement-breakpoint
CREATE INDEX `programme_endings_trainee` ON `programme_endings` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `cohort_looks` (
	`person_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`looked_at` integer NOT NULL,
	`signals` text NOT NULL,
	`before_at` integer,
	`before_signals` text,
	PRIMARY KEY(`person_id`, `cohort_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`saved_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_filters_query" CHECK(length("saved_filters"."query") <= 500)
) STRICT;
--> statement-breakpoint
CREATE INDEX `saved_filters_person` ON `saved_filters` (`person_id`,`cohort_id`);
--> statement-breakpoint
CREATE TABLE `signal_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`returns_on` text NOT NULL,
	`noted_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "signal_notes_returns" CHECK("signal_notes"."returns_on" is null or "signal_notes"."returns_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `signal_notes_trainee` ON `signal_notes` (`trainee_id`,`kind`);
--> statement-breakpoint
CREATE TABLE `__new_office_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`effective_from` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "office_settings_kind_known" CHECK("__new_office_settings"."kind" in ('workload_figures', 'case_rules', 'complexity', 'study_time', 'supervision', 'signals')),
	CONSTRAINT "office_settings_from" CHECK("__new_office_settings"."effective_from" is null or "__new_office_settings"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_office_settings`("id", "kind", "effective_from", "value", "reason", "entered_by", "entered_at") SELECT "id", "kind", "effective_from", "value", "reason", "entered_by", "entered_at" FROM `office_settings` ORDER BY rowid;
--> statement-breakpoint
DROP TABLE `office_settings`;
--> statement-breakpoint
ALTER TABLE `__new_office_settings` RENAME TO `office_settings`;
--> statement-breakpoint
CREATE INDEX `office_settings_kind` ON `office_settings` (`kind`,`effective_from`);
--> statement-breakpoint
ALTER TABLE `people` ADD `password_changed_at` integer;
--> statement-breakpoint
ALTER TABLE `assignments` ADD `covers_id` text REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `cohorts` ADD `closed_on` text CONSTRAINT "cohorts_closed" CHECK("closed_on" is null or "closed_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
--> statement-breakpoint
CREATE TRIGGER `signal_notes_no_update` BEFORE UPDATE ON `signal_notes` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`kind` IS OLD.`kind` AND NEW.`fact_key` IS OLD.`fact_key` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`returns_on` IS OLD.`returns_on` AND NEW.`noted_at` IS OLD.`noted_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'signal_notes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signal_notes_no_delete` BEFORE DELETE ON `signal_notes` BEGIN SELECT RAISE(ABORT, 'signal_notes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `signal_notes_no_replace` BEFORE INSERT ON `signal_notes` WHEN EXISTS (SELECT 1 FROM `signal_notes` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `signal_notes_no_renumber` BEFORE INSERT ON `signal_notes` WHEN EXISTS (SELECT 1 FROM `signal_notes` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'signal_notes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_no_update` BEFORE UPDATE ON `contacts` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`writer_id` IS OLD.`writer_id` AND NEW.`happened_on` IS OLD.`happened_on` AND NEW.`kind` IS OLD.`kind` AND NEW.`signal` IS OLD.`signal` AND NEW.`corrects` IS OLD.`corrects` AND NEW.`written_at` IS OLD.`written_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'contacts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_no_delete` BEFORE DELETE ON `contacts` BEGIN SELECT RAISE(ABORT, 'contacts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_no_replace` BEFORE INSERT ON `contacts` WHEN EXISTS (SELECT 1 FROM `contacts` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `contacts_no_renumber` BEFORE INSERT ON `contacts` WHEN EXISTS (SELECT 1 FROM `contacts` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'contacts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_actions_no_update` BEFORE UPDATE ON `contact_actions` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`contact_id` IS OLD.`contact_id` AND NEW.`owner_id` IS OLD.`owner_id` AND NEW.`due_on` IS OLD.`due_on` AND NEW.`writer_id` IS OLD.`writer_id` AND NEW.`written_at` IS OLD.`written_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'contact_actions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_actions_no_delete` BEFORE DELETE ON `contact_actions` BEGIN SELECT RAISE(ABORT, 'contact_actions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_actions_no_replace` BEFORE INSERT ON `contact_actions` WHEN EXISTS (SELECT 1 FROM `contact_actions` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `contact_actions_no_renumber` BEFORE INSERT ON `contact_actions` WHEN EXISTS (SELECT 1 FROM `contact_actions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'contact_actions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_action_ends_no_update` BEFORE UPDATE ON `contact_action_ends` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = (SELECT `trainee_id` FROM `contact_actions` WHERE `id` = OLD.`action_id`)) AND NEW.`words` = '' AND NEW.`action_id` IS OLD.`action_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`ended_at` IS OLD.`ended_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'contact_action_ends is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_action_ends_no_delete` BEFORE DELETE ON `contact_action_ends` BEGIN SELECT RAISE(ABORT, 'contact_action_ends is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `contact_action_ends_no_replace` BEFORE INSERT ON `contact_action_ends` WHEN EXISTS (SELECT 1 FROM `contact_action_ends` WHERE `action_id` = NEW.`action_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `contact_action_ends_no_renumber` BEFORE INSERT ON `contact_action_ends` WHEN EXISTS (SELECT 1 FROM `contact_action_ends` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'contact_action_ends is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `messages_no_update` BEFORE UPDATE ON `messages` WHEN NOT (EXISTS (SELECT 1 FROM `message_recipients` WHERE `message_id` = OLD.`id`) AND NOT EXISTS (SELECT 1 FROM `message_recipients` AS `m` WHERE `m`.`message_id` = OLD.`id` AND NOT EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = `m`.`trainee_id`)) AND NEW.`subject` = '' AND NEW.`words` = '' AND NEW.`justifications` = '' AND NEW.`id` IS OLD.`id` AND NEW.`sender_id` IS OLD.`sender_id` AND NEW.`cohort_id` IS OLD.`cohort_id` AND NEW.`chosen` IS OLD.`chosen` AND NEW.`sent_at` IS OLD.`sent_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'messages is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `messages_no_delete` BEFORE DELETE ON `messages` BEGIN SELECT RAISE(ABORT, 'messages is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `messages_no_replace` BEFORE INSERT ON `messages` WHEN EXISTS (SELECT 1 FROM `messages` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `messages_no_renumber` BEFORE INSERT ON `messages` WHEN EXISTS (SELECT 1 FROM `messages` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'messages is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intentions_no_update` BEFORE UPDATE ON `peer_intentions` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`session_id` IS OLD.`session_id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`said_at` IS OLD.`said_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_intentions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intentions_no_delete` BEFORE DELETE ON `peer_intentions` BEGIN SELECT RAISE(ABORT, 'peer_intentions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intentions_no_replace` BEFORE INSERT ON `peer_intentions` WHEN EXISTS (SELECT 1 FROM `peer_intentions` WHERE `session_id` = NEW.`session_id` AND `trainee_id` = NEW.`trainee_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intentions_no_renumber` BEFORE INSERT ON `peer_intentions` WHEN EXISTS (SELECT 1 FROM `peer_intentions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_intentions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intention_reviews_no_update` BEFORE UPDATE ON `peer_intention_reviews` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`session_id` IS OLD.`session_id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`said_at` IS OLD.`said_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_intention_reviews is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intention_reviews_no_delete` BEFORE DELETE ON `peer_intention_reviews` BEGIN SELECT RAISE(ABORT, 'peer_intention_reviews is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intention_reviews_no_replace` BEFORE INSERT ON `peer_intention_reviews` WHEN EXISTS (SELECT 1 FROM `peer_intention_reviews` WHERE `session_id` = NEW.`session_id` AND `trainee_id` = NEW.`trainee_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `peer_intention_reviews_no_renumber` BEFORE INSERT ON `peer_intention_reviews` WHEN EXISTS (SELECT 1 FROM `peer_intention_reviews` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_intention_reviews is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_feedback_no_update` BEFORE UPDATE ON `peer_feedback` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`helped` = '' AND NEW.`suggestion` = '' AND NEW.`session_id` IS OLD.`session_id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`given_at` IS OLD.`given_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_feedback is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_feedback_no_delete` BEFORE DELETE ON `peer_feedback` BEGIN SELECT RAISE(ABORT, 'peer_feedback is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_feedback_no_replace` BEFORE INSERT ON `peer_feedback` WHEN EXISTS (SELECT 1 FROM `peer_feedback` WHERE `session_id` = NEW.`session_id` AND `trainee_id` = NEW.`trainee_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `peer_feedback_no_renumber` BEFORE INSERT ON `peer_feedback` WHEN EXISTS (SELECT 1 FROM `peer_feedback` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_feedback is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_evidence_no_update` BEFORE UPDATE ON `peer_evidence` BEGIN SELECT RAISE(ABORT, 'peer_evidence is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_evidence_no_delete` BEFORE DELETE ON `peer_evidence` BEGIN SELECT RAISE(ABORT, 'peer_evidence is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `peer_evidence_no_replace` BEFORE INSERT ON `peer_evidence` WHEN EXISTS (SELECT 1 FROM `peer_evidence` WHERE `session_id` = NEW.`session_id` AND `trainee_id` = NEW.`trainee_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `peer_evidence_no_renumber` BEFORE INSERT ON `peer_evidence` WHEN EXISTS (SELECT 1 FROM `peer_evidence` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'peer_evidence is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `enrolment_changes_no_update` BEFORE UPDATE ON `enrolment_changes` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`reason` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`from_route_id` IS OLD.`from_route_id` AND NEW.`to_route_id` IS OLD.`to_route_id` AND NEW.`from_started_on` IS OLD.`from_started_on` AND NEW.`to_started_on` IS OLD.`to_started_on` AND NEW.`from_hours_per_week` IS OLD.`from_hours_per_week` AND NEW.`to_hours_per_week` IS OLD.`to_hours_per_week` AND NEW.`effective_on` IS OLD.`effective_on` AND NEW.`changed_by` IS OLD.`changed_by` AND NEW.`changed_at` IS OLD.`changed_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'enrolment_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `enrolment_changes_no_delete` BEFORE DELETE ON `enrolment_changes` BEGIN SELECT RAISE(ABORT, 'enrolment_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `enrolment_changes_no_replace` BEFORE INSERT ON `enrolment_changes` WHEN EXISTS (SELECT 1 FROM `enrolment_changes` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `enrolment_changes_no_renumber` BEFORE INSERT ON `enrolment_changes` WHEN EXISTS (SELECT 1 FROM `enrolment_changes` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'enrolment_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cohort_origins_no_update` BEFORE UPDATE ON `cohort_origins` BEGIN SELECT RAISE(ABORT, 'cohort_origins is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cohort_origins_no_delete` BEFORE DELETE ON `cohort_origins` BEGIN SELECT RAISE(ABORT, 'cohort_origins is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cohort_origins_no_replace` BEFORE INSERT ON `cohort_origins` WHEN EXISTS (SELECT 1 FROM `cohort_origins` WHERE `cohort_id` = NEW.`cohort_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `cohort_origins_no_renumber` BEFORE INSERT ON `cohort_origins` WHEN EXISTS (SELECT 1 FROM `cohort_origins` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'cohort_origins is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_update` BEFORE UPDATE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit_entries is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_delete` BEFORE DELETE ON `audit_entries` BEGIN SELECT RAISE(ABORT, 'audit_entries is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_replace` BEFORE INSERT ON `audit_entries` WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_no_renumber` BEFORE INSERT ON `audit_entries` WHEN EXISTS (SELECT 1 FROM `audit_entries` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'audit_entries is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_update` BEFORE UPDATE ON `office_settings` BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_delete` BEFORE DELETE ON `office_settings` BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_replace` BEFORE INSERT ON `office_settings` WHEN EXISTS (SELECT 1 FROM `office_settings` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_renumber` BEFORE INSERT ON `office_settings` WHEN EXISTS (SELECT 1 FROM `office_settings` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
