import { createHash } from 'node:crypto';
import type { Database, Writer } from '#db/client.ts';
import { recordSignatures } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { recordSignatureBody } from '#src/domain/ledger/recordSignatureBody.ts';
import { wordReasonsText } from '#src/domain/personalData/hashedReasons.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { RecordKind, RecordPart } from '#src/domain/portfolio/words.ts';
import type { DemoLedger } from './evidence.ts';
import { FIRST_MEETING, FIRST_VERSION, SHARED_PLAN } from './recordWords.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** A signature under a record that the demo tells of. */
export interface RecordSigning {
  readonly submissionId: string;
  readonly submissionSha256: string;
  readonly traineeId: string;
  readonly part: RecordPart;
  readonly personId: string;
  readonly at: Date;
}

interface Telling {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  readonly ledger: Pick<DemoLedger, 'snapshotHash'>;
  readonly qualification: Pick<Qualification, 'version'>;
}

interface RecordWords {
  readonly title: string;
  readonly text: string;
  readonly details: Readonly<Record<string, string>>;
  readonly whereShown: Readonly<Record<string, string>>;
}

interface ToldRecord {
  readonly id: string;
  readonly traineeId: string;
  readonly kind: RecordKind;
  readonly words: RecordWords;
  readonly happenedOn: string;
}

/**
 * What Daniel wrote down: an observation of Amara, which he has signed and which waits for her; a discussion with Tom, which he has only
 * begun. Gives back what is to be signed through the ledger.
 */
export function tellRecords(rows: DemoRows, telling: Telling): RecordSigning[] {
  const present = new Set(telling.stories.map(({ id }) => id));
  const { time } = telling;
  if (present.has('tom')) {
    const words = SHARED_PLAN;
    const happenedOn = addDays(time.monday, -3);
    tellItem(rows, { id: 'tom-record-1', traineeId: 'tom', kind: 'professional_discussion', words, happenedOn });
  }
  return present.has('amara') ? tellFirstMeeting(rows, telling) : [];
}

/** Amara did not sign the first version, because of one sentence; the second waits for her. */
function tellFirstMeeting(rows: DemoRows, telling: Telling): RecordSigning[] {
  const happenedOn = addDays(telling.time.monday, -5);
  const record = { id: 'amara-record-1', traineeId: 'amara', kind: 'observation', happenedOn } as const;
  const first = { ...record, words: { ...FIRST_MEETING, text: FIRST_VERSION.text } };
  const second = { ...record, words: FIRST_MEETING };
  tellItem(rows, second);
  const at = noonOf(addDays(happenedOn, 2));
  const signings = [
    finish(rows, first, { ...telling, number: 1, finishedOn: addDays(happenedOn, 1), changeNote: '' }),
    finish(rows, second, {
      ...telling,
      number: 2,
      finishedOn: addDays(happenedOn, 3),
      changeNote: FIRST_VERSION.changeNote,
    }),
  ];
  rows.recordRefusals.push({
    submissionId: `${record.id}-1`,
    personId: 'amara',
    reason: FIRST_VERSION.reason,
    refusedAt: at,
  });
  rows.withdrawals.push({ submissionId: `${record.id}-1`, withdrawnAt: at });
  return signings;
}

function tellItem(rows: DemoRows, { id, traineeId, kind, words, happenedOn }: ToldRecord): void {
  const { title, text, details, whereShown } = words;
  const at = noonOf(happenedOn);
  rows.evidenceItems.push({
    ...{ id, traineeId, kind, title, text, details: JSON.stringify(details), happenedOn, writerId: 'daniel' },
    ...{ revision: 1, createdAt: at, savedAt: at },
  });
  for (const [criterionId, where] of Object.entries(whereShown))
    rows.evidenceClaims.push({ evidenceId: id, criterionId, whereShown: where });
}

interface Finishing extends Telling {
  readonly number: number;
  readonly finishedOn: string;
  readonly changeNote: string;
}

function finish(rows: DemoRows, record: ToldRecord, finishing: Finishing): RecordSigning {
  const { ledger, qualification, number, finishedOn, changeNote } = finishing;
  const { id: evidenceId, traineeId, kind, words, happenedOn } = record;
  const { title, text, details, whereShown } = words;
  const at = noonOf(finishedOn);
  const id = `${evidenceId}-${String(number)}`;
  const row = {
    ...{ id, evidenceId, traineeId, number, kind, title, text, details: JSON.stringify(details) },
    ...{ happenedOn, writerId: 'daniel', changeNote, format: 2 as const },
    ...{ qualificationVersion: qualification.version, submittedAt: at },
  };
  const snapshot: SnapshotV2 = { ...row, criteria: Object.keys(whereShown), whereShown, files: [], justifications: [] };
  const sha256 = ledger.snapshotHash(snapshot);
  rows.submissions.push({ ...row, sha256 });
  for (const [criterionId, where] of Object.entries(whereShown))
    rows.submissionClaims.push({ submissionId: id, criterionId, whereShown: where });
  return { submissionId: id, submissionSha256: sha256, traineeId, part: 'assessor', personId: 'daniel', at };
}

type SigningLedger = Pick<DemoLedger, 'append' | 'anchor' | 'sessionRef'>;

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
/** Nobody in the demo added anything on signing. */
const NOTHING_ADDED = { wordsSha256: sha256(''), reasonsSha256: sha256(wordReasonsText([])) };

/** Signs records through the real ledger, oldest first, and anchors it. */
export async function signRecords(
  database: Database,
  ledger: SigningLedger,
  signings: readonly RecordSigning[],
): Promise<void> {
  const inOrder = signings.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (inOrder.length === 0) return;
  await database.write(async (tx) => {
    for (const signing of inOrder) await signOne(tx, ledger, signing);
  });
  await ledger.anchor();
}

async function signOne(tx: Writer, ledger: SigningLedger, signing: RecordSigning): Promise<void> {
  const { submissionId, submissionSha256, traineeId, part, personId, at } = signing;
  const session = ledger.sessionRef(`demo ${submissionId} ${part}`);
  const signer = { viewerId: personId, sessionRef: session, factorAt: at, traineeId, at };
  const facts = { submissionId, submissionSha256, part, ...NOTHING_ADDED };
  const { seq } = await ledger.append(tx, recordSignatureBody(signer, facts));
  await tx.insert(recordSignatures).values({ submissionId, part, personId, words: '', signedAt: at, ledgerSeq: seq });
}
