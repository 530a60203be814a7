CREATE TABLE `__agreements` (`id` text, `trainee_id` text, `manager_id` text, `reason` text, `starts_on` text, `until` text, `agreed_at` integer) STRICT;
--> statement-breakpoint
INSERT INTO `__agreements` SELECT `id`, `trainee_id`, `manager_id`, `over_limit_reason`, `starts_on`, `over_limit_until`, `allocated_at` FROM `case_allocations` WHERE `over_limit_reason` IS NOT NULL;
--> statement-breakpoint
CREATE TABLE `__new_case_allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`manager_id` text NOT NULL,
	`carrying` text DEFAULT 'sole' NOT NULL,
	`share_percent` integer DEFAULT 100 NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`allocated_at` integer NOT NULL,
	`available_points` integer NOT NULL,
	`used_points_before` real NOT NULL,
	`used_points_after` real NOT NULL,
	`moved_from` text,
	`end_reason` text,
	`ended_by` text,
	`ended_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_allocations_share" CHECK("__new_case_allocations"."share_percent" between 0 and 100),
	CONSTRAINT "case_allocations_order" CHECK("__new_case_allocations"."ends_on" is null or "__new_case_allocations"."ends_on" >= "__new_case_allocations"."starts_on"),
	CONSTRAINT "case_allocations_ended" CHECK(("__new_case_allocations"."ends_on" is null) = ("__new_case_allocations"."ended_at" is null)),
	CONSTRAINT "case_allocations_starts" CHECK("__new_case_allocations"."starts_on" is null or "__new_case_allocations"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "case_allocations_ends" CHECK("__new_case_allocations"."ends_on" is null or "__new_case_allocations"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_case_allocations`(`id`, `case_id`, `trainee_id`, `manager_id`, `starts_on`, `ends_on`, `allocated_at`, `available_points`, `used_points_before`, `used_points_after`, `ended_at`) SELECT `id`, `case_id`, `trainee_id`, `manager_id`, `starts_on`, `ends_on`, `allocated_at`, `available_points`, `used_points_before`, `used_points_after`, unixepoch(`ends_on`) FROM `case_allocations`;
--> statement-breakpoint
DROP TABLE `case_allocations`;
--> statement-breakpoint
ALTER TABLE `__new_case_allocations` RENAME TO `case_allocations`;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_allocations_one_open` ON `case_allocations` (`case_id`,`trainee_id`) WHERE "case_allocations"."ends_on" is null;
--> statement-breakpoint
CREATE INDEX `case_allocations_trainee` ON `case_allocations` (`trainee_id`);
--> statement-breakpoint
CREATE INDEX `case_allocations_case` ON `case_allocations` (`case_id`);
--> statement-breakpoint
CREATE INDEX `case_allocations_manager` ON `case_allocations` (`manager_id`,`allocated_at`);
--> statement-breakpoint
CREATE TABLE `acknowledgements` (
	`person_id` text NOT NULL,
	`matter` text NOT NULL,
	`acknowledged_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `matter`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`effective_on` text NOT NULL,
	`reference` text NOT NULL,
	`tier` text NOT NULL,
	`kind` text NOT NULL,
	`transition_to_adulthood` integer NOT NULL,
	`letter_tier` text,
	`activity` text NOT NULL,
	`attributes` text NOT NULL,
	`complexity` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`number` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_changes_kind" CHECK("case_changes"."kind" in ('community', 'licence', 'custody')),
	CONSTRAINT "case_changes_day" CHECK("case_changes"."effective_on" is null or "case_changes"."effective_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_changes_number` ON `case_changes` (`case_id`,`number`);
--> statement-breakpoint
CREATE INDEX `case_changes_case` ON `case_changes` (`case_id`,`effective_on`,`number`);
--> statement-breakpoint
CREATE TABLE `case_objections` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`case_id` text,
	`words` text NOT NULL,
	`raised_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_objections_trainee` ON `case_objections` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `case_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`allocation_id` text NOT NULL,
	`attribute` text NOT NULL,
	`stage` text NOT NULL,
	`rules_version` text NOT NULL,
	`approver_name` text NOT NULL,
	`approver_id` text,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`allocation_id`) REFERENCES `case_allocations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approver_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `case_overrides_allocation` ON `case_overrides` (`allocation_id`);
--> statement-breakpoint
CREATE TABLE `caseload_work` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`type` text,
	`level` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "caseload_work_order" CHECK("caseload_work"."ends_on" >= "caseload_work"."starts_on"),
	CONSTRAINT "caseload_work_starts" CHECK("caseload_work"."starts_on" is null or "caseload_work"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "caseload_work_ends" CHECK("caseload_work"."ends_on" is null or "caseload_work"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `caseload_work_trainee` ON `caseload_work` (`trainee_id`,`ends_on`);
--> statement-breakpoint
CREATE TABLE `objection_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`objection_id` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text NOT NULL,
	`settles` integer NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`objection_id`) REFERENCES `case_objections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `objection_answers_objection` ON `objection_answers` (`objection_id`);
--> statement-breakpoint
CREATE TABLE `over_limit_agreements` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`manager_id` text NOT NULL,
	`allocation_id` text,
	`reason` text NOT NULL,
	`starts_on` text NOT NULL,
	`until` text NOT NULL,
	`agreed_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`allocation_id`) REFERENCES `case_allocations`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "over_limit_agreements_order" CHECK("over_limit_agreements"."until" >= "over_limit_agreements"."starts_on"),
	CONSTRAINT "over_limit_agreements_starts" CHECK("over_limit_agreements"."starts_on" is null or "over_limit_agreements"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "over_limit_agreements_until" CHECK("over_limit_agreements"."until" is null or "over_limit_agreements"."until" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `over_limit_agreements_trainee` ON `over_limit_agreements` (`trainee_id`,`starts_on`);
--> statement-breakpoint
CREATE TABLE `office_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`effective_from` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "office_settings_kind_known" CHECK("office_settings"."kind" in ('workload_figures', 'case_rules', 'complexity', 'study_time', 'supervision')),
	CONSTRAINT "office_settings_from" CHECK("office_settings"."effective_from" is null or "office_settings"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `office_settings_kind` ON `office_settings` (`kind`,`effective_from`);
--> statement-breakpoint
CREATE TABLE `placement_awards` (
	`offer_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`rank` integer NOT NULL,
	`placement_id` text,
	`reason` text NOT NULL,
	PRIMARY KEY(`offer_id`, `trainee_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `placement_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_awards_trainee` ON `placement_awards` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `placement_days` (
	`placement_id` text NOT NULL,
	`day` text NOT NULL,
	`attendance` text NOT NULL,
	`minutes` integer NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `day`),
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placement_days_minutes" CHECK("placement_days"."minutes" between 0 and 1440),
	CONSTRAINT "placement_days_attendance" CHECK("placement_days"."attendance" in ('attended', 'part', 'missed')),
	CONSTRAINT "placement_days_day" CHECK("placement_days"."day" is null or "placement_days"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `placement_host_answers` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`link_id` text NOT NULL,
	`name` text NOT NULL,
	`job` text NOT NULL,
	`agrees` integer NOT NULL,
	`words` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `placement_host_links`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `placement_host_links` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `placement_host_links_token_hash_unique` ON `placement_host_links` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `placement_host_links_placement` ON `placement_host_links` (`placement_id`);
--> statement-breakpoint
CREATE TABLE `placement_log` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`day` text NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placement_log_day" CHECK("placement_log"."day" is null or "placement_log"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_log_placement` ON `placement_log` (`placement_id`,`day`);
--> statement-breakpoint
CREATE TABLE `placement_objectives` (
	`id` text PRIMARY KEY NOT NULL,
	`placement_id` text NOT NULL,
	`position` integer NOT NULL,
	`words` text NOT NULL,
	`criteria` text NOT NULL,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_objectives_placement` ON `placement_objectives` (`placement_id`);
--> statement-breakpoint
CREATE TABLE `placement_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`host_contact` text NOT NULL,
	`look_for` text NOT NULL,
	`travel_notes` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`seats` integer NOT NULL,
	`closes_on` text NOT NULL,
	`cohort_id` text,
	`lot` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`withdrawn_at` integer,
	`given_out_at` integer,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placement_offers_order" CHECK("placement_offers"."ends_on" >= "placement_offers"."starts_on" and "placement_offers"."closes_on" < "placement_offers"."starts_on"),
	CONSTRAINT "placement_offers_seats" CHECK("placement_offers"."seats" between 1 and 100),
	CONSTRAINT "placement_offers_starts" CHECK("placement_offers"."starts_on" is null or "placement_offers"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "placement_offers_ends" CHECK("placement_offers"."ends_on" is null or "placement_offers"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "placement_offers_closes_on" CHECK("placement_offers"."closes_on" is null or "placement_offers"."closes_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_offers_closes` ON `placement_offers` (`closes_on`);
--> statement-breakpoint
CREATE TABLE `placement_reports` (
	`placement_id` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`finished_at` integer,
	`evidence_id` text,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `placement_wishes` (
	`offer_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`wished_at` integer NOT NULL,
	PRIMARY KEY(`offer_id`, `trainee_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `placement_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `placement_wishes_trainee` ON `placement_wishes` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `readiness_agreements` (
	`check_id` text NOT NULL,
	`revision` integer NOT NULL,
	`manager_id` text NOT NULL,
	`agreed_at` integer NOT NULL,
	PRIMARY KEY(`check_id`, `revision`),
	FOREIGN KEY (`check_id`) REFERENCES `readiness_checks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `readiness_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`shadowed_on` text,
	`shadowed_with` text NOT NULL,
	`buddy` text NOT NULL,
	`check_in` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "readiness_checks_shadowed" CHECK("readiness_checks"."shadowed_on" is null or "readiness_checks"."shadowed_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `readiness_checks_trainee` ON `readiness_checks` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `study_records` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`number` integer NOT NULL,
	`taken_minutes` integer NOT NULL,
	`lost_minutes` integer NOT NULL,
	`cause` text,
	`words` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `study_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "study_records_minutes" CHECK("study_records"."taken_minutes" >= 0 and "study_records"."lost_minutes" >= 0),
	CONSTRAINT "study_records_cause" CHECK(("study_records"."lost_minutes" > 0) = ("study_records"."cause" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `study_records_session` ON `study_records` (`session_id`,`number`);
--> statement-breakpoint
CREATE INDEX `study_records_trainee` ON `study_records` (`trainee_id`);
--> statement-breakpoint
CREATE TABLE `study_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`day` text NOT NULL,
	`minutes` integer NOT NULL,
	`part` text NOT NULL,
	`starts_at` text,
	`makes_up` text,
	`is_planned` integer DEFAULT true NOT NULL,
	`planned_at` integer NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "study_sessions_minutes" CHECK("study_sessions"."minutes" between 1 and 720),
	CONSTRAINT "study_sessions_day" CHECK("study_sessions"."day" is null or "study_sessions"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `study_sessions_trainee` ON `study_sessions` (`trainee_id`,`day`);
--> statement-breakpoint
CREATE TABLE `supervision_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`position` integer NOT NULL,
	`words` text NOT NULL,
	`part` text NOT NULL,
	`due_on` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`review_id`) REFERENCES `supervision_reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_actions_part" CHECK("supervision_actions"."part" in ('trainee', 'tutor', 'manager')),
	CONSTRAINT "supervision_actions_due" CHECK("supervision_actions"."due_on" is null or "supervision_actions"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `supervision_actions_review` ON `supervision_actions` (`review_id`);
--> statement-breakpoint
CREATE TABLE `supervision_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	`cancelled_at` integer,
	`cancelled_by` text,
	`cancel_reason` text,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cancelled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_meetings_day" CHECK("supervision_meetings"."day" is null or "supervision_meetings"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `supervision_meetings_trainee` ON `supervision_meetings` (`trainee_id`,`day`);
--> statement-breakpoint
CREATE TABLE `supervision_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`meeting_id` text,
	`held_on` text NOT NULL,
	`facts` text NOT NULL,
	`notes` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`ready_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `supervision_meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_reviews_held" CHECK("supervision_reviews"."held_on" is null or "supervision_reviews"."held_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `supervision_reviews_trainee` ON `supervision_reviews` (`trainee_id`,`held_on`);
--> statement-breakpoint
CREATE TABLE `supervision_signatures` (
	`review_id` text NOT NULL,
	`part` text NOT NULL,
	`person_id` text NOT NULL,
	`sha256` text NOT NULL,
	`signed_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	PRIMARY KEY(`review_id`, `part`),
	FOREIGN KEY (`review_id`) REFERENCES `supervision_reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_signatures_part" CHECK("supervision_signatures"."part" in ('trainee', 'tutor', 'manager'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_signatures_ledger_seq_unique` ON `supervision_signatures` (`ledger_seq`);
--> statement-breakpoint
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`day` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`title` text NOT NULL,
	`is_private` integer DEFAULT true NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appointments_order" CHECK("appointments"."ends_at" > "appointments"."starts_at"),
	CONSTRAINT "appointments_day" CHECK("appointments"."day" is null or "appointments"."day" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointments_trainee` ON `appointments` (`trainee_id`,`day`);
--> statement-breakpoint
CREATE TABLE `calendar_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`made_at` integer NOT NULL,
	`revoked_at` integer,
	`last_read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_addresses_token_hash_unique` ON `calendar_addresses` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `calendar_addresses_person` ON `calendar_addresses` (`person_id`);
--> statement-breakpoint
CREATE TABLE `week_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`place` text NOT NULL,
	`words` text NOT NULL,
	`entered_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "week_exceptions_order" CHECK("week_exceptions"."ends_on" >= "week_exceptions"."starts_on"),
	CONSTRAINT "week_exceptions_starts" CHECK("week_exceptions"."starts_on" is null or "week_exceptions"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "week_exceptions_ends" CHECK("week_exceptions"."ends_on" is null or "week_exceptions"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `week_exceptions_trainee` ON `week_exceptions` (`trainee_id`,`starts_on`);
--> statement-breakpoint
CREATE TABLE `week_patterns` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text,
	`trainee_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`days` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "week_patterns_whose" CHECK(("week_patterns"."cohort_id" is null) <> ("week_patterns"."trainee_id" is null)),
	CONSTRAINT "week_patterns_order" CHECK("week_patterns"."ends_on" is null or "week_patterns"."ends_on" >= "week_patterns"."starts_on"),
	CONSTRAINT "week_patterns_starts" CHECK("week_patterns"."starts_on" is null or "week_patterns"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "week_patterns_ends" CHECK("week_patterns"."ends_on" is null or "week_patterns"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `week_patterns_cohort` ON `week_patterns` (`cohort_id`,`starts_on`);
--> statement-breakpoint
CREATE INDEX `week_patterns_trainee` ON `week_patterns` (`trainee_id`,`starts_on`);
--> statement-breakpoint
CREATE TABLE `wellbeing_checks` (
	`trainee_id` text NOT NULL,
	`month` text NOT NULL,
	`workload` integer NOT NULL,
	`support` integer NOT NULL,
	`balance` integer NOT NULL,
	`words` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`shared_at` integer,
	PRIMARY KEY(`trainee_id`, `month`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wellbeing_checks_month" CHECK("wellbeing_checks"."month" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "wellbeing_checks_answers" CHECK("wellbeing_checks"."workload" between 1 and 5 and "wellbeing_checks"."support" between 1 and 5 and "wellbeing_checks"."balance" between 1 and 5)
) STRICT;
--> statement-breakpoint
ALTER TABLE `cases` ADD `letter_tier` text;
--> statement-breakpoint
ALTER TABLE `cases` ADD `activity` text DEFAULT 'active' NOT NULL;
--> statement-breakpoint
ALTER TABLE `cases` ADD `attributes` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `cases` ADD `complexity` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `workload_reductions` ADD `reason_id` text;
--> statement-breakpoint
ALTER TABLE `workload_reductions` ADD `ended_by` text REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `workload_reductions` ADD `ended_at` integer;
--> statement-breakpoint
ALTER TABLE `placements` ADD `supervisor` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `placements` ADD `weekdays` text DEFAULT '[1,2,3,4,5]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `placements` ADD `starts_at` text;
--> statement-breakpoint
ALTER TABLE `placements` ADD `ends_at` text;
--> statement-breakpoint
ALTER TABLE `placements` ADD `travel_notes` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `placements` ADD `offer_id` text;
--> statement-breakpoint
ALTER TABLE `placements` ADD `cancelled_at` integer;
--> statement-breakpoint
ALTER TABLE `placements` ADD `cancelled_by` text REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `placements` ADD `cancel_reason` text;
--> statement-breakpoint
INSERT INTO `over_limit_agreements`(`id`, `trainee_id`, `manager_id`, `allocation_id`, `reason`, `starts_on`, `until`, `agreed_at`) SELECT `id`, `trainee_id`, `manager_id`, `id`, `reason`, `starts_on`, max(`until`, `starts_on`), `agreed_at` FROM `__agreements`;
--> statement-breakpoint
DROP TABLE `__agreements`;
--> statement-breakpoint
CREATE TRIGGER `cases_no_update` BEFORE UPDATE ON `cases` BEGIN SELECT RAISE(ABORT, 'cases is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_delete` BEFORE DELETE ON `cases` BEGIN SELECT RAISE(ABORT, 'cases is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_replace` BEFORE INSERT ON `cases` WHEN EXISTS (SELECT 1 FROM `cases` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `cases_no_renumber` BEFORE INSERT ON `cases` WHEN EXISTS (SELECT 1 FROM `cases` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'cases is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_changes_no_update` BEFORE UPDATE ON `case_changes` BEGIN SELECT RAISE(ABORT, 'case_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_changes_no_delete` BEFORE DELETE ON `case_changes` BEGIN SELECT RAISE(ABORT, 'case_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_changes_no_replace` BEFORE INSERT ON `case_changes` WHEN EXISTS (SELECT 1 FROM `case_changes` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `case_changes_no_renumber` BEFORE INSERT ON `case_changes` WHEN EXISTS (SELECT 1 FROM `case_changes` WHERE `rowid` = NEW.`rowid` OR (`case_id` = NEW.`case_id` AND `number` = NEW.`number` AND `id` <> NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'case_changes is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `over_limit_agreements_no_update` BEFORE UPDATE ON `over_limit_agreements` BEGIN SELECT RAISE(ABORT, 'over_limit_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `over_limit_agreements_no_delete` BEFORE DELETE ON `over_limit_agreements` BEGIN SELECT RAISE(ABORT, 'over_limit_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `over_limit_agreements_no_replace` BEFORE INSERT ON `over_limit_agreements` WHEN EXISTS (SELECT 1 FROM `over_limit_agreements` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `over_limit_agreements_no_renumber` BEFORE INSERT ON `over_limit_agreements` WHEN EXISTS (SELECT 1 FROM `over_limit_agreements` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'over_limit_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_overrides_no_update` BEFORE UPDATE ON `case_overrides` BEGIN SELECT RAISE(ABORT, 'case_overrides is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_overrides_no_delete` BEFORE DELETE ON `case_overrides` BEGIN SELECT RAISE(ABORT, 'case_overrides is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_overrides_no_replace` BEFORE INSERT ON `case_overrides` WHEN EXISTS (SELECT 1 FROM `case_overrides` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `case_overrides_no_renumber` BEFORE INSERT ON `case_overrides` WHEN EXISTS (SELECT 1 FROM `case_overrides` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'case_overrides is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_objections_no_update` BEFORE UPDATE ON `case_objections` BEGIN SELECT RAISE(ABORT, 'case_objections is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_objections_no_delete` BEFORE DELETE ON `case_objections` BEGIN SELECT RAISE(ABORT, 'case_objections is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `case_objections_no_replace` BEFORE INSERT ON `case_objections` WHEN EXISTS (SELECT 1 FROM `case_objections` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `case_objections_no_renumber` BEFORE INSERT ON `case_objections` WHEN EXISTS (SELECT 1 FROM `case_objections` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'case_objections is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `objection_answers_no_update` BEFORE UPDATE ON `objection_answers` BEGIN SELECT RAISE(ABORT, 'objection_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `objection_answers_no_delete` BEFORE DELETE ON `objection_answers` BEGIN SELECT RAISE(ABORT, 'objection_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `objection_answers_no_replace` BEFORE INSERT ON `objection_answers` WHEN EXISTS (SELECT 1 FROM `objection_answers` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `objection_answers_no_renumber` BEFORE INSERT ON `objection_answers` WHEN EXISTS (SELECT 1 FROM `objection_answers` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'objection_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_update` BEFORE UPDATE ON `office_settings` BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_delete` BEFORE DELETE ON `office_settings` BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_replace` BEFORE INSERT ON `office_settings` WHEN EXISTS (SELECT 1 FROM `office_settings` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `office_settings_no_renumber` BEFORE INSERT ON `office_settings` WHEN EXISTS (SELECT 1 FROM `office_settings` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'office_settings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acknowledgements_no_update` BEFORE UPDATE ON `acknowledgements` BEGIN SELECT RAISE(ABORT, 'acknowledgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acknowledgements_no_delete` BEFORE DELETE ON `acknowledgements` BEGIN SELECT RAISE(ABORT, 'acknowledgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `acknowledgements_no_replace` BEFORE INSERT ON `acknowledgements` WHEN EXISTS (SELECT 1 FROM `acknowledgements` WHERE `person_id` = NEW.`person_id` AND `matter` = NEW.`matter`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `acknowledgements_no_renumber` BEFORE INSERT ON `acknowledgements` WHEN EXISTS (SELECT 1 FROM `acknowledgements` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'acknowledgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_host_answers_no_update` BEFORE UPDATE ON `placement_host_answers` BEGIN SELECT RAISE(ABORT, 'placement_host_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_host_answers_no_delete` BEFORE DELETE ON `placement_host_answers` BEGIN SELECT RAISE(ABORT, 'placement_host_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_host_answers_no_replace` BEFORE INSERT ON `placement_host_answers` WHEN EXISTS (SELECT 1 FROM `placement_host_answers` WHERE `placement_id` = NEW.`placement_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `placement_host_answers_no_renumber` BEFORE INSERT ON `placement_host_answers` WHEN EXISTS (SELECT 1 FROM `placement_host_answers` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'placement_host_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_awards_no_update` BEFORE UPDATE ON `placement_awards` BEGIN SELECT RAISE(ABORT, 'placement_awards is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_awards_no_delete` BEFORE DELETE ON `placement_awards` BEGIN SELECT RAISE(ABORT, 'placement_awards is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_awards_no_replace` BEFORE INSERT ON `placement_awards` WHEN EXISTS (SELECT 1 FROM `placement_awards` WHERE `offer_id` = NEW.`offer_id` AND `trainee_id` = NEW.`trainee_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `placement_awards_no_renumber` BEFORE INSERT ON `placement_awards` WHEN EXISTS (SELECT 1 FROM `placement_awards` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'placement_awards is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_agreements_no_update` BEFORE UPDATE ON `readiness_agreements` BEGIN SELECT RAISE(ABORT, 'readiness_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_agreements_no_delete` BEFORE DELETE ON `readiness_agreements` BEGIN SELECT RAISE(ABORT, 'readiness_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_agreements_no_replace` BEFORE INSERT ON `readiness_agreements` WHEN EXISTS (SELECT 1 FROM `readiness_agreements` WHERE `check_id` = NEW.`check_id` AND `revision` = NEW.`revision`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `readiness_agreements_no_renumber` BEFORE INSERT ON `readiness_agreements` WHEN EXISTS (SELECT 1 FROM `readiness_agreements` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'readiness_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `study_records_no_update` BEFORE UPDATE ON `study_records` BEGIN SELECT RAISE(ABORT, 'study_records is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `study_records_no_delete` BEFORE DELETE ON `study_records` BEGIN SELECT RAISE(ABORT, 'study_records is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `study_records_no_replace` BEFORE INSERT ON `study_records` WHEN EXISTS (SELECT 1 FROM `study_records` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `study_records_no_renumber` BEFORE INSERT ON `study_records` WHEN EXISTS (SELECT 1 FROM `study_records` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'study_records is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_signatures_no_update` BEFORE UPDATE ON `supervision_signatures` BEGIN SELECT RAISE(ABORT, 'supervision_signatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_signatures_no_delete` BEFORE DELETE ON `supervision_signatures` BEGIN SELECT RAISE(ABORT, 'supervision_signatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_signatures_no_replace` BEFORE INSERT ON `supervision_signatures` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE (`review_id` = NEW.`review_id` AND `part` = NEW.`part`) OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_reviews_signed` BEFORE UPDATE ON `supervision_reviews` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_reviews_no_delete` BEFORE DELETE ON `supervision_reviews` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_actions_signed_insert` BEFORE INSERT ON `supervision_actions` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = NEW.`review_id`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_actions_signed_delete` BEFORE DELETE ON `supervision_actions` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`review_id`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `supervision_actions_signed_update` BEFORE UPDATE OF `id`, `review_id`, `position`, `words`, `part`, `due_on` ON `supervision_actions` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`review_id`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `case_allocations_ended_stays` BEFORE UPDATE ON `case_allocations` WHEN OLD.`ends_on` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an allocation that has ended does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `case_allocations_facts_stay` BEFORE UPDATE OF `id`, `case_id`, `trainee_id`, `manager_id`, `carrying`, `share_percent`, `starts_on`, `allocated_at`, `available_points`, `used_points_before`, `used_points_after`, `moved_from` ON `case_allocations` BEGIN SELECT RAISE(ABORT, 'an allocation can only end'); END;
--> statement-breakpoint
CREATE TRIGGER `case_allocations_no_delete` BEFORE DELETE ON `case_allocations` BEGIN SELECT RAISE(ABORT, 'case_allocations keeps its history'); END;
--> statement-breakpoint
CREATE TRIGGER `workload_reductions_no_delete` BEFORE DELETE ON `workload_reductions` BEGIN SELECT RAISE(ABORT, 'workload_reductions keeps its history'); END;
--> statement-breakpoint
CREATE TRIGGER `study_sessions_no_delete` BEFORE DELETE ON `study_sessions` BEGIN SELECT RAISE(ABORT, 'study_sessions keeps its history'); END;
--> statement-breakpoint
CREATE TRIGGER `caseload_work_no_delete` BEFORE DELETE ON `caseload_work` BEGIN SELECT RAISE(ABORT, 'caseload_work keeps its history'); END;
--> statement-breakpoint
CREATE INDEX `cohort_memberships_trainee` ON `cohort_memberships` (`trainee_id`);
