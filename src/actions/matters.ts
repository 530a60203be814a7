import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertAcknowledgement, listMatterFacts } from '#db/queries/matters.ts';
import { matterId } from '#src/domain/matters/matter.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now, today } from '#src/server/portal.ts';

export const matters = {
  /** Somebody has seen what was put before her. What is not before her is not kept; a repeat changes nothing. */
  acknowledge: defineAction({
    accept: 'form',
    input: z.object({ matter: z.string().min(1).max(200) }),
    handler: guarded({
      ability: 'matter.acknowledge',
      subject: (_input, viewer) => ({ personId: viewer.id }),
      run: async ({ matter }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          const facts = await listMatterFacts(tx, viewer, today());
          if (!facts.some((fact) => matterId(fact) === matter)) return;
          await insertAcknowledgement(tx, { personId: viewer.id, matter, acknowledgedAt: now() });
        });
        return { matter };
      },
    }),
  }),
};
