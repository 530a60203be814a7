ALTER TABLE `placement_objectives` ADD `qualification_version` text;
--> statement-breakpoint
UPDATE `placement_objectives` SET `qualification_version` = (SELECT v.`version` FROM `qualification_versions` v JOIN `placements` p ON p.`id` = `placement_objectives`.`placement_id` WHERE v.`effective_from` <= date(p.`proposed_at`, 'unixepoch') ORDER BY v.`effective_from` DESC, v.`imported_at` DESC, v.rowid DESC LIMIT 1);
--> statement-breakpoint
DROP TRIGGER `verifications_no_update`;
--> statement-breakpoint
CREATE TRIGGER `verifications_no_update` BEFORE UPDATE ON `verifications` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'verification' AND `record_id` = OLD.`id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`plan_id` IS OLD.`plan_id` AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`assessment_id` IS OLD.`assessment_id` AND NEW.`verifier_id` IS OLD.`verifier_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`tests` IS OLD.`tests` AND NEW.`verified_at` IS OLD.`verified_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'verifications is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `verification_decisions_no_update`;
--> statement-breakpoint
CREATE TRIGGER `verification_decisions_no_update` BEFORE UPDATE ON `verification_decisions` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'verification' AND `record_id` = OLD.`verification_id`) AND NEW.`reason` = '' AND NEW.`verification_id` IS OLD.`verification_id` AND NEW.`criterion_id` IS OLD.`criterion_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'verification_decisions is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `countersignatures_no_update`;
--> statement-breakpoint
CREATE TRIGGER `countersignatures_no_update` BEFORE UPDATE ON `countersignatures` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'countersignature' AND `record_id` = OLD.`assessment_id`) AND NEW.`words` = '' AND NEW.`assessment_id` IS OLD.`assessment_id` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`signed_at` IS OLD.`signed_at` AND NEW.`ledger_seq` IS OLD.`ledger_seq` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'countersignatures is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `record_signatures_no_update`;
--> statement-breakpoint
CREATE TRIGGER `record_signatures_no_update` BEFORE UPDATE ON `record_signatures` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'record_words' AND `record_id` = OLD.`submission_id` || ' ' || OLD.`part`) AND NEW.`words` = '' AND NEW.`submission_id` IS OLD.`submission_id` AND NEW.`part` IS OLD.`part` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`signed_at` IS OLD.`signed_at` AND NEW.`ledger_seq` IS OLD.`ledger_seq` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'record_signatures is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `sign_off_unlocks_no_update`;
--> statement-breakpoint
CREATE TRIGGER `sign_off_unlocks_no_update` BEFORE UPDATE ON `sign_off_unlocks` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'unlock_reason' AND `record_id` = OLD.`sign_off_id`) AND NEW.`reason` = '' AND NEW.`sign_off_id` IS OLD.`sign_off_id` AND NEW.`verifier_id` IS OLD.`verifier_id` AND NEW.`unlocked_at` IS OLD.`unlocked_at` AND NEW.`ledger_seq` IS OLD.`ledger_seq` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'sign_off_unlocks is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `witness_checks_no_update`;
--> statement-breakpoint
CREATE TRIGGER `witness_checks_no_update` BEFORE UPDATE ON `witness_checks` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'witness_contact' AND `record_id` = OLD.`evidence_id`) AND NEW.`how` = '' AND NEW.`evidence_id` IS OLD.`evidence_id` AND NEW.`assessor_id` IS OLD.`assessor_id` AND NEW.`checked_at` IS OLD.`checked_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'witness_checks is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `standardisation_judgements_no_update`;
--> statement-breakpoint
CREATE TRIGGER `standardisation_judgements_no_update` BEFORE UPDATE ON `standardisation_judgements` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'standardisation' AND `record_id` = OLD.`standardisation_id`) AND NEW.`reason` = '' AND NEW.`standardisation_id` IS OLD.`standardisation_id` AND NEW.`assessor_id` IS OLD.`assessor_id` AND NEW.`criterion_id` IS OLD.`criterion_id` AND NEW.`outcome` IS OLD.`outcome` AND NEW.`judged_at` IS OLD.`judged_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'standardisation_judgements is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `case_objections_no_update`;
--> statement-breakpoint
CREATE TRIGGER `case_objections_no_update` BEFORE UPDATE ON `case_objections` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`case_id` IS OLD.`case_id` AND NEW.`raised_at` IS OLD.`raised_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'case_objections is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `objection_answers_no_update`;
--> statement-breakpoint
CREATE TRIGGER `objection_answers_no_update` BEFORE UPDATE ON `objection_answers` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = (SELECT `trainee_id` FROM `case_objections` WHERE `id` = OLD.`objection_id`)) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`objection_id` IS OLD.`objection_id` AND NEW.`person_id` IS OLD.`person_id` AND NEW.`settles` IS OLD.`settles` AND NEW.`answered_at` IS OLD.`answered_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'objection_answers is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `over_limit_agreements_no_update`;
--> statement-breakpoint
CREATE TRIGGER `over_limit_agreements_no_update` BEFORE UPDATE ON `over_limit_agreements` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`reason` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`manager_id` IS OLD.`manager_id` AND NEW.`allocation_id` IS OLD.`allocation_id` AND NEW.`starts_on` IS OLD.`starts_on` AND NEW.`until` IS OLD.`until` AND NEW.`agreed_at` IS OLD.`agreed_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'over_limit_agreements is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `case_overrides_no_update`;
--> statement-breakpoint
CREATE TRIGGER `case_overrides_no_update` BEFORE UPDATE ON `case_overrides` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = (SELECT `trainee_id` FROM `case_allocations` WHERE `id` = OLD.`allocation_id`)) AND NEW.`approver_name` = '' AND NEW.`reason` = '' AND NEW.`id` IS OLD.`id` AND NEW.`allocation_id` IS OLD.`allocation_id` AND NEW.`attribute` IS OLD.`attribute` AND NEW.`stage` IS OLD.`stage` AND NEW.`rules_version` IS OLD.`rules_version` AND NEW.`approver_id` IS OLD.`approver_id` AND NEW.`entered_by` IS OLD.`entered_by` AND NEW.`entered_at` IS OLD.`entered_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'case_overrides is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `study_records_no_update`;
--> statement-breakpoint
CREATE TRIGGER `study_records_no_update` BEFORE UPDATE ON `study_records` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = OLD.`trainee_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`session_id` IS OLD.`session_id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`number` IS OLD.`number` AND NEW.`taken_minutes` IS OLD.`taken_minutes` AND NEW.`lost_minutes` IS OLD.`lost_minutes` AND NEW.`cause` IS OLD.`cause` AND NEW.`recorded_at` IS OLD.`recorded_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'study_records is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `placement_host_answers_no_update`;
--> statement-breakpoint
CREATE TRIGGER `placement_host_answers_no_update` BEFORE UPDATE ON `placement_host_answers` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = (SELECT `trainee_id` FROM `placements` WHERE `id` = OLD.`placement_id`)) AND NEW.`name` = '' AND NEW.`job` = '' AND NEW.`words` = '' AND NEW.`placement_id` IS OLD.`placement_id` AND NEW.`link_id` IS OLD.`link_id` AND NEW.`agrees` IS OLD.`agrees` AND NEW.`answered_at` IS OLD.`answered_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'placement_host_answers is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `supervision_reviews_signed`;
--> statement-breakpoint
CREATE TRIGGER `supervision_reviews_signed` BEFORE UPDATE ON `supervision_reviews` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`id`) AND NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'supervision' AND `record_id` = OLD.`id`) AND NEW.`facts` = '{}' AND NEW.`notes` = '' AND NEW.`id` IS OLD.`id` AND NEW.`trainee_id` IS OLD.`trainee_id` AND NEW.`meeting_id` IS OLD.`meeting_id` AND NEW.`held_on` IS OLD.`held_on` AND NEW.`revision` IS OLD.`revision` AND NEW.`created_by` IS OLD.`created_by` AND NEW.`created_at` IS OLD.`created_at` AND NEW.`saved_by` IS OLD.`saved_by` AND NEW.`saved_at` IS OLD.`saved_at` AND NEW.`ready_at` IS OLD.`ready_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
DROP TRIGGER `supervision_actions_signed_update`;
--> statement-breakpoint
CREATE TRIGGER `supervision_actions_signed_update` BEFORE UPDATE OF `id`, `review_id`, `position`, `words`, `part`, `due_on` ON `supervision_actions` WHEN EXISTS (SELECT 1 FROM `supervision_signatures` WHERE `review_id` = OLD.`review_id`) AND NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'supervision' AND `record_id` = OLD.`review_id`) AND NEW.`words` = '' AND NEW.`id` IS OLD.`id` AND NEW.`review_id` IS OLD.`review_id` AND NEW.`position` IS OLD.`position` AND NEW.`part` IS OLD.`part` AND NEW.`due_on` IS OLD.`due_on` AND NEW.`done_at` IS OLD.`done_at` AND NEW.`done_by` IS OLD.`done_by` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'a signed review does not change'); END;
--> statement-breakpoint
CREATE TABLE `word_justifications` (
	`evidence_id` text NOT NULL,
	`words_of` text NOT NULL,
	`record_id` text NOT NULL,
	`position` integer NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`words_of`, `record_id`, `position`),
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `word_justifications_evidence` ON `word_justifications` (`evidence_id`);
--> statement-breakpoint
CREATE TRIGGER `word_justifications_no_update` BEFORE UPDATE ON `word_justifications` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = CASE OLD.`words_of` WHEN 'assessment' THEN 'feedback' ELSE OLD.`words_of` END AND `record_id` = OLD.`record_id`) AND NEW.`reason` = '' AND NEW.`evidence_id` IS OLD.`evidence_id` AND NEW.`words_of` IS OLD.`words_of` AND NEW.`record_id` IS OLD.`record_id` AND NEW.`position` IS OLD.`position` AND NEW.`place` IS OLD.`place` AND NEW.`kind` IS OLD.`kind` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'word_justifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `word_justifications_no_delete` BEFORE DELETE ON `word_justifications` BEGIN SELECT RAISE(ABORT, 'word_justifications is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `word_justifications_no_replace` BEFORE INSERT ON `word_justifications` WHEN EXISTS (SELECT 1 FROM `word_justifications` WHERE `words_of` = NEW.`words_of` AND `record_id` = NEW.`record_id` AND `position` = NEW.`position`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `word_justifications_no_renumber` BEFORE INSERT ON `word_justifications` WHEN EXISTS (SELECT 1 FROM `word_justifications` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'word_justifications is insert-only'); END;
--> statement-breakpoint
DROP TRIGGER `evidence_files_facts_stay`;
--> statement-breakpoint
CREATE TRIGGER `evidence_files_facts_stay` BEFORE UPDATE OF `id`, `evidence_id`, `uploaded_by`, `name`, `type`, `size_bytes`, `sha256`, `uploaded_at` ON `evidence_files` WHEN EXISTS (SELECT 1 FROM `submission_files` WHERE `file_id` = OLD.`id`) AND NOT (NEW.`name` = '' AND NEW.`id` IS OLD.`id` AND NEW.`evidence_id` IS OLD.`evidence_id` AND NEW.`uploaded_by` IS OLD.`uploaded_by` AND NEW.`type` IS OLD.`type` AND NEW.`size_bytes` IS OLD.`size_bytes` AND NEW.`sha256` IS OLD.`sha256` AND NEW.`uploaded_at` IS OLD.`uploaded_at` AND NEW.`rowid` = OLD.`rowid` AND NOT EXISTS (SELECT 1 FROM `submission_files` f WHERE f.`file_id` = OLD.`id` AND NOT EXISTS (SELECT 1 FROM `content_removals` r WHERE r.`kind` = 'submission' AND r.`record_id` = f.`submission_id`))) BEGIN SELECT RAISE(ABORT, 'a file that was handed in does not change'); END;
--> statement-breakpoint
DROP INDEX `submissions_trainee`;
--> statement-breakpoint
CREATE INDEX `submissions_trainee` ON `submissions` (`trainee_id`,`evidence_id`,`number`,`id`,`kind`,`submitted_at`,`qualification_version`,`happened_on`,`writer_id`);
--> statement-breakpoint
DROP INDEX `assessments_submission`;
--> statement-breakpoint
CREATE INDEX `assessments_submission` ON `assessments` (`submission_id`,`assessed_at`);
--> statement-breakpoint
CREATE INDEX `assessments_in_training` ON `assessments` (`assessor_id`,`submission_id`) WHERE "assessments"."needs_countersign" = 1;
