import { beforeEach, expect, test } from 'vitest';
import { listMatterFacts } from '#db/queries/matters.ts';
import { cancelPlacement } from '#db/queries/placements.ts';
import * as tables from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { matterOf } from '#src/domain/matters/matter.ts';
import { aViewer } from '../../support/viewer.ts';
import type { TestDatabase } from '../../support/database.ts';
import { AT, addPlacement, addWisher, offersHouse, TODAY } from './offersHouse.ts';

const amara = aViewer('amara', { roles: ['trainee'] });
const tom = aViewer('tom', { roles: ['trainee'] });
const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['amara'] });

let database: TestDatabase;
beforeEach(async () => {
  database = await offersHouse();
  for (const trainee of ['amara', 'tom']) await addWisher(database, trainee);
  await addPlacement(database, 'amara', { id: 'court', startsOn: TODAY, endsOn: TODAY });
  await database.write(async (tx) => {
    const link = { id: 'link', placementId: 'court', tokenHash: 'a', madeBy: 'amara', madeAt: AT, expiresAt: AT };
    await tx.insert(tables.placementHostLinks).values(link);
    const answer = { placementId: 'court', linkId: 'link', name: 'Jo Maddock', job: 'Usher', agrees: false };
    await tx.insert(tables.placementHostAnswers).values({ ...answer, words: 'The court is closed.', answeredAt: AT });
  });
});

const toldTo = async (viewer: Viewer) =>
  (await database.read((db) => listMatterFacts(db, viewer, TODAY)))
    .filter(({ kind }) => kind === 'host-declined')
    .map((fact) => matterOf(fact).words);

test('a host who says no is told to the trainee and her manager, in the host’s words, and to nobody else’s', async () => {
  for (const viewer of [amara, kerry]) expect(await toldTo(viewer)).toEqual([expect.stringContaining('is closed.')]);
  expect(await toldTo(tom)).toEqual([]);
});

test('once the placement is cancelled nobody has to know any more', async () => {
  await database.write((tx) => cancelPlacement(tx, { id: 'court', by: 'amara', reason: 'The host said no.', at: AT }));
  expect(await toldTo(amara)).toEqual([]);
});
