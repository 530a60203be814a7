import { expect, test } from 'vitest';
import { findAccount, updateLanguage, updateReadingView } from '#db/queries/accounts.ts';
import { assignments } from '#db/schema/index.ts';
import { USUAL_VIEW } from '#src/domain/accounts/readingView.ts';
import { accountsHouse, DAY } from '../../support/accounts.ts';

/** No cover, and no end. */
const HER_OWN = { coversName: null, endsOn: null };

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
      { kind: 'manager', name: 'kerry', ...HER_OWN },
      { kind: 'tutor', name: 'ruth', ...HER_OWN },
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
    { kind: 'assessor', name: 'tom', ...HER_OWN },
    { kind: 'tutor', name: 'london', ...HER_OWN },
  ]);
});

test('whoever covers is named with whom she covers for and until when, to herself and to the trainee', async () => {
  const house = await accountsHouse();
  for (const id of ['amara', 'ruth', 'imogen']) await house.addPerson(id);
  await house.addCohort('london', 'amara');
  await house.assign('tutor', 'ruth', { of: 'london' });
  const cover = { id: 'cover', kind: 'tutor' as const, personId: 'imogen', cohortId: 'london', coversId: 'ruth' };
  await house.database.write((tx) =>
    tx.insert(assignments).values({ ...cover, startsOn: '2026-11-20', endsOn: '2026-12-05' }),
  );
  const ends = { coversName: 'ruth', endsOn: '2026-12-05' };
  const accountOf = (id: string, day: string) => house.database.read((db) => findAccount(db, id, day));
  expect((await accountOf('amara', DAY))?.carers).toContainEqual({ kind: 'tutor', name: 'imogen', ...ends });
  expect((await accountOf('imogen', DAY))?.charges).toEqual([{ kind: 'tutor', name: 'london', ...ends }]);
  expect((await accountOf('imogen', '2026-12-05'))?.charges, 'the day after the last').toEqual([]);
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
