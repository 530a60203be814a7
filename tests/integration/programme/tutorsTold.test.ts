import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listNotices } from '#db/queries/notices/notices.ts';
import { assignments, notices, people, personRoles } from '#db/schema/index.ts';
import { noticeOf } from '#src/domain/notices/notice.ts';
import { tellLeaveCover } from '#src/server/notices/leaveCover.ts';
import { beginBreak, cancelBreak, changeBreak } from '#src/server/programme/breaks.ts';
import { endProgramme, reopenProgramme } from '#src/server/programme/endings.ts';
import type { TestDatabase } from '../../support/database.ts';
import { HARVEY, move, placeHouse, TODAY } from './placeHouse.ts';

let database: TestDatabase;
/** Gwen is the tutor of Wales; Harvey, who changes places, is a tutor of London too. */
beforeEach(async () => {
  database = await placeHouse();
  await database.write(async (tx) => {
    for (const id of ['gwen', 'imogen'])
      await tx.insert(people).values({ id, email: `${id}@pqip.example`, name: id, createdAt: new Date(0) });
    await tx.insert(personRoles).values({ personId: 'tom', role: 'trainee' });
    const tutor = { kind: 'tutor', startsOn: '2026-07-06' } as const;
    await tx.insert(assignments).values([
      { ...tutor, id: 'gwen-wales', personId: 'gwen', cohortId: 'wales' },
      { ...tutor, id: 'harvey-london', personId: 'harvey', cohortId: 'london' },
    ]);
  });
});

/** What somebody reads now, as it stands in her list. */
async function reads(personId: string, kind: 'cohort-people' | 'cover' = 'cohort-people'): Promise<string[]> {
  const rows = await database.read((db) => listNotices(db, { personId, day: TODAY, most: 50 }));
  return rows
    .filter((row) => row.kind === kind)
    .map(noticeOf)
    .map(({ about, words, href }) => `${about ?? '-'} | ${words} | ${href}`);
}
const told = () => database.read((db) => db.select().from(notices).where(eq(notices.kind, 'cohort-people')));

const end = (kind: 'completed' | 'withdrawn') => {
  const ending = { id: randomUUID(), traineeId: 'amara', reason: 'workload' as const, words: '', endedOn: TODAY };
  return database
    .write((tx) => endProgramme(tx, HARVEY, { ...ending, kind, assignmentsStay: false }))
    .then(() => ending.id);
};

const LEFT = '- | One trainee left a cohort of yours. | /cohorts/london';

describe('a tutor is told', () => {
  test('that somebody came into her cohort, by name, and whoever lost her that one left, without a name or a way to her', async () => {
    await move(database, { cohortId: 'wales' });
    expect(await reads('gwen')).toEqual(['amara | Came into a cohort of yours. | /trainees/amara/programme']);
    expect(await reads('ruth')).toEqual([LEFT]);
    const [toRuth] = (await told()).filter(({ personId }) => personId === 'ruth');
    expect([toRuth?.traineeId, toRuth?.details.includes('amara'), toRuth?.details.includes('wales')]).toEqual([
      null,
      false,
      false,
    ]);
  });

  test.each(['completed', 'withdrawn'] as const)('of a programme that was %s the same as of a move', async (kind) => {
    await end(kind);
    expect(await reads('ruth')).toEqual([LEFT]);
  });

  test('of a programme that is opened again, in whose cohort it then is', async () => {
    const endingId = await end('withdrawn');
    await database.write((tx) => reopenProgramme(tx, HARVEY, { endingId, cohortId: 'wales', cameBack: false }));
    expect(await reads('gwen')).toEqual([
      'amara | Is in a cohort of yours again: the programme was opened again. | /trainees/amara/programme',
    ]);
    expect(await reads('ruth')).toEqual([LEFT]);
  });

  test('of another route, and of a break that is entered, changed and taken out', async () => {
    await move(database, { startedOn: '2026-07-13' });
    const id = randomUUID();
    const aBreak = { id, traineeId: 'amara', reason: 'break_in_learning', startsOn: '2026-12-01' } as const;
    await database.write((tx) => beginBreak(tx, HARVEY, { ...aBreak, endsOn: '2026-12-20' }));
    await database.write((tx) => changeBreak(tx, HARVEY, { breakId: id, endsOn: null, basedOn: '2026-12-20' }));
    await database.write((tx) => cancelBreak(tx, HARVEY, id));
    const words = (await reads('ruth')).map((line) => line.split(' | ')[1]);
    expect(words).toHaveLength(4);
    expect(new Set(words)).toEqual(
      new Set([
        'A break in learning was entered.',
        'A break in learning was taken out before it began.',
        'Route, first day or hours were changed.',
        'The end of a break in learning was changed.',
      ]),
    );
  });

  test('once, though the form is sent twice; and not of what she did herself', async () => {
    const asked = await move(database, { cohortId: 'wales' });
    await move(database, asked);
    expect((await told()).map(({ personId }) => personId).sort()).toEqual(['gwen', 'ruth']);
  });

  test('nothing about anybody who is not hers any more: a name that she was told goes with the trainee', async () => {
    await move(database, { startedOn: '2026-07-13' });
    expect(await reads('ruth')).toHaveLength(1);
    await move(database, { cohortId: 'wales' });
    expect(await reads('ruth')).toEqual([LEFT]);
    await database.write((tx) => tx.update(assignments).set({ endsOn: TODAY }).where(eq(assignments.personId, 'ruth')));
    expect(await reads('ruth')).toEqual([]);
  });
});

