import type { ReadingView } from '../accounts/readingView.ts';
import type { Role } from './roles.ts';

/**
 * The signed-in person as rules see her: roles, and whom she is assigned to today. Ids only; ended assignments are not in it.
 * `name`, `language`, `readingView` and `unread` are for pages alone: no rule asks about them.
 */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly language: 'en' | 'cy';
  /** How she likes pages set. */
  readonly readingView: ReadingView;
  /** How many notices wait to be read, 100 for more than that. */
  readonly unread: number;
  readonly roles: readonly Role[];
  /** The cohort she is in as a trainee, or none; a list like the others. */
  readonly memberOf: readonly string[];
  /** Cohorts she is a tutor of. */
  readonly tutorOf: readonly string[];
  /** Trainees she assesses. */
  readonly assessorOf: readonly string[];
  /** Trainees she manages. */
  readonly managerOf: readonly string[];
  /** Assessors in training whose decisions she countersigns. */
  readonly countersignerOf: readonly string[];
  /** Submissions she may read as an external quality assurer today. */
  readonly externalOf: readonly string[];
  readonly session: { readonly id: string; readonly authenticatedAt: Date };
}

/** What a rule needs to know of a record: whose it is, and which cohort that person is in now. */
export interface TraineeSubject {
  readonly traineeId: string;
  readonly cohortId: string | null;
}
