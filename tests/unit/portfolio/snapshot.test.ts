import { describe, expect, test } from 'vitest';
import { type AssessmentRecord, assessmentOfFormat, assessmentText } from '#src/domain/portfolio/assessmentRecord.ts';
import { snapshotText, type Snapshot } from '#src/domain/portfolio/snapshot.ts';

const snapshot: Snapshot = {
  id: 's1',
  evidenceId: 'e1',
  traineeId: 'amara',
  number: 1,
  kind: 'reflective_account',
  title: 'A first home visit',
  text: 'I read the plan.\nThen I went.',
  criteria: ['3.2', '3.1'],
  qualificationVersion: 'demo-1',
  submittedAt: new Date('2026-11-20T10:00:00.700Z'),
};
const assessment: AssessmentRecord = {
  id: 'a1',
  submissionId: 's1',
  assessorId: 'daniel',
  outcome: 'returned',
  comment: 'Nearly there',
  assessedAt: new Date('2026-11-21T10:00:00Z'),
  decisions: [
    { criterionId: '3.2', outcome: 'working_towards', feedback: 'Say why' },
    { criterionId: '3.1', outcome: 'met', feedback: '' },
  ],
};

describe('the text that is signed', () => {
  test('of a submission holds everything in it, once and in one order', () => {
    expect(snapshotText(snapshot)).toBe(
      '{"criteria":["3.1","3.2"],"evidenceId":"e1","id":"s1","kind":"reflective_account","label":"pqip-submission-v1","number":1,' +
        '"qualificationVersion":"demo-1","submittedAt":"2026-11-20T10:00:00Z","text":"I read the plan.\\nThen I went.","title":"A first home visit","traineeId":"amara"}',
    );
  });

  test('of an assessment holds every decision with its feedback', () => {
    expect(assessmentText(assessment)).toBe(
      '{"assessedAt":"2026-11-21T10:00:00Z","assessorId":"daniel","comment":"Nearly there","decisions":[{"criterionId":"3.1","feedback":"","outcome":"met"},' +
        '{"criterionId":"3.2","feedback":"Say why","outcome":"working_towards"}],"id":"a1","label":"pqip-assessment-v1","outcome":"returned","submissionId":"s1"}',
    );
  });

  test('of an assessment with notes and reasons holds them too, from the format on that knows them', () => {
    const annotations = [{ startsAt: 2, endsAt: 6, note: 'Who is Mr Ash?' }];
    const justifications = [{ place: 'note-2-6', kind: 'name', reason: 'Of a training case', position: 1 }];
    const inFormat = (format: number) => {
      const whole = { ...assessment, needsCountersign: true, annotations, justifications };
      return assessmentText(assessmentOfFormat({ ...whole, format }));
    };
    expect(inFormat(1)).toBe(assessmentText(assessment));
    expect(inFormat(2)).toContain('"annotations":[{"endsAt":6,"note":"Who is Mr Ash?","startsAt":2}]');
    expect(inFormat(2)).toContain('"label":"pqip-assessment-v2","needsCountersign":true');
    expect(inFormat(2)).not.toContain('Of a training case');
    expect(inFormat(3)).toContain(
      '"justifications":[{"kind":"name","place":"note-2-6","reason":"Of a training case"}],"label":"pqip-assessment-v3"',
    );
  });

  test('is the same after a round through the table, which keeps whole seconds and no order', () => {
    const stored = { ...snapshot, criteria: ['3.1', '3.2'], submittedAt: new Date('2026-11-20T10:00:00Z') };
    expect(snapshotText(stored)).toBe(snapshotText(snapshot));
    expect(assessmentText({ ...assessment, decisions: assessment.decisions.toReversed() })).toBe(
      assessmentText(assessment),
    );
  });

  test.each<[string, Partial<Snapshot>]>([
    ['a letter', { text: 'I read the plan.\nThen i went.' }],
    ['the title', { title: 'A second home visit' }],
    ['a criterion', { criteria: ['3.1'] }],
    ['whose it is', { traineeId: 'tom' }],
    ['the number', { number: 2 }],
    ['the second it was handed in', { submittedAt: new Date('2026-11-20T10:00:01Z') }],
    ['the version of the criteria', { qualificationVersion: 'demo-2' }],
  ])('changes with %s', (_story, change) => {
    expect(snapshotText({ ...snapshot, ...change })).not.toBe(snapshotText(snapshot));
  });
});
