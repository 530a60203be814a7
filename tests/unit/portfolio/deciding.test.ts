import { describe, expect, test } from 'vitest';
import {
  assessmentOutcome,
  decisionProblems,
  type Decision,
  type DecisionFacts,
} from '#src/domain/portfolio/deciding.ts';
import type { AssessmentOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';

const met = (criterionId: string): Decision => ({ criterionId, outcome: 'met', feedback: '' });
const daniel = { id: 'daniel', assessorOf: ['amara', 'tom'] };
const facts = (change: Partial<DecisionFacts>): DecisionFacts => ({
  viewer: daniel,
  submission: { id: 's2', traineeId: 'amara', criteria: ['3.1', '3.2'] },
  newestSubmissionId: 's2',
  signOff: null,
  decisions: [met('3.1'), met('3.2')],
  comment: '',
  ...change,
});

describe('what decisions come to', () => {
  test.each<[string, CriterionOutcome[], AssessmentOutcome]>([
    ['every criterion met', ['met', 'met'], 'to_sign'],
    ['one still being worked towards', ['met', 'working_towards'], 'returned'],
    ['one not met', ['not_met', 'met'], 'returned'],
    ['nothing decided', [], 'returned'],
  ])('%s', (_story, outcomes, outcome) => {
    expect(assessmentOutcome(outcomes.map((each) => ({ outcome: each })))).toBe(outcome);
  });
});

describe('deciding on evidence', () => {
  test('the assessor of this trainee may, without feedback where everything is met', () => {
    expect(decisionProblems(facts({}))).toBeNull();
  });

  test.each<[string, DecisionFacts['viewer']]>([
    ['somebody who assesses other people', { id: 'venetia', assessorOf: ['nia'] }],
    ['somebody who assesses nobody', { id: 'ruth', assessorOf: [] }],
    ['the trainee herself, whatever she is assigned to', { id: 'amara', assessorOf: ['amara'] }],
  ])('%s is told that there is nothing here', (_story, viewer) => {
    expect(decisionProblems(facts({ viewer }))?.code).toBe('not_found');
  });

  test.each<[string, Partial<DecisionFacts>]>([
    ['what has been signed off', { signOff: { submissionId: 's2' } }],
    ['what a newer submission has overtaken', { newestSubmissionId: 's3' }],
  ])('nobody decides on %s', (_story, change) => {
    expect(decisionProblems(facts(change))?.code).toBe('conflict');
  });

  test.each<[string, Partial<DecisionFacts>, Record<string, string>]>([
    ['a criterion left out', { decisions: [met('3.1')] }, { 'decision-3.2': 'Choose one decision on criterion 3.2' }],
    [
      'a criterion decided twice',
      { decisions: [met('3.1'), met('3.2'), met('3.2')] },
      { 'decision-3.2': 'Choose one decision on criterion 3.2' },
    ],
    [
      'a decision that is none',
      { decisions: [met('3.1'), { ...met('3.2'), outcome: 'excellent' as CriterionOutcome }] },
      { 'decision-3.2': 'Choose one decision on criterion 3.2' },
    ],
    [
      'a criterion that was not claimed',
      { decisions: [met('3.1'), met('3.2'), met('4.1')] },
      { 'decision-4.1': 'Criterion 4.1 is not claimed by this submission' },
    ],
    [
      'no feedback on what is worked towards',
      { decisions: [met('3.1'), { ...met('3.2'), outcome: 'working_towards' }] },
      { 'feedback-3.2': 'Say what is missing for criterion 3.2' },
    ],
    [
      'blanks for feedback on what is not met',
      { decisions: [met('3.1'), { criterionId: '3.2', outcome: 'not_met', feedback: ' \n' }] },
      { 'feedback-3.2': 'Say what is missing for criterion 3.2' },
    ],
    [
      'feedback too long',
      { decisions: [met('3.1'), { ...met('3.2'), feedback: 'x'.repeat(2001) }] },
      { 'feedback-3.2': 'Feedback on criterion 3.2 must be 2,000 characters or less' },
    ],
    [
      'feedback that cannot be kept',
      { decisions: [met('3.1'), { ...met('3.2'), feedback: '\0' }] },
      { 'feedback-3.2': 'Feedback on criterion 3.2 has a character in it that cannot be kept' },
    ],
    ['a comment too long', { comment: 'x'.repeat(2001) }, { comment: 'Comment must be 2,000 characters or less' }],
    [
      'a comment that cannot be kept',
      { comment: '\ud83c' },
      { comment: 'Comment has a character in it that cannot be kept' },
    ],
  ])('is refused with %s', (_story, change, fields) => {
    const refusal = decisionProblems(facts(change));
    expect(refusal?.code).toBe('bad_input');
    expect(refusal?.fields).toEqual(fields);
  });
});
