import { londonDay } from '../calendar.ts';
import { decisionStanding, evidenceState, type RecordedSnapshot, stateFacts } from '../portfolio/evidenceState.ts';
import type { Qualifications } from '../portfolio/versions.ts';
import { RECORD_PARTS } from '../portfolio/words.ts';
import type { SignalFacts } from './facts.ts';
import type { PastAssessment, PastVersion } from './past.ts';

const dayOf = (seconds: number) => londonDay(new Date(seconds * 1000));

/** An assessment as the state of evidence asks for it: the newest look of a quality assurer counts. */
function assessedAs(made: PastAssessment): NonNullable<RecordedSnapshot['assessment']> {
  const said = made.looks.at(-1)?.said ?? [];
  return {
    outcome: made.outcome,
    standing: decisionStanding({ ...made, said: said.map(([, outcome]) => outcome) }),
    decisions: made.decided.map(([criterionId, outcome]) => {
      const verification = said.find(([id]) => id === criterionId)?.[1] ?? null;
      return { criterionId, outcome, verification };
    }),
  };
}

/** A version as the state of evidence asks for it. */
function snapshotOf(version: PastVersion): RecordedSnapshot {
  const { qualificationVersion, withdrawnAt, isRecord, signatures, claims, signed, signedWholeAt } = version;
  const newest = version.assessments.at(-1);
  return {
    qualificationVersion,
    withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt * 1000),
    awaitsSignatures: isRecord && signatures.length < RECORD_PARTS.length,
    assessment: newest ? assessedAs(newest) : null,
    claims,
    signedCriteria: signed.filter(({ unlockedAt }) => unlockedAt === null),
    signOff: signedWholeAt === null ? null : {},
  };
}

/** Since when a version waits for a decision: since it was handed in and signed, or since what was decided came back once more. */
function waitingSince({ submittedAt, signatures, assessments }: PastVersion): number {
  const newest = assessments.at(-1);
  const reopened = newest?.countersigned === 'sent_back' ? (newest.countersignedAt ?? 0) : 0;
  const look = newest?.looks.at(-1);
  const rejected = look?.said.some(([, outcome]) => outcome === 'reject') ? look.at : 0;
  return Math.max(submittedAt, reopened, rejected, ...signatures);
}

const newestOf = (versions: readonly PastVersion[]) =>
  versions.reduce((one, other) => (other.number > one.number ? other : one));

const byDay = (one: { on: string; id: string }, other: { on: string; id: string }) =>
  one.on === other.on ? (one.id < other.id ? -1 : 1) : one.on < other.on ? -1 : 1;

/** Pieces that came back and those that wait for a decision, by the states of every other page, the longest first. */
export function evidenceFacts(
  versions: readonly PastVersion[],
  qualifications: Qualifications,
): Pick<SignalFacts, 'returned' | 'waiting'> {
  const pieces = Map.groupBy(versions, ({ evidenceId }) => evidenceId);
  const standing = [...pieces.values()].map(newestOf).filter(({ removedAt }) => removedAt === null);
  const told = standing.map((version) => ({
    version,
    state: evidenceState(stateFacts(snapshotOf(version), qualifications)),
  }));
  const returned = told.filter(({ state }) => state === 'returned');
  const waiting = told.filter(({ state }) => state === 'submitted' || state === 'to_countersign');
  return {
    returned: returned
      .map(({ version }) => ({ id: version.id, on: dayOf(version.assessments.at(-1)?.assessedAt ?? 0) }))
      .toSorted(byDay),
    waiting: waiting.map(({ version }) => ({ id: version.id, on: dayOf(waitingSince(version)) })).toSorted(byDay),
  };
}
