import { describe, expect, test } from 'vitest';
import type { CameFact } from '#src/domain/week/facts.ts';
import { isReturned, plannedAhead } from '#src/domain/week/portfolioFacts.ts';
import { line, step, version } from '../portfolio/lines.ts';
import { agenda, MONDAY, planned, returned } from './facts.ts';

/** 3.1 is renamed 4.1, 3.2 is dropped, 3.3 becomes two. */
const CHANGED = line(
  [version('demo-1', '3.1', '3.2', '3.3'), version('new', '4.1', '4.2', '4.3')],
  step('demo-1', 'new', '3.1>4.1', '3.2>', '3.3>4.2', '3.3>4.3'),
);
const NOW = { qualifications: CHANGED, today: MONDAY };
const came = (change: Partial<CameFact> = {}): CameFact => ({
  ...{ id: 's', evidenceId: 'e', kind: 'observation', version: 'demo-1', claims: ['3.1'], submittedAt: 2_000 },
  ...change,
});

describe('what is planned with her assessor', () => {
  test.each<[string, Parameters<typeof planned>[0], ReturnType<typeof plannedAhead>]>([
    ['moves along with its criteria', {}, { criteria: ['4.1'], dropped: ['3.2'] }],
    ['is done once what is left of it is claimed, in the version of that time', { came: [came()] }, null],
    [
      'is done by what was claimed in the version of today',
      { came: [came({ version: 'new', claims: ['4.1'] })] },
      null,
    ],
    [
      'is not done by what came before it was planned',
      { came: [came({ submittedAt: 500 })] },
      { criteria: ['4.1'], dropped: ['3.2'] },
    ],
    [
      'is done by the evidence that was begun from it, of whatever kind and whenever',
      { evidenceId: 'e', came: [came({ kind: 'assignment', submittedAt: 500 })] },
      null,
    ],
    [
      'waits for each part of a criterion that was split',
      { criteria: ['3.3'], came: [came({ version: 'new', claims: ['4.2'] })] },
      { criteria: ['4.2', '4.3'], dropped: [] },
    ],
    ['stays to be talked about where nothing of it is left', { criteria: ['3.2'] }, { criteria: [], dropped: ['3.2'] }],
    ['is of the first version where none was noted', { version: null }, { criteria: ['4.1'], dropped: ['3.2'] }],
  ])('%s', (_story, change, expected) => {
    expect(plannedAhead(planned(change), NOW)).toEqual(expected);
  });

  test('says in her week that its criteria were dropped', () => {
    const { items } = agenda([planned({ criteria: ['3.2'] })], { qualifications: CHANGED });
    expect(items).toContainEqual(
      expect.objectContaining({
        title: 'Direct observation for 3.2',
        note: 'planned with your assessor; dropped from the criteria since',
      }),
    );
  });
});

describe('evidence that came back', () => {
  const [met, notMet] = returned().snapshot.assessment?.decisions ?? [];
  if (!met || !notMet) throw new Error('It was decided on');
  const assessed = (change: object) => ({
    assessment: { outcome: 'returned', standing: 'counts', decisions: [met, notMet], ...change } as const,
  });

  test.each<[string, Parameters<typeof returned>[0], boolean]>([
    [
      'is hers while something that is left is not met',
      { claims: ['3.1'], ...assessed({ decisions: [{ ...met, outcome: 'not_met' }] }) },
      true,
    ],
    ['is not, where only what was dropped is not met', {}, false],
    ['is not while the decisions wait for a countersignature', assessed({ standing: 'to_countersign' }), false],
    [
      'is not, once a quality assurer opened it again',
      { claims: ['3.1'], ...assessed({ standing: 'reopened', decisions: [{ ...met, verification: 'reject' }] }) },
      false,
    ],
    ['is not, once it was signed whole', { claims: ['3.1'], signOff: {} }, false],
  ])('%s', (_story, change, expected) => {
    expect(isReturned(returned(change), CHANGED)).toBe(expected);
  });
});
