import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '#db/queries/portfolio.ts';
import { byState, evidenceRows, narrowed, narrowingOf, needsHer } from '#src/components/portfolio/myEvidence.ts';
import { look, snapshot } from './snapshots.ts';
import { ONE } from './lines.ts';

const item = (change: Partial<EvidenceRecord>): EvidenceRecord => ({
  id: 'account',
  traineeId: 'amara',
  kind: 'reflective_account',
  title: 'Title',
  text: '',
  details: '{}',
  happenedOn: null,
  writerId: null,
  qualificationVersion: 'demo-1',
  revision: 1,
  createdAt: new Date(0),
  savedAt: new Date(0),
  removedAt: null,
  claims: ['3.2'],
  whereShown: {},
  ...change,
});
const ITEMS = [
  item({ id: 'signed' }),
  item({ id: 'waiting' }),
  item({ id: 'fresh', kind: 'work_product', claims: ['4.6'] }),
  item({ id: 'back' }),
];
const SUBMISSIONS = [
  snapshot({
    id: 's1',
    evidenceId: 'signed',
    assessment: look('to_sign'),
    signedCriteria: [{ claims: ['3.2'] } as never],
  }),
  snapshot({ id: 's2', evidenceId: 'waiting' }),
  snapshot({ id: 's3', evidenceId: 'back', assessment: look('returned') }),
  snapshot({
    id: 's4',
    evidenceId: 'record',
    kind: 'observation',
    writer: { id: 'daniel', name: 'Daniel Marsh' },
    awaitsSignatures: true,
  }),
  snapshot({
    id: 's5',
    evidenceId: 'taken-back',
    kind: 'observation',
    writer: { id: 'daniel', name: 'Daniel Marsh' },
    withdrawnAt: new Date(0),
  }),
];
const rows = evidenceRows(ITEMS, { submissions: SUBMISSIONS, qualifications: ONE });

describe('a trainee’s own list', () => {
  test('has what needs her first, and what an assessor wrote down once it is finished', () => {
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['back', 'returned'],
      ['record', 'to_sign_both'],
      ['fresh', 'draft'],
      ['waiting', 'submitted'],
      ['signed', 'signed_off'],
    ]);
    expect(rows.filter(needsHer).map(({ id }) => id)).toEqual(['back', 'record']);
  });

  test.each([
    ['state=submitted', ['waiting']],
    ['kind=work_product', ['fresh']],
    ['unit=4', ['fresh']],
    ['unit=3&state=returned', ['back']],
    ['', ['back', 'record', 'fresh', 'waiting', 'signed']],
    ['state=nonsense', []],
    ['unit=%27%20or%201', []],
  ])('narrowed by “%s”', (asked, ids) => {
    expect(narrowed(rows, narrowingOf(new URLSearchParams(asked))).map(({ id }) => id)).toEqual(ids);
  });

  test('is grouped by state, without empty groups', () => {
    expect(byState(rows).map(([state, group]) => [state, group.length])).toEqual([
      ['returned', 1],
      ['to_sign_both', 1],
      ['draft', 1],
      ['submitted', 1],
      ['signed_off', 1],
    ]);
  });
});
