import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  deleteTick,
  insertChangeReading,
  insertOpening,
  insertTick,
  upsertReadingPosition,
} from '#db/queries/progress.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { findModule, settleCompletion } from '#src/server/modules/learning.ts';
import { now } from '#src/server/portal.ts';

const sectionOfModule = z.object({ moduleId: z.string().max(100), sectionId: z.string().max(100) });

function sectionIn(moduleId: string, sectionId: string) {
  const found = findModule(moduleId);
  const index = found.module.sections.findIndex(({ id }) => id === sectionId);
  if (index < 0) throw new Refusal('not_found');
  const next = found.module.sections[index + 1] ?? null;
  return { ...found, next };
}

export const progress = {
  /** Ticks a section as read, or takes the tick back; notes the place; notes the completion where this was the last thing missing. */
  tick: defineAction({
    accept: 'form',
    input: sectionOfModule.extend({ ticked: z.enum(['yes', 'no']) }),
    handler: guarded({
      ability: 'module.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ moduleId, sectionId, ticked }, viewer, { write }) => {
        const { module, check, next } = sectionIn(moduleId, sectionId);
        const tick = { traineeId: viewer.id, moduleId, sectionId, at: now() };
        const goesOn = ticked === 'yes';
        const completed = await write(async (tx) => {
          await insertOpening(tx, { traineeId: viewer.id, moduleId, at: tick.at });
          if (goesOn) await insertTick(tx, tick);
          else await deleteTick(tx, tick);
          await upsertReadingPosition(tx, { ...tick, sectionId: goesOn ? (next?.id ?? sectionId) : sectionId });
          return settleCompletion(tx, { traineeId: viewer.id, module, check, at: tick.at });
        });
        return { moduleId, sectionId, showSectionId: goesOn ? (next?.id ?? null) : sectionId, completed };
      },
    }),
  }),

  /** Remembers the section she is reading, so that any device takes it up there. */
  move: defineAction({
    input: sectionOfModule,
    handler: guarded({
      ability: 'module.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ moduleId, sectionId }, viewer, { write }) => {
        sectionIn(moduleId, sectionId);
        await write((tx) => upsertReadingPosition(tx, { traineeId: viewer.id, moduleId, sectionId, at: now() }));
        return { sectionId };
      },
    }),
  }),

  /** Notes that she has read what changed in a module she had finished, up to its present version. A repeat changes nothing. */
  readChanges: defineAction({
    accept: 'form',
    input: z.object({ moduleId: z.string().max(100) }),
    handler: guarded({
      ability: 'module.work',
      subject: (_input, viewer) => ({ traineeId: viewer.id }),
      run: async ({ moduleId }, viewer, { write }) => {
        const { module } = findModule(moduleId);
        const moduleVersion = module.version;
        await write((tx) => insertChangeReading(tx, { traineeId: viewer.id, moduleId, moduleVersion, at: now() }));
        return { moduleId };
      },
    }),
  }),
};