describe('leave cover', () => {
  const covers = (change: { startsOn: string; endsOn: string | null }) =>
    database.write((tx) =>
      tx.insert(assignments).values({
        ...{ id: 'cover', kind: 'tutor', personId: 'imogen', cohortId: 'london', coversId: 'ruth' },
        ...change,
      }),
    );
  const everybody = ['imogen', 'ruth', 'harvey', 'amara', 'tom', 'gwen'];
  const whoReads = async () => {
    const all = await Promise.all(everybody.map(async (id) => ({ id, count: (await reads(id, 'cover')).length })));
    return all.filter(({ count }) => count > 0).map(({ id, count }) => `${id} ${String(count)}`);
  };

  test('that begins is told once to whoever covers, to the tutors and to the trainees of that cohort, and to nobody else', async () => {
    await covers({ startsOn: TODAY, endsOn: '2026-12-05' });
    await tellLeaveCover();
    await tellLeaveCover();
    expect(await whoReads()).toEqual(['imogen 1', 'ruth 1', 'harvey 1', 'amara 1', 'tom 1']);
    expect(await reads('imogen', 'cover')).toEqual([
      '- | london: You cover for ruth until Friday 4 December. | /cohorts',
    ]);
    expect(await reads('ruth', 'cover')).toEqual([
      '- | london: imogen covers for you until Friday 4 December. | /cohorts',
    ]);
    expect(await reads('tom', 'cover')).toEqual([
      '- | imogen covers for ruth until Friday 4 December. | /trainees/tom/contacts',
    ]);
  });

  test('that has ended is told on the first day without it, to her whose time is over too', async () => {
    await covers({ startsOn: '2026-11-16', endsOn: TODAY });
    await tellLeaveCover();
    await tellLeaveCover();
    expect(await whoReads()).toEqual(['imogen 1', 'ruth 1', 'harvey 1', 'amara 1', 'tom 1']);
    expect(await reads('imogen', 'cover')).toEqual(['- | london: You no longer cover for ruth. | /cohorts']);
    expect(await reads('tom', 'cover')).toEqual(['- | imogen no longer covers for ruth. | /trainees/tom/contacts']);
  });

  test.each([
    ['begins tomorrow', '2026-11-24', '2026-12-05'],
    ['began long ago', '2026-11-02', '2026-12-05'],
    ['ended long ago', '2026-10-01', '2026-11-02'],
    ['was taken back before its first day', TODAY, TODAY],
  ])('that %s is told to nobody', async (_story, startsOn, endsOn) => {
    await covers({ startsOn, endsOn });
    await tellLeaveCover();
    expect(await whoReads()).toEqual([]);
  });

  test('is not read by a trainee who has moved to another cohort since', async () => {
    await covers({ startsOn: TODAY, endsOn: null });
    await tellLeaveCover();
    await move(database, { cohortId: 'wales' });
    expect(await reads('amara', 'cover')).toEqual([]);
    expect(await reads('tom', 'cover')).toHaveLength(1);
  });
});
