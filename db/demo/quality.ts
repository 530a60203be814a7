import { addDays } from '#src/domain/calendar.ts';
import type { PolicyDefault } from '#src/domain/quality/policy.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

const VERIFIER = 'venetia';
const EXTERNAL = 'edith';
const PLAN = 'interim-autumn';
/** In Venetia's plan she has agreed with this one, and shows it to Edith. */
const LOOKED_AT = 'amara-more-2-1';

interface Quality {
  readonly time: DemoTime;
  /** The default that the policy of the demo begins from; without it none is told. */
  readonly policy: PolicyDefault | undefined;
  readonly qualification: { readonly version: string };
}

/** Discussions and observations are looked at more often here than by default, since twelve weeks ago. */
function tellPolicy(rows: DemoRows, { time, policy }: Quality): void {
  if (!policy) return;
  const methodPercent = { ...policy.value.methodPercent, professional_discussion: 25, observation: 30 };
  rows.samplingPolicies.push({
    id: 'policy-autumn',
    effectiveFrom: weeksBefore(time, 12),
    policy: JSON.stringify({ ...policy.value, methodPercent }),
    reason: 'The standardisation meeting in summer: discussions and observations differ most between assessors.',
    enteredBy: VERIFIER,
    enteredAt: noonOf(weeksBefore(time, 13)),
  });
}

/** Everybody who assesses is qualified; Owen began to work towards his award this week, and Joan countersigns what he decides from now on. */
function tellStandings(rows: DemoRows, { time }: Quality): void {
  const entered = { enteredBy: VERIFIER, enteredAt: noonOf(weeksBefore(time, 60)) };
  const qualified = { standing: 'qualified', effectiveFrom: weeksBefore(time, 60), ...entered } as const;
  const assessors = rows.personRoles.filter(({ role }) => role === 'assessor').map(({ personId }) => personId);
  for (const assessorId of assessors)
    rows.assessorStandings.push({
      ...{ id: `${assessorId}-qualified`, assessorId, ...qualified },
      reason: 'Holds the assessor award; the certificate was seen.',
    });
  if (!assessors.includes('owen') || !assessors.includes('joan')) return;
  const standing: AssessorStanding = 'in_training';
  rows.assessorStandings.push({
    ...{ id: 'owen-in-training', assessorId: 'owen', standing, countersignerId: 'joan' },
    effectiveFrom: time.monday,
    reason: 'Renews his assessor award from this week. What he decided before stands.',
    enteredBy: VERIFIER,
    enteredAt: noonOf(addDays(time.monday, -3)),
  });
}

const WHY: Readonly<Record<string, string>> = {
  [LOOKED_AT]: 'Policy: share of trainees, share of units, share of decisions',
};

/** What is in Venetia's sample stands in her plan; one piece of it she has looked at. */
function tellPlan(rows: DemoRows, { time }: Quality): void {
  const sampled = rows.samples
    .filter(({ verifierId }) => verifierId === VERIFIER)
    .map(({ submissionId }) => submissionId);
  rows.samplingPlans.push({
    ...{ id: PLAN, verifierId: VERIFIER, title: 'Interim, autumn', stage: 'interim', assessors: ['daniel'] },
    ...{ seed: weeksBefore(time, 1), dueOn: addDays(time.today, 9), createdAt: noonOf(weeksBefore(time, 1)) },
  });
  const addedAt = noonOf(weeksBefore(time, 1));
  for (const submissionId of sampled)
    rows.samplingPlanItems.push({
      planId: PLAN,
      submissionId,
      why: WHY[submissionId] ?? 'Policy: share of decisions',
      addedAt,
    });
  const assessment = rows.assessments.find(({ submissionId }) => submissionId === LOOKED_AT);
  if (!assessment || !sampled.includes(LOOKED_AT)) return;
  tellLook(rows, { time, assessmentId: assessment.id });
}

