CREATE TABLE `exercise_work` (
	`trainee_id` text NOT NULL,
	`exercise_id` text NOT NULL,
	`module_id` text NOT NULL,
	`exercise_version` text NOT NULL,
	`work` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`finished_at` integer,
	PRIMARY KEY(`trainee_id`, `exercise_id`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `marks` (
	`id` text PRIMARY KEY NOT NULL,
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_version` text NOT NULL,
	`section_id` text NOT NULL,
	`quote` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`note` text NOT NULL,
	`revision` integer NOT NULL,
	`marked_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `marks_trainee` ON `marks` (`trainee_id`,`module_id`);--> statement-breakpoint
CREATE TABLE `module_change_readings` (
	`trainee_id` text NOT NULL,
	`module_id` text NOT NULL,
	`module_version` text NOT NULL,
	`read_at` integer NOT NULL,
	PRIMARY KEY(`trainee_id`, `module_id`, `module_version`),
	FOREIGN KEY (`trainee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `people` ADD `reading_view` text;--> statement-breakpoint
ALTER TABLE `check_attempts` ADD `module_version` text;