import { describe, expect, test } from 'vitest';
import type { RefusalCode } from '#src/domain/errors.ts';
import { signProblems, type SignFacts } from '#src/domain/portfolio/signing.ts';

const assessment: NonNullable<SignFacts['assessment']> = {
  id: 'a2',
  submissionId: 's2',
  assessorId: 'daniel',
  outcome: 'to_sign',
  decisions: [
    { criterionId: '3.1', outcome: 'met' },
    { criterionId: '3.2', outcome: 'met' },
  ],
};
const facts = (change: Partial<SignFacts>): SignFacts => ({
  viewer: { id: 'daniel', assessorOf: ['amara'] },
  submission: { id: 's2', traineeId: 'amara', criteria: ['3.1', '3.2'] },
  newestSubmissionId: 's2',
  assessment,
  shownAssessmentId: 'a2',
  signOff: null,
  factorAt: new Date('2026-11-21T10:00:00Z'),
  at: new Date('2026-11-21T10:05:00Z'),
  ...change,
});
const oneShort = [assessment.decisions[0]!, { criterionId: '3.2', outcome: 'working_towards' as const }];

describe('signing evidence off', () => {
  test('the assessor who decided may, within five minutes of giving the password', () => {
    expect(signProblems(facts({}))).toBeNull();
  });

  test.each<[string, Partial<SignFacts>, RefusalCode]>([
    ['she does not assess this trainee any more', { viewer: { id: 'daniel', assessorOf: ['tom'] } }, 'not_found'],
    ['it is her own', { viewer: { id: 'amara', assessorOf: ['amara'] } }, 'not_found'],
    ['it is signed already', { signOff: { submissionId: 's2' } }, 'conflict'],
    ['there is a newer submission', { newestSubmissionId: 's3' }, 'conflict'],
    ['nobody has decided yet', { assessment: null }, 'conflict'],
    ['the decisions are of another submission', { assessment: { ...assessment, submissionId: 's1' } }, 'conflict'],
    ['the decisions changed after the page was opened', { shownAssessmentId: 'a1' }, 'conflict'],
    ['somebody else decided', { assessment: { ...assessment, assessorId: 'venetia' } }, 'conflict'],
    ['it was returned', { assessment: { ...assessment, outcome: 'returned' } }, 'conflict'],
    [
      'one criterion is not met, whatever the outcome says',
      { assessment: { ...assessment, decisions: oneShort } },
      'conflict',
    ],
    [
      'one claimed criterion has no decision',
      { assessment: { ...assessment, decisions: assessment.decisions.slice(1) } },
      'conflict',
    ],
    [
      'a decision is about something not claimed',
      { submission: { id: 's2', traineeId: 'amara', criteria: ['3.1', '3.3'] } },
      'conflict',
    ],
    ['the password was given longer ago', { at: new Date('2026-11-21T10:05:01Z') }, 'fresh_password'],
    ['the password was given in the future', { at: new Date('2026-11-21T09:59:59Z') }, 'fresh_password'],
  ])('is refused where %s', (_story, change, code) => {
    expect(signProblems(facts(change))?.code).toBe(code);
  });

  test('a stranger learns nothing from the answer, not even that it is signed', () => {
    expect(signProblems(facts({ viewer: { id: 'gwen', assessorOf: [] }, signOff: {} }))?.code).toBe('not_found');
  });
});
