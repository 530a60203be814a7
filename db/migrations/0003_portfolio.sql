ALTER TABLE `assessments` ADD `format` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `assessments` ADD `needs_countersign` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `evidence_claims` ADD `where_shown` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `evidence_items` ADD `details` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE `evidence_items` ADD `happened_on` text;
--> statement-breakpoint
ALTER TABLE `evidence_items` ADD `writer_id` text REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `evidence_items` ADD `qualification_version` text;
--> statement-breakpoint
ALTER TABLE `evidence_items` ADD `removed_at` integer;
--> statement-breakpoint
ALTER TABLE `submission_claims` ADD `where_shown` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `submissions` ADD `details` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE `submissions` ADD `happened_on` text;
--> statement-breakpoint
ALTER TABLE `submissions` ADD `writer_id` text REFERENCES people(id);
--> statement-breakpoint
ALTER TABLE `submissions` ADD `change_note` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `submissions` ADD `format` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE TABLE `evidence_files` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`scan` text NOT NULL,
	`found` text DEFAULT '[]' NOT NULL,
	`uploaded_at` integer NOT NULL,
	`scanned_at` integer,
	`taken_off_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_files_type" CHECK("evidence_files"."type" in ('pdf', 'png', 'jpeg', 'docx', 'm4a', 'mp3', 'mp4')),
	CONSTRAINT "evidence_files_scan" CHECK("evidence_files"."scan" in ('pending', 'clean', 'infected', 'not_scanned'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `justifications` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`justified_by` text NOT NULL,
	`justified_at` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`justified_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_files` (
	`submission_id` text NOT NULL,
	`file_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `file_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `evidence_files`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_justifications` (
	`submission_id` text NOT NULL,
	`position` integer NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`submission_id`, `position`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assessment_annotations` (
	`assessment_id` text NOT NULL,
	`position` integer NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `position`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assessment_drafts` (
	`submission_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `assessor_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assessment_plan_items` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`planned_by` text NOT NULL,
	`kind` text NOT NULL,
	`criteria` text NOT NULL,
	`qualification_version` text,
	`planned_on` text NOT NULL,
	`words` text NOT NULL,
	`planned_at` integer NOT NULL,
	`evidence_id` text,
	`removed_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `criterion_ratings` (
	`trainee_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`rating` text NOT NULL,
	`qualification_version` text,
	`rated_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `criterion_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "criterion_ratings_rating" CHECK("criterion_ratings"."rating" in ('not_yet', 'with_help', 'on_my_own', 'could_show_others'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`withdrawn_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `criterion_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`from_version` text NOT NULL,
	`to_version` text NOT NULL,
	`old_id` text NOT NULL,
	`new_id` text,
	`carries` integer NOT NULL,
	FOREIGN KEY (`to_version`) REFERENCES `qualification_versions`(`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `qualification_versions` (
	`version` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`notice` text NOT NULL,
	`units` text NOT NULL,
	`effective_from` text NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`imported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "qualification_versions_from" CHECK("qualification_versions"."effective_from" is null or "qualification_versions"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `assessor_standings` (
	`id` text PRIMARY KEY NOT NULL,
	`assessor_id` text NOT NULL,
	`standing` text NOT NULL,
	`countersigner_id` text,
	`effective_from` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`countersigner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assessor_standings_standing" CHECK("assessor_standings"."standing" in ('in_training', 'new', 'qualified')),
	CONSTRAINT "assessor_standings_from" CHECK("assessor_standings"."effective_from" is null or "assessor_standings"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `external_grant_items` (
	`grant_id` text NOT NULL,
	`submission_id` text NOT NULL,
	PRIMARY KEY(`grant_id`, `submission_id`),
	FOREIGN KEY (`grant_id`) REFERENCES `external_grants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `external_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text NOT NULL,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "external_grants_starts" CHECK("external_grants"."starts_on" is null or "external_grants"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
	CONSTRAINT "external_grants_ends" CHECK("external_grants"."ends_on" is null or "external_grants"."ends_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sampling_plan_items` (
	`plan_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`why` text NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `submission_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `sampling_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sampling_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`verifier_id` text NOT NULL,
	`title` text NOT NULL,
	`stage` text NOT NULL,
	`due_on` text NOT NULL,
	`assessors` text DEFAULT '[]' NOT NULL,
	`seed` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`verifier_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sampling_plans_stage" CHECK("sampling_plans"."stage" in ('interim', 'final')),
	CONSTRAINT "sampling_plans_due" CHECK("sampling_plans"."due_on" is null or "sampling_plans"."due_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `sampling_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_from` text NOT NULL,
	`policy` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sampling_policies_from" CHECK("sampling_policies"."effective_from" is null or "sampling_policies"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `standardisation_judgements` (
	`standardisation_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`judged_at` integer NOT NULL,
	PRIMARY KEY(`standardisation_id`, `assessor_id`, `criterion_id`),
	FOREIGN KEY (`standardisation_id`) REFERENCES `standardisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standardisation_judgements_outcome" CHECK("standardisation_judgements"."outcome" in ('met', 'working_towards', 'not_met'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `standardisation_judges` (
	`standardisation_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	PRIMARY KEY(`standardisation_id`, `assessor_id`),
	FOREIGN KEY (`standardisation_id`) REFERENCES `standardisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `standardisations` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`criteria` text NOT NULL,
	`qualification_version` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`closes_on` text NOT NULL,
	`closed_at` integer,
	`agreed` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `verification_decisions` (
	`verification_id` text NOT NULL,
	`criterion_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`verification_id`, `criterion_id`),
	FOREIGN KEY (`verification_id`) REFERENCES `verifications`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verification_decisions_outcome" CHECK("verification_decisions"."outcome" in ('agree', 'reject'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text,
	`submission_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`verifier_id` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`tests` text DEFAULT '{}' NOT NULL,
	`verified_at` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `sampling_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verifier_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verifications_outcome" CHECK("verifications"."outcome" in ('agree', 'reject'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `content_removals` (
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`sha256` text,
	`reason` text NOT NULL,
	`removed_by` text,
	`removed_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `record_id`),
	FOREIGN KEY (`removed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `portfolio_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`ledger_seq` integer,
	`steps_done` integer DEFAULT 0 NOT NULL,
	`steps_total` integer DEFAULT 0 NOT NULL,
	`ready_at` integer,
	`failed_at` integer,
	`size_bytes` integer,
	`sha256` text,
	`expires_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`effective_from` text NOT NULL,
	`rules` text NOT NULL,
	`reason` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "retention_rules_from" CHECK("retention_rules"."effective_from" is null or "retention_rules"."effective_from" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `countersignatures` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`signed_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "countersignatures_outcome" CHECK("countersignatures"."outcome" in ('agreed', 'sent_back'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `portfolio_sign_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`qualification_version` text NOT NULL,
	`round` integer NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portfolio_sign_offs_subject" CHECK("portfolio_sign_offs"."subject" in ('criterion', 'unit', 'qualification'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`starts_on` text NOT NULL,
	`trainees` text NOT NULL,
	`handed_by` text NOT NULL,
	`handed_at` integer NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "hand_overs_starts" CHECK("hand_overs"."starts_on" is null or "hand_overs"."starts_on" glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
--> statement-breakpoint
CREATE TABLE `record_refusals` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`reason` text NOT NULL,
	`refused_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `record_signatures` (
	`submission_id` text NOT NULL,
	`part` text NOT NULL,
	`person_id` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`signed_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	PRIMARY KEY(`submission_id`, `part`),
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "record_signatures_part" CHECK("record_signatures"."part" in ('assessor', 'trainee'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_off_basis` (
	`sign_off_id` text NOT NULL,
	`assessment_id` text NOT NULL,
	`submission_id` text NOT NULL,
	PRIMARY KEY(`sign_off_id`, `assessment_id`),
	FOREIGN KEY (`sign_off_id`) REFERENCES `portfolio_sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_off_unlocks` (
	`sign_off_id` text PRIMARY KEY NOT NULL,
	`verifier_id` text NOT NULL,
	`reason` text NOT NULL,
	`unlocked_at` integer NOT NULL,
	`ledger_seq` integer NOT NULL,
	FOREIGN KEY (`sign_off_id`) REFERENCES `portfolio_sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verifier_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ledger_seq`) REFERENCES `ledger_entries`(`seq`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `witness_answers` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`name` text NOT NULL,
	`job` text NOT NULL,
	`relationship` text NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `witness_requests`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `witness_checks` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`assessor_id` text NOT NULL,
	`how` text NOT NULL,
	`checked_at` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `witness_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`witness_name` text NOT NULL,
	`witness_job` text NOT NULL,
	`question` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `assessments_assessor` ON `assessments` (`assessor_id`,`assessed_at`);
--> statement-breakpoint
CREATE INDEX `evidence_files_evidence` ON `evidence_files` (`evidence_id`);
--> statement-breakpoint
CREATE INDEX `evidence_files_uploader` ON `evidence_files` (`uploaded_by`,`uploaded_at`);
--> statement-breakpoint
CREATE INDEX `evidence_files_hash` ON `evidence_files` (`sha256`);
--> statement-breakpoint
CREATE INDEX `justifications_evidence` ON `justifications` (`evidence_id`);
--> statement-breakpoint
CREATE INDEX `submission_files_file` ON `submission_files` (`file_id`);
--> statement-breakpoint
CREATE INDEX `assessment_drafts_assessor` ON `assessment_drafts` (`assessor_id`);
--> statement-breakpoint
CREATE INDEX `assessment_plan_items_trainee` ON `assessment_plan_items` (`trainee_id`);
--> statement-breakpoint
CREATE INDEX `criterion_mappings_to` ON `criterion_mappings` (`to_version`);
--> statement-breakpoint
CREATE INDEX `assessor_standings_assessor` ON `assessor_standings` (`assessor_id`);
--> statement-breakpoint
CREATE INDEX `assessor_standings_countersigner` ON `assessor_standings` (`countersigner_id`);
--> statement-breakpoint
CREATE INDEX `external_grants_person` ON `external_grants` (`person_id`);
--> statement-breakpoint
CREATE INDEX `sampling_plan_items_submission` ON `sampling_plan_items` (`submission_id`);
--> statement-breakpoint
CREATE INDEX `sampling_plans_verifier` ON `sampling_plans` (`verifier_id`);
--> statement-breakpoint
CREATE INDEX `standardisation_judges_assessor` ON `standardisation_judges` (`assessor_id`);
--> statement-breakpoint
CREATE INDEX `verifications_assessment` ON `verifications` (`assessment_id`);
--> statement-breakpoint
CREATE INDEX `verifications_submission` ON `verifications` (`submission_id`);
--> statement-breakpoint
CREATE INDEX `verifications_verifier` ON `verifications` (`verifier_id`);
--> statement-breakpoint
CREATE INDEX `portfolio_exports_trainee` ON `portfolio_exports` (`trainee_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `countersignatures_ledger_seq_unique` ON `countersignatures` (`ledger_seq`);
--> statement-breakpoint
CREATE UNIQUE INDEX `portfolio_sign_offs_ledger_seq_unique` ON `portfolio_sign_offs` (`ledger_seq`);
--> statement-breakpoint
CREATE UNIQUE INDEX `portfolio_sign_offs_once` ON `portfolio_sign_offs` (`trainee_id`,`subject`,`subject_id`,`qualification_version`,`round`);
--> statement-breakpoint
CREATE INDEX `portfolio_sign_offs_signer` ON `portfolio_sign_offs` (`signed_by`);
--> statement-breakpoint
CREATE INDEX `hand_overs_from` ON `hand_overs` (`from_id`);
--> statement-breakpoint
CREATE INDEX `hand_overs_to` ON `hand_overs` (`to_id`);
--> statement-breakpoint
CREATE INDEX `record_refusals_person` ON `record_refusals` (`person_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `record_signatures_ledger_seq_unique` ON `record_signatures` (`ledger_seq`);
--> statement-breakpoint
CREATE INDEX `sign_off_basis_submission` ON `sign_off_basis` (`submission_id`);
--> statement-breakpoint
CREATE INDEX `sign_off_basis_assessment` ON `sign_off_basis` (`assessment_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_off_unlocks_ledger_seq_unique` ON `sign_off_unlocks` (`ledger_seq`);
--> statement-breakpoint
CREATE UNIQUE INDEX `witness_requests_token_hash_unique` ON `witness_requests` (`token_hash`);
--> statement-breakpoint
CREATE INDEX `witness_requests_evidence` ON `witness_requests` (`evidence_id`);
--> statement-breakpoint
CREATE INDEX `witness_requests_maker` ON `witness_requests` (`made_by`);
--> statement-breakpoint
CREATE INDEX `evidence_items_writer` ON `evidence_items` (`writer_id`);
--> statement-breakpoint
DROP TRIGGER `submissions_no_update`;
--> statement-breakpoint
CREATE TRIGGER `submissions_no_update` BEFORE UPDATE ON `submissions` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'submission' AND `record_id` = OLD.`id`) AND NEW.`title` = '' AND NEW.`text` = '' AND NEW.`details` = '{}' AND NEW.`change_note` = '' AND NEW.`id` IS OLD.`id` AND NEW.`evidence_id` IS OLD.`evidence_id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`number` IS OLD.`number` AND NEW.`kind` IS OLD.`kind` AND NEW.`qualification_version` IS OLD.`qualification_version` AND NEW.`sha256` IS OLD.`sha256` AND NEW.`submitted_at` IS OLD.`submitted_at` AND NEW.`happened_on` IS OLD.`happened_on` AND NEW.`writer_id` IS OLD.`writer_id` AND NEW.`format` IS OLD.`format` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'submissions is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `submission_claims_no_update`;
--> statement-breakpoint
CREATE TRIGGER `submission_claims_no_update` BEFORE UPDATE ON `submission_claims` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'submission' AND `record_id` = OLD.`submission_id`) AND NEW.`where_shown` = '' AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`criterion_id` IS OLD.`criterion_id` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'submission_claims is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `assessments_no_update`;
--> statement-breakpoint
CREATE TRIGGER `assessments_no_update` BEFORE UPDATE ON `assessments` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'feedback' AND `record_id` = OLD.`id`) AND NEW.`comment` = '' AND NEW.`id` IS OLD.`id` AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`assessor_id` IS OLD.`assessor_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`assessed_at` IS OLD.`assessed_at` AND NEW.`format` IS OLD.`format` AND NEW.`needs_countersign` IS OLD.`needs_countersign` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'assessments is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `criterion_decisions_no_update`;
--> statement-breakpoint
CREATE TRIGGER `criterion_decisions_no_update` BEFORE UPDATE ON `criterion_decisions` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'feedback' AND `record_id` = OLD.`assessment_id`) AND NEW.`feedback` = '' AND NEW.`assessment_id` IS OLD.`assessment_id` AND NEW.`criterion_id` IS OLD.`criterion_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'criterion_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_files_no_update` BEFORE UPDATE ON `submission_files` BEGIN SELECT RAISE(ABORT, 'submission_files is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_files_no_delete` BEFORE DELETE ON `submission_files` BEGIN SELECT RAISE(ABORT, 'submission_files is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_files_no_replace` BEFORE INSERT ON `submission_files` WHEN EXISTS (SELECT 1 FROM `submission_files` WHERE `submission_id` = NEW.`submission_id` AND `file_id` = NEW.`file_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `submission_files_no_renumber` BEFORE INSERT ON `submission_files` WHEN EXISTS (SELECT 1 FROM `submission_files` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'submission_files is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_justifications_no_update` BEFORE UPDATE ON `submission_justifications` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'submission' AND `record_id` = OLD.`submission_id`) AND NEW.`reason` = '' AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`position` IS OLD.`position` AND NEW.`place` IS OLD.`place` AND NEW.`kind` IS OLD.`kind` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'submission_justifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_justifications_no_delete` BEFORE DELETE ON `submission_justifications` BEGIN SELECT RAISE(ABORT, 'submission_justifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `submission_justifications_no_replace` BEFORE INSERT ON `submission_justifications` WHEN EXISTS (SELECT 1 FROM `submission_justifications` WHERE `submission_id` = NEW.`submission_id` AND `position` = NEW.`position`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `submission_justifications_no_renumber` BEFORE INSERT ON `submission_justifications` WHEN EXISTS (SELECT 1 FROM `submission_justifications` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'submission_justifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessment_annotations_no_update` BEFORE UPDATE ON `assessment_annotations` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'feedback' AND `record_id` = OLD.`assessment_id`) AND NEW.`note` = '' AND NEW.`assessment_id` IS OLD.`assessment_id` AND NEW.`position` IS OLD.`position` AND NEW.`starts_at` IS OLD.`starts_at` AND NEW.`ends_at` IS OLD.`ends_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'assessment_annotations is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessment_annotations_no_delete` BEFORE DELETE ON `assessment_annotations` BEGIN SELECT RAISE(ABORT, 'assessment_annotations is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessment_annotations_no_replace` BEFORE INSERT ON `assessment_annotations` WHEN EXISTS (SELECT 1 FROM `assessment_annotations` WHERE `assessment_id` = NEW.`assessment_id` AND `position` = NEW.`position`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `assessment_annotations_no_renumber` BEFORE INSERT ON `assessment_annotations` WHEN EXISTS (SELECT 1 FROM `assessment_annotations` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'assessment_annotations is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_update` BEFORE UPDATE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_delete` BEFORE DELETE ON `withdrawals` BEGIN SELECT RAISE(ABORT, 'withdrawals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_replace` BEFORE INSERT ON `withdrawals` WHEN EXISTS (SELECT 1 FROM `withdrawals` WHERE `submission_id` = NEW.`submission_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `withdrawals_no_renumber` BEFORE INSERT ON `withdrawals` WHEN EXISTS (SELECT 1 FROM `withdrawals` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'withdrawals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hand_overs_no_update` BEFORE UPDATE ON `hand_overs` BEGIN SELECT RAISE(ABORT, 'hand_overs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hand_overs_no_delete` BEFORE DELETE ON `hand_overs` BEGIN SELECT RAISE(ABORT, 'hand_overs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hand_overs_no_replace` BEFORE INSERT ON `hand_overs` WHEN EXISTS (SELECT 1 FROM `hand_overs` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `hand_overs_no_renumber` BEFORE INSERT ON `hand_overs` WHEN EXISTS (SELECT 1 FROM `hand_overs` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'hand_overs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_refusals_no_update` BEFORE UPDATE ON `record_refusals` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'submission' AND `record_id` = OLD.`submission_id`) AND NEW.`reason` = '' AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`refused_at` IS OLD.`refused_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'record_refusals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_refusals_no_delete` BEFORE DELETE ON `record_refusals` BEGIN SELECT RAISE(ABORT, 'record_refusals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_refusals_no_replace` BEFORE INSERT ON `record_refusals` WHEN EXISTS (SELECT 1 FROM `record_refusals` WHERE `submission_id` = NEW.`submission_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `record_refusals_no_renumber` BEFORE INSERT ON `record_refusals` WHEN EXISTS (SELECT 1 FROM `record_refusals` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'record_refusals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_mappings_no_update` BEFORE UPDATE ON `criterion_mappings` BEGIN SELECT RAISE(ABORT, 'criterion_mappings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_mappings_no_delete` BEFORE DELETE ON `criterion_mappings` BEGIN SELECT RAISE(ABORT, 'criterion_mappings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_mappings_no_replace` BEFORE INSERT ON `criterion_mappings` WHEN EXISTS (SELECT 1 FROM `criterion_mappings` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `criterion_mappings_no_renumber` BEFORE INSERT ON `criterion_mappings` WHEN EXISTS (SELECT 1 FROM `criterion_mappings` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'criterion_mappings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `qualification_versions_no_update` BEFORE UPDATE ON `qualification_versions` BEGIN SELECT RAISE(ABORT, 'qualification_versions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `qualification_versions_no_delete` BEFORE DELETE ON `qualification_versions` BEGIN SELECT RAISE(ABORT, 'qualification_versions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `qualification_versions_no_replace` BEFORE INSERT ON `qualification_versions` WHEN EXISTS (SELECT 1 FROM `qualification_versions` WHERE `version` = NEW.`version`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `qualification_versions_no_renumber` BEFORE INSERT ON `qualification_versions` WHEN EXISTS (SELECT 1 FROM `qualification_versions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'qualification_versions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessor_standings_no_update` BEFORE UPDATE ON `assessor_standings` BEGIN SELECT RAISE(ABORT, 'assessor_standings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessor_standings_no_delete` BEFORE DELETE ON `assessor_standings` BEGIN SELECT RAISE(ABORT, 'assessor_standings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `assessor_standings_no_replace` BEFORE INSERT ON `assessor_standings` WHEN EXISTS (SELECT 1 FROM `assessor_standings` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `assessor_standings_no_renumber` BEFORE INSERT ON `assessor_standings` WHEN EXISTS (SELECT 1 FROM `assessor_standings` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'assessor_standings is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sampling_policies_no_update` BEFORE UPDATE ON `sampling_policies` BEGIN SELECT RAISE(ABORT, 'sampling_policies is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sampling_policies_no_delete` BEFORE DELETE ON `sampling_policies` BEGIN SELECT RAISE(ABORT, 'sampling_policies is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sampling_policies_no_replace` BEFORE INSERT ON `sampling_policies` WHEN EXISTS (SELECT 1 FROM `sampling_policies` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `sampling_policies_no_renumber` BEFORE INSERT ON `sampling_policies` WHEN EXISTS (SELECT 1 FROM `sampling_policies` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'sampling_policies is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `standardisation_judgements_no_update` BEFORE UPDATE ON `standardisation_judgements` BEGIN SELECT RAISE(ABORT, 'standardisation_judgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `standardisation_judgements_no_delete` BEFORE DELETE ON `standardisation_judgements` BEGIN SELECT RAISE(ABORT, 'standardisation_judgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `standardisation_judgements_no_replace` BEFORE INSERT ON `standardisation_judgements` WHEN EXISTS (SELECT 1 FROM `standardisation_judgements` WHERE `standardisation_id` = NEW.`standardisation_id` AND `assessor_id` = NEW.`assessor_id` AND `criterion_id` = NEW.`criterion_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `standardisation_judgements_no_renumber` BEFORE INSERT ON `standardisation_judgements` WHEN EXISTS (SELECT 1 FROM `standardisation_judgements` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'standardisation_judgements is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verification_decisions_no_update` BEFORE UPDATE ON `verification_decisions` BEGIN SELECT RAISE(ABORT, 'verification_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verification_decisions_no_delete` BEFORE DELETE ON `verification_decisions` BEGIN SELECT RAISE(ABORT, 'verification_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verification_decisions_no_replace` BEFORE INSERT ON `verification_decisions` WHEN EXISTS (SELECT 1 FROM `verification_decisions` WHERE `verification_id` = NEW.`verification_id` AND `criterion_id` = NEW.`criterion_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `verification_decisions_no_renumber` BEFORE INSERT ON `verification_decisions` WHEN EXISTS (SELECT 1 FROM `verification_decisions` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'verification_decisions is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verifications_no_update` BEFORE UPDATE ON `verifications` BEGIN SELECT RAISE(ABORT, 'verifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verifications_no_delete` BEFORE DELETE ON `verifications` BEGIN SELECT RAISE(ABORT, 'verifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `verifications_no_replace` BEFORE INSERT ON `verifications` WHEN EXISTS (SELECT 1 FROM `verifications` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `verifications_no_renumber` BEFORE INSERT ON `verifications` WHEN EXISTS (SELECT 1 FROM `verifications` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'verifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `content_removals_no_update` BEFORE UPDATE ON `content_removals` BEGIN SELECT RAISE(ABORT, 'content_removals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `content_removals_no_delete` BEFORE DELETE ON `content_removals` BEGIN SELECT RAISE(ABORT, 'content_removals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `content_removals_no_replace` BEFORE INSERT ON `content_removals` WHEN EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = NEW.`kind` AND `record_id` = NEW.`record_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `content_removals_no_renumber` BEFORE INSERT ON `content_removals` WHEN EXISTS (SELECT 1 FROM `content_removals` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'content_removals is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `retention_rules_no_update` BEFORE UPDATE ON `retention_rules` BEGIN SELECT RAISE(ABORT, 'retention_rules is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `retention_rules_no_delete` BEFORE DELETE ON `retention_rules` BEGIN SELECT RAISE(ABORT, 'retention_rules is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `retention_rules_no_replace` BEFORE INSERT ON `retention_rules` WHEN EXISTS (SELECT 1 FROM `retention_rules` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `retention_rules_no_renumber` BEFORE INSERT ON `retention_rules` WHEN EXISTS (SELECT 1 FROM `retention_rules` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'retention_rules is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_answers_no_update` BEFORE UPDATE ON `witness_answers` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'witness_answer' AND `record_id` = OLD.`evidence_id`) AND NEW.`name` = '' AND NEW.`job` = '' AND NEW.`relationship` = '' AND NEW.`text` = '' AND NEW.`evidence_id` IS OLD.`evidence_id` AND NEW.`request_id` IS OLD.`request_id` AND NEW.`sha256` IS OLD.`sha256` AND NEW.`answered_at` IS OLD.`answered_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'witness_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_answers_no_delete` BEFORE DELETE ON `witness_answers` BEGIN SELECT RAISE(ABORT, 'witness_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_answers_no_replace` BEFORE INSERT ON `witness_answers` WHEN EXISTS (SELECT 1 FROM `witness_answers` WHERE `evidence_id` = NEW.`evidence_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `witness_answers_no_renumber` BEFORE INSERT ON `witness_answers` WHEN EXISTS (SELECT 1 FROM `witness_answers` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'witness_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_checks_no_update` BEFORE UPDATE ON `witness_checks` BEGIN SELECT RAISE(ABORT, 'witness_checks is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_checks_no_delete` BEFORE DELETE ON `witness_checks` BEGIN SELECT RAISE(ABORT, 'witness_checks is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `witness_checks_no_replace` BEFORE INSERT ON `witness_checks` WHEN EXISTS (SELECT 1 FROM `witness_checks` WHERE `evidence_id` = NEW.`evidence_id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `witness_checks_no_renumber` BEFORE INSERT ON `witness_checks` WHEN EXISTS (SELECT 1 FROM `witness_checks` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'witness_checks is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `portfolio_sign_offs_no_update` BEFORE UPDATE ON `portfolio_sign_offs` BEGIN SELECT RAISE(ABORT, 'portfolio_sign_offs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `portfolio_sign_offs_no_delete` BEFORE DELETE ON `portfolio_sign_offs` BEGIN SELECT RAISE(ABORT, 'portfolio_sign_offs is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `portfolio_sign_offs_no_replace` BEFORE INSERT ON `portfolio_sign_offs` WHEN EXISTS (SELECT 1 FROM `portfolio_sign_offs` WHERE `id` = NEW.`id` OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_unlocks_no_update` BEFORE UPDATE ON `sign_off_unlocks` BEGIN SELECT RAISE(ABORT, 'sign_off_unlocks is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_unlocks_no_delete` BEFORE DELETE ON `sign_off_unlocks` BEGIN SELECT RAISE(ABORT, 'sign_off_unlocks is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_unlocks_no_replace` BEFORE INSERT ON `sign_off_unlocks` WHEN EXISTS (SELECT 1 FROM `sign_off_unlocks` WHERE `sign_off_id` = NEW.`sign_off_id` OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `record_signatures_no_update` BEFORE UPDATE ON `record_signatures` BEGIN SELECT RAISE(ABORT, 'record_signatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_signatures_no_delete` BEFORE DELETE ON `record_signatures` BEGIN SELECT RAISE(ABORT, 'record_signatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `record_signatures_no_replace` BEFORE INSERT ON `record_signatures` WHEN EXISTS (SELECT 1 FROM `record_signatures` WHERE (`submission_id` = NEW.`submission_id` AND `part` = NEW.`part`) OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `countersignatures_no_update` BEFORE UPDATE ON `countersignatures` BEGIN SELECT RAISE(ABORT, 'countersignatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `countersignatures_no_delete` BEFORE DELETE ON `countersignatures` BEGIN SELECT RAISE(ABORT, 'countersignatures is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `countersignatures_no_replace` BEFORE INSERT ON `countersignatures` WHEN EXISTS (SELECT 1 FROM `countersignatures` WHERE `assessment_id` = NEW.`assessment_id` OR `ledger_seq` = NEW.`ledger_seq` OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_basis_no_update` BEFORE UPDATE ON `sign_off_basis` BEGIN SELECT RAISE(ABORT, 'sign_off_basis is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_basis_no_delete` BEFORE DELETE ON `sign_off_basis` BEGIN SELECT RAISE(ABORT, 'sign_off_basis is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sign_off_basis_no_replace` BEFORE INSERT ON `sign_off_basis` WHEN EXISTS (SELECT 1 FROM `sign_off_basis` WHERE (`sign_off_id` = NEW.`sign_off_id` AND `assessment_id` = NEW.`assessment_id`) OR `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'sign_off_basis is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `portfolio_sign_offs_in_turn` BEFORE INSERT ON `portfolio_sign_offs` WHEN NEW.`round` <> 1 + (SELECT count(*) FROM `portfolio_sign_offs` WHERE `trainee_id` = NEW.`trainee_id` AND `subject` = NEW.`subject` AND `subject_id` = NEW.`subject_id` AND `qualification_version` = NEW.`qualification_version`) OR EXISTS (SELECT 1 FROM `portfolio_sign_offs` s WHERE s.`trainee_id` = NEW.`trainee_id` AND s.`subject` = NEW.`subject` AND s.`subject_id` = NEW.`subject_id` AND s.`qualification_version` = NEW.`qualification_version` AND NOT EXISTS (SELECT 1 FROM `sign_off_unlocks` u WHERE u.`sign_off_id` = s.`id`)) BEGIN SELECT RAISE(ABORT, 'already signed'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_files_facts_stay` BEFORE UPDATE OF `id`, `evidence_id`, `uploaded_by`, `name`, `type`, `size_bytes`, `sha256`, `uploaded_at` ON `evidence_files` WHEN EXISTS (SELECT 1 FROM `submission_files` WHERE `file_id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a file that was handed in does not change'); END;
--> statement-breakpoint
CREATE TRIGGER `evidence_files_no_delete` BEFORE DELETE ON `evidence_files` WHEN EXISTS (SELECT 1 FROM `submission_files` WHERE `file_id` = OLD.`id`) BEGIN SELECT RAISE(ABORT, 'a file that was handed in does not change'); END;
