CREATE TABLE `message_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient_id` text NOT NULL,
	`writer_id` text NOT NULL,
	`words` text NOT NULL,
	`justifications` text DEFAULT '[]' NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `message_recipients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`writer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `message_answers_recipient` ON `message_answers` (`recipient_id`,`written_at`);
--> statement-breakpoint
CREATE TRIGGER `message_answers_no_update` BEFORE UPDATE ON `message_answers` WHEN NOT (EXISTS (SELECT 1 FROM `content_removals` WHERE `kind` = 'work_record' AND `record_id` = (SELECT `trainee_id` FROM `message_recipients` WHERE `id` = OLD.`recipient_id`)) AND NEW.`words` = '' AND NEW.`justifications` = '' AND NEW.`id` IS OLD.`id` AND NEW.`recipient_id` IS OLD.`recipient_id` AND NEW.`writer_id` IS OLD.`writer_id` AND NEW.`written_at` IS OLD.`written_at` AND NEW.`rowid` = OLD.`rowid`) BEGIN SELECT RAISE(ABORT, 'message_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `message_answers_no_delete` BEFORE DELETE ON `message_answers` BEGIN SELECT RAISE(ABORT, 'message_answers is insert-only'); END;
--> statement-breakpoint
CREATE TRIGGER `message_answers_no_replace` BEFORE INSERT ON `message_answers` WHEN EXISTS (SELECT 1 FROM `message_answers` WHERE `id` = NEW.`id`) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER `message_answers_no_renumber` BEFORE INSERT ON `message_answers` WHEN EXISTS (SELECT 1 FROM `message_answers` WHERE `rowid` = NEW.`rowid`) BEGIN SELECT RAISE(ABORT, 'message_answers is insert-only'); END;
