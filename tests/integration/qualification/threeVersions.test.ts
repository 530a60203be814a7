import { expect, onTestFinished, test } from 'vitest';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openDatabase } from '#db/client.ts';
import { findEvidence } from '#db/queries/portfolio.ts';
import { insertQualificationVersion } from '#db/queries/qualification.ts';
import { listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { type CriterionMapping, movedDraft } from '#src/domain/portfolio/versions.ts';
import { gridOfTrainee, versionNews } from '#src/server/grid.ts';
import { loadContent } from '#src/server/content.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { readHistory, readQualifications } from '#src/server/qualification.ts';
import { foreseenEffect, withNext } from '#src/server/qualification/effect.ts';
import { freshFolder } from '../../support/database.ts';

const NOW = new Date('2026-11-19T10:00:00Z');

/** The same criteria with their units turned round: unit 1 becomes 9, unit 2 becomes 8 and so on; each step renames them all. */
function renumbered({ units }: Qualification, version: string, to: (unit: number) => number): Qualification {
  const unitOf = (id: string) => String(to(Number(id)));
  return {
    ...{ version, label: version, notice: 'Made up.' },
    units: units.map((unit) => ({
      ...unit,
      id: unitOf(unit.id),
      criteria: unit.criteria.map((one) => ({ ...one, id: one.id.replace(/^\d+/u, (id) => unitOf(id)) })),
    })),
  };
}

const idsOf = ({ units }: Qualification) => units.flatMap(({ criteria }) => criteria.map(({ id }) => id));

/** Every criterion of one becomes the one in its place in the other, but for what is said. */
function straight(
  from: Qualification,
  to: Qualification,
  but: Record<string, Partial<CriterionMapping>> = {},
): CriterionMapping[] {
  const next = idsOf(to);
  return idsOf(from).map((oldId, index) => ({
    ...{ fromVersion: from.version, toVersion: to.version, oldId, newId: next[index] ?? null, carries: true },
    ...but[oldId],
  }));
}

/** The demo with its signatures, as the portal has it before any other version was brought in; `day` is the programme day. */
async function aHouse() {
  const folder = freshFolder();
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  await writeDemo({
    url,
    keysDir: join(folder, 'keys'),
    anchorsDir: join(folder, 'anchors'),
    traineeCount: 12,
    now: NOW,
  });
  const database = await openDatabase({ url });
  onTestFinished(() => database.close());
  const content = await loadContent(new URL('../../../', import.meta.url));
  const on = (day: string) =>
    installPortal({ database, content, settings: { programmeNow: new Date(`${day}T12:00:00Z`) } } as unknown as Portal);
  on('2026-11-19');
  const bringIn = (version: Qualification, effectiveFrom: string, mappings: readonly CriterionMapping[]) =>
    database.write((tx) =>
      insertQualificationVersion(
        tx,
        { ...version, units: JSON.stringify(version.units), effectiveFrom, importedBy: 'harvey', importedAt: NOW },
        mappings.map((mapping) => ({ ...mapping, id: `${version.version}-${mapping.oldId}-${mapping.newId ?? ''}` })),
      ),
    );
  return { database, first: content.qualification, on, bringIn };
}

type House = Awaited<ReturnType<typeof aHouse>>;

const gridIn = ({ database }: House) =>
  database.read(async (db) => {
    const qualifications = await readQualifications(db);
    const submissions = await listSubmissionsOfTrainee(db, 'amara');
    return {
      grid: gridOfTrainee(qualifications, submissions),
      news: versionNews(qualifications, submissions),
      qualifications,
    };
  });

const signedIn = ({ grid }: Awaited<ReturnType<typeof gridIn>>) =>
  grid.units.flatMap(({ criteria }) => criteria).filter(({ signOff }) => signOff !== null);

test('over three versions what was signed stays signed under its old words, and what changed is looked at again', async () => {
  const house = await aHouse();
  const { first } = house;
  const before = await gridIn(house);
  const [kept, changed] = signedIn(before).map(({ id }) => id);
  if (kept === undefined || changed === undefined) throw new Error('Amara has two signed criteria in the demo');

  const second = renumbered(first, 'second', (unit) => 10 - unit);
  await house.bringIn(second, '2026-12-01', straight(first, second, { [changed]: { carries: false } }));
  const third = renumbered(second, 'third', (unit) => unit + 20);
  await house.bringIn(third, '2026-12-15', straight(second, third));

  expect((await gridIn(house)).grid).toEqual(before.grid);
  house.on('2026-12-15');
  const after = await gridIn(house);
  expect(after.qualifications.versions.map(({ version }) => version)).toEqual(['demo-1', 'second', 'third']);
  expect(signedIn(after)).toHaveLength(signedIn(before).length);
  const inThird = (id: string) => id.replace(/^\d+/u, (unit) => String(30 - Number(unit)));
  const now = (id: string) => signedIn(after).find((one) => one.id === inThird(id));
  expect(now(kept)).toMatchObject({
    signOff: { qualificationVersion: 'demo-1', mustLookAgain: false, oldWords: { id: kept } },
  });
  expect(now(changed)).toMatchObject({ signOff: { mustLookAgain: true } });
  expect(['met', 'checked']).toContain(now(kept)?.state);
  expect(['met', 'checked']).not.toContain(now(changed)?.state);
  expect(after.news).toMatchObject({
    version: 'third',
    again: [{ id: inThird(changed), version: 'demo-1' }],
    dropped: [],
  });
  expect(after.grid.met).toBe(before.grid.met - 1);
});

test('what is foretold is what happens', async () => {
  const house = await aHouse();
  const { first, database } = house;
  const before = await gridIn(house);
  const [changed, dropped] = signedIn(before).map(({ id }) => id);
  const second = renumbered(first, 'second', (unit) => unit);
  const mappings = straight(first, second, {
    [changed ?? '']: { carries: false },
    [dropped ?? '']: { newId: null, carries: false },
  });
  const foretold = await database.read(async (db) =>
    foreseenEffect(db, withNext(await readHistory(db), second, mappings)),
  );
  expect(foretold.dropped).toBeGreaterThan(0);
  expect(foretold.again).toBeGreaterThanOrEqual(foretold.traineesToLookAgain);
  expect(foretold.signed).toBe(foretold.carried + foretold.again + foretold.dropped);
  expect(foretold.waiting).toBeGreaterThan(0);
  await house.bringIn(second, '2026-12-01', mappings);
  house.on('2026-12-01');
  const { news } = await gridIn(house);
  expect(news?.again.map(({ id }) => id)).toEqual([changed]);
  expect(news?.dropped.map(({ id }) => id)).toEqual([dropped]);
});

test('a draft from before there were versions moves along, and is told what is gone', async () => {
  const house = await aHouse();
  const { first, database } = house;
  const [claim] = await database.read((db) =>
    db.all<{ id: string; criterion: string }>(
      `select e.id, c.criterion_id as criterion from evidence_items e join evidence_claims c on c.evidence_id = e.id where e.removed_at is null order by e.id limit 1`,
    ),
  );
  const second = renumbered(first, 'second', (unit) => 10 - unit);
  await house.bringIn(
    second,
    '2026-12-01',
    straight(first, second, { [claim?.criterion ?? '']: { newId: null, carries: false } }),
  );
  house.on('2026-12-01');
  const moved = await database.read(async (db) => {
    const draft = await findEvidence(db, claim?.id ?? '');
    return draft && movedDraft(await readQualifications(db), draft);
  });
  expect(moved?.droppedClaims.map(({ id }) => id)).toEqual([claim?.criterion]);
  expect(moved?.claims).not.toContain(claim?.criterion);
  expect(moved?.qualificationVersion).toBe('second');
});
