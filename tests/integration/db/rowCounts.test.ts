import { describe, expect, test } from 'vitest';
import { countRows, type Growing } from '#db/queries/rowCounts.ts';
import { ROOM, refuseFull } from '#src/server/room.ts';
import { DATABASES } from './eachDatabase.ts';

const KINDS = Object.keys(ROOM) as Growing[];

for (const { name, canRun, use } of DATABASES)
  describe.skipIf(!canRun)(`rows of one owner, ${name}`, () => {
    const open = use();

    test('every kind can be counted, and where there is none there is room', async () => {
      const { read, write } = await open();
      for (const kind of KINDS) {
        expect(await read((db) => countRows(db, kind, 'nobody')), kind).toBe(0);
        await expect(write((tx) => refuseFull(tx, kind, 'nobody'))).resolves.toBeUndefined();
      }
    });
  });
