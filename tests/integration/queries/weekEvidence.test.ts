import { describe, expect, test } from 'vitest';
import { listWeekFacts } from '#db/queries/week.ts';
import * as tables from '#db/schema/index.ts';
import { isReturned, plannedAhead } from '#src/domain/week/portfolioFacts.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { ONE } from '../../unit/portfolio/lines.ts';
import { AT, insertPerson } from '../db/rows.ts';
import { decide, handIn, verifySample } from '../signing/decidedEvidence.ts';

const WEEK = { from: '2026-11-23', to: '2026-11-29' };

async function people() {
  const database = await freshDatabase();
  await database.write(async (tx) => {
    for (const id of ['amara', 'daniel', 'harvey', 'venetia']) await insertPerson(tx, { id, name: id });
  });
  return database;
}

describe('evidence in a week', () => {
  const returnedNow = async (database: TestDatabase) => {
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    const returned = facts.filter((fact) => fact.fact === 'returned');
    return returned.filter((fact) => isReturned(fact, ONE)).map(({ id }) => id);
  };
  const said = (id: string, outcome: 'agree' | 'reject', assessmentId = 'first') => ({
    ...{ id, submissionId: 'account-1', assessmentId, outcomes: { '3.1': outcome } },
  });
  const withReturned = async () => {
    const database = await people();
    await database.write(async (tx) => {
      const submissionId = await handIn(tx, { id: 'account', criteria: ['3.1', '3.2'], version: 'demo-1' });
      await decide(tx, { id: 'first', submissionId, outcomes: { '3.1': 'met', '3.2': 'not_met' } });
    });
    return database;
  };

  test('that came back is hers, until a quality assurer does not agree with a decision', async () => {
    const database = await withReturned();
    expect(await returnedNow(database)).toEqual(['account']);
    await database.write((tx) => verifySample(tx, said('look', 'reject')));
    expect(await returnedNow(database)).toEqual([]);
  });

  test('that came back again after that is hers again', async () => {
    const database = await withReturned();
    await database.write(async (tx) => {
      await verifySample(tx, said('look', 'reject'));
      const outcomes = { '3.1': 'met', '3.2': 'not_met' } as const;
      await decide(tx, { id: 'second', submissionId: 'account-1', outcomes, at: new Date() });
    });
    expect(await returnedNow(database)).toEqual(['account']);
  });

  test('is hers by the newest look, whatever an older one said', async () => {
    const database = await withReturned();
    await database.write(async (tx) => {
      await verifySample(tx, said('look', 'reject'));
      await verifySample(tx, said('look-again', 'agree'));
    });
    expect(await returnedNow(database)).toEqual(['account']);
  });

  test('that was planned is done by what was begun from it, and by its kind since, not by what was taken back', async () => {
    const database = await people();
    const day = '2026-11-25';
    const item = { traineeId: 'amara', plannedBy: 'harvey', kind: 'assignment', criteria: ['3.1'], words: '' } as const;
    const given = { ...item, plannedOn: day, plannedAt: new Date('2026-06-01T10:00:00Z') };
    await database.write(async (tx) => {
      for (const id of ['account', 'task', 'gone'])
        await handIn(tx, {
          id,
          criteria: ['3.1'],
          version: 'demo-1',
          kind: id === 'task' ? 'assignment' : 'reflective_account',
        });
      await tx.insert(tables.withdrawals).values({ submissionId: 'gone-1', withdrawnAt: AT });
      await tx.insert(tables.assessmentPlanItems).values([
        { id: 'begun', ...given, kind: 'observation', evidenceId: 'account' },
        { id: 'came', ...given },
        { id: 'taken-back', ...given, kind: 'observation', evidenceId: 'gone' },
        { id: 'later', ...given, plannedAt: AT },
        { id: 'open', ...given, criteria: ['3.1', '3.2'], qualificationVersion: 'demo-1' },
      ]);
    });
    const facts = await database.read((db) => listWeekFacts(db, 'amara', WEEK));
    const planned = facts.filter((fact) => fact.fact === 'planned');
    expect(planned).toHaveLength(5);
    const now = { qualifications: ONE, today: '2026-11-23' };
    expect(planned.filter((fact) => plannedAhead(fact, now) !== null).map(({ id }) => id)).toEqual([
      'later',
      'open',
      'taken-back',
    ]);
  });
});
