import { addDays } from '#src/domain/calendar.ts';
import type { SnapshotV2 } from '#src/domain/portfolio/snapshot.ts';
import type { DemoLedger } from './evidence.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** Whom it is about, and the assessor in training who decided; Joan countersigns for him. */
const TRAINEE = 'ioan';
const ASSESSOR = 'owen';

interface Telling {
  readonly time: DemoTime;
  readonly stories: readonly Story[];
  readonly ledger: Pick<DemoLedger, 'snapshotHash'>;
  readonly qualification: { readonly version: string };
}

const TEXT = `The court asked for a report in five days, and I had met him once. I wanted to say yes, because a quick report looks like a good one.

I read what the law says such a report is for, and the standard that goes with it. Neither of them says that it has to be quick. Both say what must be in it, and that what I have not seen must not be in it as if I had.

I asked for two more days, said why, and got one. In the report I wrote which of the three conversations I could not have, and what the court does not know because of that. The legal adviser thanked me for that sentence.

Next time I ask on the first day, not on the third.`;

const DECISIONS = [
  { criterionId: '1.1', outcome: 'met', feedback: 'You name the purpose, and what follows from it for your work.' },
  { criterionId: '1.5', outcome: 'met', feedback: 'You say what you did not know. That is the hard part.' },
] as const;

const snapshotOf = ({ time, qualification }: Telling): SnapshotV2 => ({
  ...{ id: 'ioan-report-1', evidenceId: 'ioan-report', traineeId: TRAINEE, number: 1, kind: 'reflective_account' },
  ...{ title: 'The report that I did not write in five days', text: TEXT, details: '{}', format: 2, writerId: null },
  happenedOn: addDays(time.monday, -12),
  changeNote: '',
  criteria: DECISIONS.map(({ criterionId }) => criterionId),
  whereShown: { '1.1': 'Second paragraph', '1.5': 'Third paragraph' },
  files: [],
  justifications: [],
  qualificationVersion: qualification.version,
  submittedAt: noonOf(addDays(time.monday, -4)),
});

/** A piece of Ioan's on which Owen, in training since this week, has decided: it waits for Joan to countersign it. */
export function tellCountersigning(rows: DemoRows, telling: Telling): void {
  if (!telling.stories.some(({ id }) => id === TRAINEE)) return;
  const snapshot = snapshotOf(telling);
  const { id: submissionId, evidenceId, kind, title, text, happenedOn, submittedAt, criteria, whereShown } = snapshot;
  const written = { kind, title, text, happenedOn, traineeId: TRAINEE };
  rows.evidenceItems.push({ id: evidenceId, ...written, revision: 1, createdAt: submittedAt, savedAt: submittedAt });
  const { criteria: _claimed, whereShown: _where, files: _files, justifications: _answers, ...row } = snapshot;
  rows.submissions.push({ ...row, sha256: telling.ledger.snapshotHash(snapshot) });
  for (const criterionId of criteria) {
    const where = whereShown[criterionId] ?? '';
    rows.evidenceClaims.push({ evidenceId, criterionId, whereShown: where });
    rows.submissionClaims.push({ submissionId, criterionId, whereShown: where });
  }
  tellDecisions(rows, submissionId, telling);
}

function tellDecisions(rows: DemoRows, submissionId: string, { time }: Telling): void {
  const assessmentId = `${submissionId}-assessment`;
  rows.assessments.push({
    ...{ id: assessmentId, submissionId, assessorId: ASSESSOR, outcome: 'to_sign', format: 3, needsCountersign: true },
    comment: 'Honest about its limits, and tied to the standard.',
    assessedAt: noonOf(time.monday),
  });
  for (const decision of DECISIONS) rows.criterionDecisions.push({ ...decision, assessmentId });
  const startsAt = TEXT.indexOf('what the court does not know');
  rows.assessmentAnnotations.push({
    ...{ assessmentId, position: 0, startsAt, endsAt: startsAt + 'what the court does not know'.length },
    note: 'This is the sentence I would keep.',
  });
}
