import { sql } from 'drizzle-orm';
import { prepared } from '#db/client/prepared.ts';
import type { Reader } from '#db/client.ts';
import {
  assessmentAnnotations,
  assessments,
  countersignatures,
  criterionDecisions,
  evidenceFiles,
  people,
  portfolioSignOffs,
  recordRefusals,
  recordSignatures,
  signOffBasis,
  signOffUnlocks,
  submissionFiles,
  submissions,
  verifications,
} from '#db/schema/index.ts';
import type {
  AssessmentOutcome,
  CountersignOutcome,
  CriterionOutcome,
  RecordPart,
} from '#src/domain/portfolio/words.ts';
import type { FileType, ScanState } from '#src/domain/files/words.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { removedOn } from './removedOn.ts';
import type { DecisionRecord } from './submissions.ts';

interface OfSubmission {
  readonly submissionId: string;
}

/** A file that a snapshot holds. */
export interface ThreadFile extends OfSubmission {
  readonly fact: 'file';
  readonly position: number;
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  readonly sizeBytes: number;
  readonly scan: ScanState;
  /** Seconds since 1970, or null while its content is there. */
  readonly removedAt: number | null;
}

/** A note at a passage of what was handed in. */
export interface ThreadNote extends OfSubmission {
  readonly fact: 'note';
  readonly assessmentId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly note: string;
}

interface Happened extends OfSubmission {
  /** Seconds since 1970. */
  readonly at: number;
}

/** What a qualified colleague said of the decisions of an assessor in training. */
export interface ThreadCountersignature extends Happened {
  readonly fact: 'countersigned';
  readonly assessmentId: string;
  readonly by: string;
  readonly outcome: CountersignOutcome;
  readonly words: string;
  /** When the words were removed, in seconds since 1970. */
  readonly removedAt?: number | null;
}

/** That a quality assurer looked at decisions. Not who, and not her reasons: those are between her and the assessor. */
export interface ThreadVerification extends Happened {
  readonly fact: 'verified';
  readonly outcome: VerificationOutcome;
}

/** A signature under an observation or a discussion. */
export interface ThreadRecordSignature extends Happened {
  readonly fact: 'record_signed';
  readonly by: string;
  readonly part: RecordPart;
  readonly words: string;
  /** When the words were removed, in seconds since 1970. */
  readonly removedAt?: number | null;
  readonly ledgerSeq: number;
}

/** That a trainee did not sign a record as it stood, and why. */
export interface ThreadRecordRefusal extends Happened {
  readonly fact: 'record_refused';
  readonly by: string;
  readonly words: string;
  /** When the words were removed, in seconds since 1970. */
  readonly removedAt?: number | null;
}

/** A signature under a criterion that rests on it, and when it was opened again. */
export interface ThreadSignOff extends Happened {
  readonly fact: 'signed_off';
  readonly by: string;
  readonly criterionId: string;
  readonly qualificationVersion: string;
  readonly ledgerSeq: number;
  readonly unlockedAt: number | null;
}

/** What an assessor decided on one criterion. */
interface ThreadDecision extends OfSubmission {
  readonly fact: 'decision';
  readonly assessmentId: string;
  readonly criterionId: string;
  readonly outcome: CriterionOutcome;
  readonly feedback: string;
  readonly assessmentOutcome: AssessmentOutcome;
  readonly comment: string;
  readonly assessorName: string;
  /** Seconds since 1970. */
  readonly at: number;
}

export type ThreadFact =
  | ThreadFile
  | ThreadNote
  | ThreadCountersignature
  | ThreadVerification
  | ThreadRecordSignature
  | ThreadRecordRefusal
  | ThreadSignOff;

type Read = ThreadFact | ThreadDecision;

const evidence = sql.placeholder('evidenceId');

