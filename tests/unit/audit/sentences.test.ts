import { describe, expect, test } from 'vitest';
import { ACT_WORDS, auditDetails, idsIn } from '#src/domain/audit/sentences.ts';
import { AUDIT_ACTS } from '#src/domain/audit/words.ts';

const details = JSON.stringify({
  fromCohortId: 'london',
  toCohortId: 'wales',
  tutorIds: ['ruth', 'gwen'],
  effectiveOn: '2026-11-18',
  hoursPerWeek: 22.2,
  is_own: true,
  coversId: null,
});
const names = new Map([
  ['london', 'London, autumn intake'],
  ['wales', 'Wales, autumn intake'],
]);

describe('an entry of the audit in words', () => {
  test('every act has words of its own', () => {
    expect(new Set(AUDIT_ACTS.map((act) => ACT_WORDS[act])).size).toBe(AUDIT_ACTS.length);
  });

  test('ids that are known are named, days and figures said, the rest shown as it is to an administrator', () => {
    expect(auditDetails(details, { names, unknown: 'shown' })).toEqual([
      'from cohort: London, autumn intake',
      'to cohort: Wales, autumn intake',
      'tutor: ruth, gwen',
      'effective on: Wednesday 18 November 2026',
      'hours per week: 22.2',
      'is own: yes',
      'covers: none',
    ]);
  });

  test('whom she may not know is left out for the person herself', () => {
    const lines = auditDetails(details, { names, unknown: 'left out' });
    expect(lines.join(' ')).not.toMatch(/ruth|gwen/);
    expect(lines).toContain('to cohort: Wales, autumn intake');
  });

  test('what may be an id is looked up once', () => {
    expect(idsIn([details, details])).toEqual(['london', 'wales', 'ruth', 'gwen', '2026-11-18']);
  });
});
