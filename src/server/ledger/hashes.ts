import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { databaseAddress } from '#db/client/databaseAddress.ts';
import { type AnyAssessmentRecord, assessmentText } from '#src/domain/portfolio/assessmentRecord.ts';
import { type Snapshot, snapshotText, snapshotTextV2, type SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { type WordedSubject, wordingText } from '#src/domain/portfolio/wording.ts';
import { reviewText, type ReviewRecord } from '#src/domain/supervision/record.ts';

/** SHA-256 of a text in UTF-8, as 64 hex digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** What stands in `submissions.sha256`, by the format of the snapshot. */
export function snapshotHash(snapshot: Snapshot | SnapshotV2): string {
  return sha256('format' in snapshot ? snapshotTextV2(snapshot) : snapshotText(snapshot));
}

/** What a sign-off says of the assessment under it. */
export function assessmentHash(assessment: AnyAssessmentRecord): string {
  return sha256(assessmentText(assessment));
}

/** What a signature under a criterion, a unit or the qualification says of how it is worded. */
export function wordingHash(qualification: Qualification, subject: WordedSubject): string {
  return sha256(wordingText(qualification, subject));
}

/** What a signature under a supervision review vouches for. */
export function reviewHash(review: ReviewRecord): string {
  return sha256(reviewText(review));
}

/** A short, one-way name for a session, 16 hex digits: enough to tell two apart, of no use as a session. */
export function sessionRef(sessionId: string): string {
  return sha256(`pqip-session-ref-v1\n${sessionId}`).slice(0, 16);
}

/** A short name for a database, 16 hex digits, from its address: the real path of a file, or host and path of a server. */
export function databaseRef(databaseUrl: string): string {
  return sha256(`pqip-database-v1\n${addressText(databaseUrl)}`).slice(0, 16);
}

function addressText(databaseUrl: string): string {
  const address = databaseAddress(databaseUrl);
  if (address.kind === 'file') return `file:${realpathSync(address.path)}`;
  const { host, pathname } = new URL(address.url);
  return `server:${host}${pathname}`;
}