const facts = sql`
  select 'file' as fact, f.position as place, json_object('submissionId', f.submission_id, 'position', f.position, 'id', e.id, 'name', e.name,
      'type', e.type, 'sizeBytes', e.size_bytes, 'scan', e.scan, 'removedAt', e.removed_at) as json
    from ${submissionFiles} f join ${submissions} s on s.id = f.submission_id join ${evidenceFiles} e on e.id = f.file_id
    where s.evidence_id = ${evidence}
  union all
  select 'note', n.starts_at, json_object('submissionId', a.submission_id, 'assessmentId', a.id, 'startsAt', n.starts_at,
      'endsAt', n.ends_at, 'note', n.note)
    from ${assessmentAnnotations} n join ${assessments} a on a.id = n.assessment_id join ${submissions} s on s.id = a.submission_id
    where s.evidence_id = ${evidence}
  union all
  select 'countersigned', c.signed_at, json_object('submissionId', a.submission_id, 'assessmentId', a.id, 'at', c.signed_at,
      'by', p.name, 'outcome', c.outcome, 'words', c.words, 'removedAt', ${removedOn('countersignature', sql`c.assessment_id`)})
    from ${countersignatures} c join ${assessments} a on a.id = c.assessment_id join ${submissions} s on s.id = a.submission_id
      join ${people} p on p.id = c.person_id
    where s.evidence_id = ${evidence}
  union all
  select 'verified', v.verified_at, json_object('submissionId', v.submission_id, 'at', v.verified_at, 'outcome', v.outcome)
    from ${verifications} v join ${submissions} s on s.id = v.submission_id where s.evidence_id = ${evidence}
  union all
  select 'record_signed', r.signed_at, json_object('submissionId', r.submission_id, 'at', r.signed_at, 'by', p.name,
      'part', r.part, 'words', r.words, 'removedAt', ${removedOn('record_words', sql`r.submission_id || ' ' || r.part`)},
      'ledgerSeq', r.ledger_seq)
    from ${recordSignatures} r join ${submissions} s on s.id = r.submission_id join ${people} p on p.id = r.person_id
    where s.evidence_id = ${evidence}
  union all
  select 'record_refused', r.refused_at, json_object('submissionId', r.submission_id, 'at', r.refused_at, 'by', p.name, 'words', r.reason,
      'removedAt', ${removedOn('submission', sql`r.submission_id`)})
    from ${recordRefusals} r join ${submissions} s on s.id = r.submission_id join ${people} p on p.id = r.person_id
    where s.evidence_id = ${evidence}
  union all
  select 'signed_off', o.signed_at, json_object('submissionId', b.submission_id, 'at', o.signed_at, 'by', p.name,
      'criterionId', o.subject_id, 'qualificationVersion', o.qualification_version, 'ledgerSeq', o.ledger_seq,
      'unlockedAt', u.unlocked_at)
    from ${signOffBasis} b join ${portfolioSignOffs} o on o.id = b.sign_off_id join ${submissions} s on s.id = b.submission_id
      join ${people} p on p.id = o.signed_by left join ${signOffUnlocks} u on u.sign_off_id = o.id
    where s.evidence_id = ${evidence} and o.subject = 'criterion'
  union all
  select 'decision', a.assessed_at, json_object('submissionId', a.submission_id, 'assessmentId', a.id, 'criterionId', d.criterion_id,
      'outcome', d.outcome, 'feedback', d.feedback, 'assessmentOutcome', a.outcome, 'comment', a.comment,
      'assessorName', p.name, 'at', a.assessed_at)
    from ${criterionDecisions} d join ${assessments} a on a.id = d.assessment_id join ${submissions} s on s.id = a.submission_id
      join ${people} p on p.id = a.assessor_id
    where s.evidence_id = ${evidence}`;

const factsOf = prepared((db) =>
  db
    .select({ fact: sql<Read['fact']>`f.fact`, json: sql<string>`f.json` })
    .from(sql`(${facts}) f`)
    .orderBy(sql`f.fact, f.place, f.json`)
    .prepare(),
);

/** What happened to the snapshots of a piece of evidence: decisions oldest first, and beside them files, notes and signatures. One query. */
export async function readThread(
  db: Reader,
  evidenceId: string,
): Promise<{ facts: ThreadFact[]; decisions: DecisionRecord[] }> {
  const rows = await factsOf(db).all({ evidenceId });
  const read = rows.map(({ fact, json }) => ({ ...(JSON.parse(json) as object), fact }) as Read);
  const decisions = read.filter((one) => one.fact === 'decision');
  return {
    facts: read.filter((one) => one.fact !== 'decision'),
    decisions: decisions.map(({ fact: _fact, at, ...decision }) => ({ ...decision, assessedAt: new Date(at * 1000) })),
  };
}

/** The same without the decisions: files, notes and signatures alone. One query. */
export async function listThreadFacts(db: Reader, evidenceId: string): Promise<ThreadFact[]> {
  return (await readThread(db, evidenceId)).facts;
}
