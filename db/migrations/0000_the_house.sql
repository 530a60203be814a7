CREATE TABLE `demo_programme` (
	`id` integer PRIMARY KEY NOT NULL,
	`made_on` text NOT NULL,
	CONSTRAINT "demo_programme_day" CHECK("demo_programme"."made_on" is null or "demo_programme"."made_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`language` text DEFAULT 'en' NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	`last_seen_at` integer,
	CONSTRAINT "people_language" CHECK("people"."language" in ('en', 'cy'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `person_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `case_allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`manager_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`allocated_at` integer NOT NULL,
	`available_points` integer NOT NULL,
	`used_points_before` integer NOT NULL,
	`used_points_after` integer NOT NULL,
	`over_limit_reason` text,
	`over_limit_until` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`manager_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "case_allocations_reason" CHECK(("case_allocations"."over_limit_reason" is null) = ("case_allocations"."over_limit_until" is null)),
	CONSTRAINT "case_allocations_starts" CHECK("case_allocations"."starts_on" is null or "case_allocations"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "case_allocations_ends" CHECK("case_allocations"."ends_on" is null or "case_allocations"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "case_allocations_until" CHECK("case_allocations"."over_limit_until" is null or "case_allocations"."over_limit_until" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `case_allocations_one_open` ON `case_allocations` (`case_id`) WHERE "case_allocations"."ends_on" is null;--> statement-breakpoint
CREATE INDEX `case_allocations_trainee` ON `case_allocations` (`trainee_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`tier` text NOT NULL,
	`kind` text NOT NULL,
	`transition_to_adulthood` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "cases_kind" CHECK("cases"."kind" in ('community', 'licence', 'custody'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `workload_reductions` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`reason` text NOT NULL,
	`hours_per_week` real NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "workload_reductions_hours" CHECK("workload_reductions"."hours_per_week" >= 0 and "workload_reductions"."hours_per_week" <= 37),
	CONSTRAINT "workload_reductions_starts" CHECK("workload_reductions"."starts_on" is null or "workload_reductions"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "workload_reductions_ends" CHECK("workload_reductions"."ends_on" is null or "workload_reductions"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `workload_reductions_trainee` ON `workload_reductions` (`trainee_id`);--> statement-breakpoint
CREATE TABLE `check_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`check_id` text NOT NULL,
	`check_version` text NOT NULL,
	`answers` text NOT NULL,
	`correct_count` integer NOT NULL,
	`question_count` integer NOT NULL,
	`attempted_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `check_attempts_trainee` ON `check_attempts` (`trainee_id`,`module_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`cohort_id` text,
	`trainee_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignments_kind" CHECK("assignments"."kind" in ('tutor', 'assessor', 'manager')),
	CONSTRAINT "assignments_subject" CHECK(("assignments"."kind" = 'tutor') = ("assignments"."cohort_id" is not null) and ("assignments"."kind" = 'tutor') = ("assignments"."trainee_id" is null)),
	CONSTRAINT "assignments_not_self" CHECK("assignments"."trainee_id" is null or "assignments"."trainee_id" <> "assignments"."person_id"),
	CONSTRAINT "assignments_starts" CHECK("assignments"."starts_on" is null or "assignments"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "assignments_ends" CHECK("assignments"."ends_on" is null or "assignments"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignments_person` ON `assignments` (`person_id`);--> statement-breakpoint
CREATE INDEX `assignments_trainee` ON `assignments` (`trainee_id`);--> statement-breakpoint
CREATE INDEX `assignments_cohort` ON `assignments` (`cohort_id`);--> statement-breakpoint
CREATE TABLE `cohort_memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`cohort_id` text NOT NULL,
	`joined_on` text NOT NULL,
	`left_on` text,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cohort_memberships_joined" CHECK("cohort_memberships"."joined_on" is null or "cohort_memberships"."joined_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "cohort_memberships_left" CHECK("cohort_memberships"."left_on" is null or "cohort_memberships"."left_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cohort_memberships_one_open` ON `cohort_memberships` (`trainee_id`) WHERE "cohort_memberships"."left_on" is null;--> statement-breakpoint
CREATE INDEX `cohort_memberships_cohort` ON `cohort_memberships` (`cohort_id`);--> statement-breakpoint
CREATE TABLE `cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`region` text NOT NULL,
	`starts_on` text NOT NULL,
	CONSTRAINT "cohorts_day" CHECK("cohorts"."starts_on" is null or "cohorts"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cohorts_name_unique` ON `cohorts` (`name`);--> statement-breakpoint
CREATE TABLE `ledger_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	`body` text NOT NULL,
	`key_id` text NOT NULL,
	`signature` text NOT NULL,
	`recorded_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_entries_hash_unique` ON `ledger_entries` (`hash`);--> statement-breakpoint
CREATE TABLE `placement_agreements` (
	`placement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`agreed_at` integer NOT NULL,
	PRIMARY KEY(`placement_id`, `person_id`),
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `placements` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`place` text NOT NULL,
	`host_contact` text NOT NULL,
	`look_for` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`proposed_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "placements_order" CHECK("placements"."ends_on" >= "placements"."starts_on"),
	CONSTRAINT "placements_starts" CHECK("placements"."starts_on" is null or "placements"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "placements_ends" CHECK("placements"."ends_on" is null or "placements"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `placements_trainee` ON `placements` (`trainee_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`outcome` text NOT NULL,
	`comment` text NOT NULL,
	`assessed_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessments_outcome" CHECK("assessments"."outcome" in ('returned', 'to_sign'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessments_submission` ON `assessments` (`submission_id`);--> statement-breakpoint
CREATE TABLE `criterion_decisions` (
	`assessment_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`outcome` text NOT NULL,
	`feedback` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `criterion_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "criterion_decisions_outcome" CHECK("criterion_decisions"."outcome" in ('met', 'working_towards', 'not_met'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `evidence_claims` (
	`evidence_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	PRIMARY KEY(`evidence_id`, `criterion_id`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `evidence_items` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_items_trainee` ON `evidence_items` (`trainee_id`);--> statement-breakpoint
CREATE TABLE `samples` (
	`submission_id` text NOT NULL,
	`verifier_id` text NOT NULL,
	`sampled_at` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `verifier_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verifier_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `samples_verifier` ON `samples` (`verifier_id`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`assessment_id` text NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_assessment_id_unique` ON `sign_offs` (`assessment_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_offs_ledger_seq_unique` ON `sign_offs` (`ledger_seq`);--> statement-breakpoint
CREATE INDEX `sign_offs_signer` ON `sign_offs` (`signed_by`);--> statement-breakpoint
CREATE TABLE `submission_claims` (
	`submission_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	PRIMARY KEY(`submission_id`, `criterion_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`trainee_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`qualification_version` text NOT NULL,
	`sha256` text NOT NULL,
	`submitted_at` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_number` ON `submissions` (`evidence_id`,`number`);--> statement-breakpoint
CREATE INDEX `submissions_trainee` ON `submissions` (`trainee_id`);--> statement-breakpoint
CREATE TABLE `enrolments` (
	`trainee_id` text PRIMARY KEY NOT NULL,
	`route_id` text NOT NULL,
	`started_on` text NOT NULL,
	`hours_per_week` real NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "enrolments_started" CHECK("enrolments"."started_on" is null or "enrolments"."started_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "enrolments_hours" CHECK("enrolments"."hours_per_week" > 0 and "enrolments"."hours_per_week" <= 37)
) STRICT;
--> statement-breakpoint
CREATE TABLE `programme_pauses` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`reason` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "programme_pauses_order" CHECK("programme_pauses"."ends_on" is null or "programme_pauses"."ends_on" > "programme_pauses"."starts_on"),
	CONSTRAINT "programme_pauses_starts" CHECK("programme_pauses"."starts_on" is null or "programme_pauses"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "programme_pauses_ends" CHECK("programme_pauses"."ends_on" is null or "programme_pauses"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE INDEX `programme_pauses_trainee` ON `programme_pauses` (`trainee_id`);--> statement-breakpoint
CREATE TABLE `module_completions` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_version` text NOT NULL,
	`completed_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `module_openings` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reading_positions` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`section_id` text NOT NULL,
	`moved_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `section_ticks` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`section_id` text NOT NULL,
	`ticked_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`, `section_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `reflections` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`text` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TRIGGER `module_completions_no_update` BEFORE UPDATE ON `module_completions` BEGIN SELECT RAISE(ABORT, 'module_completions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `module_completions_no_delete` BEFORE DELETE ON `module_completions` BEGIN SELECT RAISE(ABORT, 'module_completions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `module_completions_no_replace` BEFORE INSERT ON `module_completions` WHEN EXISTS (SELECT 1 FROM `module_completions` WHERE `trainee_id` = NEW.`trainee_id` AND `module_id` = NEW.`module_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `check_attempts_no_update` BEFORE UPDATE ON `check_attempts` BEGIN SELECT RAISE(ABORT, 'check_attempts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `check_attempts_no_delete` BEFORE DELETE ON `check_attempts` BEGIN SELECT RAISE(ABORT, 'check_attempts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `check_attempts_no_replace` BEFORE INSERT ON `check_attempts` WHEN EXISTS (SELECT 1 FROM `check_attempts` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_update` BEFORE UPDATE ON `submissions` BEGIN SELECT RAISE(ABORT, 'submissions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_delete` BEFORE DELETE ON `submissions` BEGIN SELECT RAISE(ABORT, 'submissions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_replace` BEFORE INSERT ON `submissions` WHEN EXISTS (SELECT 1 FROM `submissions` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `submission_claims_no_update` BEFORE UPDATE ON `submission_claims` BEGIN SELECT RAISE(ABORT, 'submission_claims is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_claims_no_delete` BEFORE DELETE ON `submission_claims` BEGIN SELECT RAISE(ABORT, 'submission_claims is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_claims_no_replace` BEFORE INSERT ON `submission_claims` WHEN EXISTS (SELECT 1 FROM `submission_claims` WHERE `submission_id` = NEW.`submission_id` AND `criterion_id` = NEW.`criterion_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_update` BEFORE UPDATE ON `assessments` BEGIN SELECT RAISE(ABORT, 'assessments is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_delete` BEFORE DELETE ON `assessments` BEGIN SELECT RAISE(ABORT, 'assessments is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_replace` BEFORE INSERT ON `assessments` WHEN EXISTS (SELECT 1 FROM `assessments` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_decisions_no_update` BEFORE UPDATE ON `criterion_decisions` BEGIN SELECT RAISE(ABORT, 'criterion_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_decisions_no_delete` BEFORE DELETE ON `criterion_decisions` BEGIN SELECT RAISE(ABORT, 'criterion_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_decisions_no_replace` BEFORE INSERT ON `criterion_decisions` WHEN EXISTS (SELECT 1 FROM `criterion_decisions` WHERE `assessment_id` = NEW.`assessment_id` AND `criterion_id` = NEW.`criterion_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `sign_offs_no_update` BEFORE UPDATE ON `sign_offs` BEGIN SELECT RAISE(ABORT, 'sign_offs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_offs_no_delete` BEFORE DELETE ON `sign_offs` BEGIN SELECT RAISE(ABORT, 'sign_offs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_agreements_no_update` BEFORE UPDATE ON `placement_agreements` BEGIN SELECT RAISE(ABORT, 'placement_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_agreements_no_delete` BEFORE DELETE ON `placement_agreements` BEGIN SELECT RAISE(ABORT, 'placement_agreements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_agreements_no_replace` BEFORE INSERT ON `placement_agreements` WHEN EXISTS (SELECT 1 FROM `placement_agreements` WHERE `placement_id` = NEW.`placement_id` AND `person_id` = NEW.`person_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_update` BEFORE UPDATE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_no_delete` BEFORE DELETE ON `ledger_entries` BEGIN SELECT RAISE(ABORT, 'ledger_entries is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_offs_no_replace` BEFORE INSERT ON `sign_offs` WHEN EXISTS (SELECT 1 FROM `sign_offs` WHERE `submission_id` = NEW.`submission_id` OR `assessment_id` = NEW.`assessment_id` OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `ledger_entries_in_order` BEFORE INSERT ON `ledger_entries` WHEN NEW.`seq` <> (SELECT coalesce(max(`seq`), 0) + 1 FROM `ledger_entries`) OR NEW.`prev_hash` <> coalesce((SELECT `hash` FROM `ledger_entries` ORDER BY `seq` DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000') OR EXISTS (SELECT 1 FROM `ledger_entries` WHERE `hash` = NEW.`hash`) BEGIN SELECT RAISE(ABORT, 'ledger entry out of order'); END;
--> statement-breakpoint
CREATE TRIGGER `module_completions_no_renumber` BEFORE INSERT ON `module_completions` WHEN EXISTS (SELECT 1 FROM `module_completions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'module_completions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `check_attempts_no_renumber` BEFORE INSERT ON `check_attempts` WHEN EXISTS (SELECT 1 FROM `check_attempts` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'check_attempts is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_renumber` BEFORE INSERT ON `submissions` WHEN EXISTS (SELECT 1 FROM `submissions` WHERE `rowid` = NEW.`rowid` OR (`evidence_id` = NEW.`evidence_id` AND `number` = NEW.`number` AND `id` <> NEW.`id`)) BEGIN SELECT RAISE(ABORT, 'submissions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_claims_no_renumber` BEFORE INSERT ON `submission_claims` WHEN EXISTS (SELECT 1 FROM `submission_claims` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'submission_claims is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_renumber` BEFORE INSERT ON `assessments` WHEN EXISTS (SELECT 1 FROM `assessments` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'assessments is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_decisions_no_renumber` BEFORE INSERT ON `criterion_decisions` WHEN EXISTS (SELECT 1 FROM `criterion_decisions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'criterion_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `placement_agreements_no_renumber` BEFORE INSERT ON `placement_agreements` WHEN EXISTS (SELECT 1 FROM `placement_agreements` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'placement_agreements is insert-only'); END;
