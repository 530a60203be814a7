import { expect, test } from 'vitest';
import { findAccount, updateLanguage, updateReadingView } from '#db/queries/accounts.ts';
import { USUAL_VIEW } from '#src/domain/accounts/readingView.ts';
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

test('how pages are set for her is kept, comes with her session, and goes back to usual', async () => {
  const house = await accountsHouse();
  await house.addPerson('nia');
  const viewOf = async () => {
    const { token } = await house.signIn('nia');
    return (await house.sessions.validate(token))?.viewer.readingView;
  };
  expect(await viewOf()).toEqual(USUAL_VIEW);
  const set = (text: string | null) => house.database.write((tx) => updateReadingView(tx, 'nia', text));
  await set('size=larger page=calm');
  expect(await viewOf()).toEqual({ size: 'larger', spacing: 'usual', page: 'calm' });
  await set('a word from another version');
  expect(await viewOf()).toEqual(USUAL_VIEW);
  await set(null);
  expect(await viewOf()).toEqual(USUAL_VIEW);
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