function tellLook(rows: DemoRows, { time, assessmentId }: { time: DemoTime; assessmentId: string }): void {
  const id = `${LOOKED_AT}-look`;
  rows.verifications.push({
    ...{ id, planId: PLAN, submissionId: LOOKED_AT, assessmentId, verifierId: VERIFIER, outcome: 'agree' },
    words: 'The feedback says what was shown and where. Keep naming the paragraph.',
    tests: JSON.stringify({ valid: true, authentic: true, current: true, sufficient: true }),
    verifiedAt: noonOf(addDays(time.monday, -4)),
  });
  for (const { criterionId } of rows.criterionDecisions.filter((decision) => decision.assessmentId === assessmentId))
    rows.verificationDecisions.push({ verificationId: id, criterionId, outcome: 'agree', reason: '' });
}

const TEXT = `I met [name] in the cell block, ten minutes before the hearing. I had read the file the evening before and knew what I wanted to ask.

He would not look at me. I said what the report was for and that he could stop at any point. He asked whether his mother would hear of it. I said who reads it, and that she does not.

We had time for three questions out of eight. I chose where he would sleep that night, who would be there, and what he would do if it went wrong. The rest I wrote down as not known, with a date by which I would find out.`;

type Judged = readonly [assessorId: string, '2.1' | '3.2', 'met' | 'working_towards', string];

const JUDGED: readonly Judged[] = [
  ['daniel', '2.1', 'met', 'He says who reads the report before he asks for anything.'],
  ['joan', '2.1', 'met', 'Honest about the purpose, and about the limits.'],
  ['owen', '2.1', 'met', 'The purpose is explained in words the person understands.'],
  ['daniel', '3.2', 'met', 'Three questions of eight, chosen with a reason.'],
  ['joan', '3.2', 'working_towards', 'The reason for the choice is there, the plan for the other five is not.'],
  ['owen', '3.2', 'met', 'The choice fits the time there was.'],
];

/** Three assessors judged the same text four weeks ago, and differed on one criterion of two. */
function tellExercise(rows: DemoRows, { time, qualification }: Quality): void {
  const id = 'ten-minutes';
  const there = new Set(rows.people.map(({ id: personId }) => personId));
  rows.standardisations.push({
    ...{ id, title: 'Ten minutes before a hearing', text: TEXT, criteria: ['2.1', '3.2'], createdBy: VERIFIER },
    ...{ qualificationVersion: qualification.version, createdAt: noonOf(weeksBefore(time, 6)) },
    ...{ closesOn: addDays(weeksBefore(time, 4), 4), closedAt: noonOf(addDays(weeksBefore(time, 4), 4)) },
    agreed: 'For 3.2 we want the choice and what becomes of the rest. A list of open points with dates is enough.',
  });
  for (const assessorId of ['daniel', 'joan', 'owen'].filter((person) => there.has(person)))
    rows.standardisationJudges.push({ standardisationId: id, assessorId });
  for (const [assessorId, criterionId, outcome, reason] of JUDGED.filter(([person]) => there.has(person)))
    rows.standardisationJudgements.push({
      ...{ standardisationId: id, assessorId, criterionId, outcome, reason },
      judgedAt: noonOf(weeksBefore(time, 5)),
    });
}

/** Edith reads what Venetia has looked at, for two weeks. */
function tellGrant(rows: DemoRows, { time }: Quality): void {
  if (!rows.submissions.some(({ id }) => id === LOOKED_AT)) return;
  const id = 'edith-autumn';
  rows.externalGrants.push({
    ...{ id, personId: EXTERNAL, startsOn: addDays(time.monday, -3), endsOn: addDays(time.today, 11) },
    reason: 'Remote sampling before the visit of the awarding body.',
    ...{ grantedBy: VERIFIER, grantedAt: noonOf(addDays(time.monday, -4)) },
  });
  rows.externalGrantItems.push({ grantId: id, submissionId: LOOKED_AT });
}

/** Quality assurance as Venetia leads it: a policy, how far assessors are, a plan half looked at, an exercise, a view from outside. */
export function tellQuality(rows: DemoRows, quality: Quality): void {
  tellPolicy(rows, quality);
  tellStandings(rows, quality);
  tellPlan(rows, quality);
  tellExercise(rows, quality);
  tellGrant(rows, quality);
}
