import { describe, expect, test } from 'vitest';
import {
  assessmentOutcome,
  decisionProblems,
  decisionsToKeep,
  type Decision,
  type DecisionFacts,
  type StandingAssessment,
  shownStanding,
} from '#src/domain/portfolio/deciding.ts';
import type { DecisionStanding } from '#src/domain/portfolio/evidenceState.ts';
import type { AssessmentOutcome, CriterionOutcome } from '#src/domain/portfolio/words.ts';

const met = (criterionId: string): Decision => ({ criterionId, outcome: 'met', feedback: '' });
const daniel = { id: 'daniel', assessorOf: ['amara', 'tom'] };
const submission: DecisionFacts['submission'] = {
  id: 's2',
  traineeId: 'amara',
  criteria: ['3.1', '3.2'],
  text: 'I rang.',
  withdrawnAt: null,
  awaitsSignatures: false,
};
const stands = (standing: DecisionStanding): StandingAssessment => ({
  ...{ id: 'a1', assessorId: 'joan', assessorName: 'Joan Merriman', standing },
});
const facts = (change: Partial<DecisionFacts>): DecisionFacts => ({
  viewer: daniel,
  submission,
  newestSubmissionId: 's2',
  signOff: null,
  standing: null,
  shownAssessmentId: '',
  locked: [],
  decisions: [met('3.1'), met('3.2')],
  comment: '',
  notes: [],
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
    ['what its trainee took back', { submission: { ...submission, withdrawnAt: new Date(0) } }],
    ['a record that not both have signed', { submission: { ...submission, awaitsSignatures: true } }],
    ['what a colleague decided on a moment ago', { standing: stands('counts') }],
    [
      'what a quality assurer opened again since the page was shown',
      { standing: stands('reopened'), shownAssessmentId: 'a1' },
    ],
    ['what was decided again since the page was shown', { standing: stands('reopened'), shownAssessmentId: 'a0' }],
    [
      'decisions that a signature rests on',
      { standing: stands('counts'), shownAssessmentId: 'a1', locked: [met('3.1')] },
    ],
  ])('nobody decides on %s', (_story, change) => {
    expect(decisionProblems(facts(change))?.code).toBe('conflict');
  });

  test('whoever comes second is told who came first, and that nothing is lost', () => {
    const words = decisionProblems(facts({ standing: stands('counts') }))?.message;
    expect(words).toMatch(/^Joan Merriman decided on this after you opened the page\..*kept as your draft\.$/);
  });

  test.each<[string, DecisionStanding]>([
    ['nothing rests on them yet', 'counts'],
    ['they wait for a countersignature', 'to_countersign'],
    ['a colleague sent them back', 'sent_back'],
    ['a quality assurer did not agree', 'reopened'],
  ])('decisions can be made again where %s', (_story, standing) => {
    const found = stands(standing);
    expect(decisionProblems(facts({ standing: found, shownAssessmentId: shownStanding(found) }))).toBeNull();
  });

  describe('of decisions that were opened again, one under a signature stays', () => {
    const again = { standing: stands('reopened'), shownAssessmentId: 'a1 reopened', locked: [met('3.1')] };

    test('it need not be sent, and is kept as it was', () => {
      const sent = facts({ ...again, decisions: [met('3.2')] });
      expect(decisionProblems(sent)).toBeNull();
      expect(decisionsToKeep(sent).map(({ criterionId }) => criterionId)).toEqual(['3.2', '3.1']);
    });

    test('another decision on it is refused', () => {
      const forged: Decision = { criterionId: '3.1', outcome: 'not_met', feedback: 'No.' };
      expect(decisionProblems(facts({ ...again, decisions: [forged, met('3.2')] }))?.fields['decision-3.1']).toMatch(
        /signed off with this evidence/,
      );
    });

    test('other words under the same decision are not kept', () => {
      const sent = facts({ ...again, decisions: [{ ...met('3.1'), feedback: 'Other words' }, met('3.2')] });
      expect(decisionProblems(sent)).toBeNull();
      expect(decisionsToKeep(sent).find(({ criterionId }) => criterionId === '3.1')?.feedback).toBe('');
    });
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
      'a note at words that are not there',
      { notes: [{ startsAt: 3, endsAt: 300, note: 'Where?' }] },
      { 'note-3-300': 'This note is about words that do not stand in the text' },
    ],
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
