import type { BodyFile } from '#src/components/portfolio/evidence.ts';
import type { SubmissionRecord } from '#db/queries/submissions.ts';

/** A snapshot with its text and what its kind asks, as the desk shows it. */
export type DeskSubmission = SubmissionRecord & { readonly text: string; readonly details: string };

export type HeldFile = BodyFile;
