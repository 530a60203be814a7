import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = (file: string) => readFileSync(new URL(`../../../src/actions/${file}.ts`, import.meta.url), 'utf8');

/** Actions of administrators about people, cohorts and places. */
const ADMINISTERED = ['cohortCover', 'cohortTemplates', 'cohorts', 'imports', 'invitations', 'people', 'programme'];
/** Actions about a cohort or a trainee in it, which ask their rules of the viewer that they are handed. */
const OF_A_COHORT = ['peerAfter', 'peerQuestions', 'peerSessions', 'peerSessions/materials', 'peerSwaps', 'signals'];
/** Actions that read the assignments of a tutor themselves, once for all of their rules. */
const READ_BY_THEMSELVES = ['cohortViews', 'peerRota'];

describe('who may is asked inside the transaction too, of the viewer as she is then', () => {
  test.each(ADMINISTERED)('%s', (file) => {
    expect(source(file)).toMatch(/\badminister\(/);
    expect(source(file)).not.toMatch(/\bwrite\(/);
  });

  test.each(OF_A_COHORT)('%s', (file) => {
    expect(source(file)).toMatch(/\bwriteNow\(/);
    expect(source(file)).not.toMatch(/\bwrite\(/);
  });

  test.each(READ_BY_THEMSELVES)('%s', (file) => {
    expect(source(file)).toContain('tutorNow(tx');
  });
});
