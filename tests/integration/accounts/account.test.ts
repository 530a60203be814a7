import { expect, test } from 'vitest';
import { findAccount, updateLanguage } from '#db/queries/accounts.ts';
import { accountsHouse, DAY } from '../../support/accounts.ts';

test('the account page names who looks after a trainee, through her cohort and directly, and nobody who no longer does', async () => {
  const house = await accountsHouse();
  for (const id of ['amara', 'ruth', 'daniel', 'kerry', 'gwen']) await house.addPerson(id);
  await house.addCohort('london', 'amara');
  await house.assign('tutor', 'ruth', { of: 'london' });
  await house.assign('assessor', 'daniel', { of: 'amara', endsOn: '2026-10-01' });
  await house.assign('manager', 'kerry', { of: 'amara' });
  const account = await house.database.read((db) => findAccount(db, 'amara', DAY));
  expect(account).toEqual({
    name: 'amara',
    email: 'amara@pqip.example',
    language: 'en',
    charges: [],
    carers: [
      { kind: 'manager', name: 'kerry' },
      { kind: 'tutor', name: 'ruth' },
    ],
  });
});

test('it names whom somebody looks after: cohorts and trainees', async () => {
  const house = await accountsHouse();
  for (const id of ['amara', 'tom', 'ruth']) await house.addPerson(id);
  await house.addCohort('london', 'amara');
  await house.assign('tutor', 'ruth', { of: 'london' });
  await house.assign('assessor', 'ruth', { of: 'tom' });
  const account = await house.database.read((db) => findAccount(db, 'ruth', DAY));
  expect(account?.charges).toEqual([
    { kind: 'assessor', name: 'tom' },
    { kind: 'tutor', name: 'london' },
  ]);
});

test('a language preference is kept', async () => {
  const house = await accountsHouse();
  await house.addPerson('nia');
  await house.database.write((tx) => updateLanguage(tx, 'nia', 'cy'));
  expect(await house.database.read((db) => findAccount(db, 'nia', DAY))).toMatchObject({ language: 'cy' });
});

test('there is no account for an id nobody has', async () => {
  const house = await accountsHouse();
  expect(await house.database.read((db) => findAccount(db, 'nobody', DAY))).toBeNull();
});
