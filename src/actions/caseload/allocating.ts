import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findAllocation } from '#db/queries/caseload.ts';
import { findAllocationSubject, findCaseOn, findOpenAllocation } from '#db/queries/caseloadWrites.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { referenceProblem } from '#src/domain/caseload/reference.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { today } from '#src/server/portal.ts';
import { type Placed, placeCase, type Placing } from './placing.ts';
import { factFields, termFields, traineeField } from './terms.ts';
import { orEmpty } from '../typedText.ts';

const reference = orEmpty(z.string().trim().toUpperCase().max(40));
const fromId = z.string().min(1).max(100);

/** A form that the viewer sent before: nothing more is done. Null where it is the first time. Throws `conflict` for the id of somebody else's. */
async function placedBefore(tx: Writer, viewer: Viewer, allocationId: string): Promise<Placed | null> {
  const known = await findAllocation(tx, allocationId);
  if (!known) return null;
  if (known.managerId !== viewer.id) throw new Refusal('conflict');
  return { traineeId: known.traineeId, reference: '', caseId: known.caseId, allocationId, seenPoints: null };
}

/** The case that a running allocation is of, as it stands today. Throws `conflict` where the allocation has ended in the meantime. */
async function caseOf(tx: Writer, allocationId: string) {
  const from = await findOpenAllocation(tx, allocationId);
  const carried = from && (await findCaseOn(tx, from.caseId, today()));
  if (!carried) throw new Refusal('conflict', { words: 'This case has moved on or was closed in the meantime.' });
  return { from, carried };
}

type Ways = Pick<Placing, 'viewer' | 'traineeId' | 'terms'>;

/** Another trainee takes the case over, or joins in: `endReason` null leaves the one who carries it as she is. */
async function placeCarried(
  tx: Writer,
  fromAllocationId: string,
  { endReason, ...ways }: Ways & { readonly endReason: 'moved' | 'changed' | null },
): Promise<Placed> {
  authorise(ways.viewer, 'case.allocate', await findTraineeSubject(tx, ways.traineeId));
  const before = await placedBefore(tx, ways.viewer, ways.terms.allocationId);
  if (before) return before;
  const { from, carried } = await caseOf(tx, fromAllocationId);
  if (endReason === 'moved' && from.traineeId === ways.traineeId)
    throw new Refusal('bad_input', {
      fields: { traineeId: 'This trainee carries the case already. Choose somebody else' },
    });
  const ending = endReason && { allocationId: from.id, traineeId: from.traineeId, endReason };
  const { reference: name, ...facts } = carried;
  return placeCase(tx, { ...ways, facts, reference: name, caseId: from.caseId, from: ending });
}

const toSomebody = z.object({ ...termFields, fromAllocationId: fromId, traineeId: traineeField });

/** Giving cases to people: each works out before and after, limit and rules in one way (`placeCase`). */
export const allocating = {
  /** A manager gives one of her trainees a case after seeing what it does. A repeat of the same form changes nothing. */
  allocate: defineAction({
    accept: 'form',
    input: z.object({ ...factFields, ...termFields, traineeId: traineeField, reference }),
    handler: guarded({
      ability: 'case.allocate',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, _viewer, { write }) => {
        const problem = referenceProblem(input.reference);
        if (problem) throw new Refusal('bad_input', { fields: { reference: problem } });
        const { traineeId, reference: name } = input;
        const placing = { traineeId, terms: input, facts: input, reference: name, caseId: null, from: null };
        return write(
          async (tx, viewer) =>
            (await placedBefore(tx, viewer, input.allocationId)) ?? placeCase(tx, { ...placing, viewer }),
        );
      },
    }),
  }),

  /** A case moves to another of her trainees. Both moves of one day stay in its history. */
  move: defineAction({
    accept: 'form',
    input: toSomebody,
    handler: guarded({
      ability: 'case.change',
      subject: ({ fromAllocationId }, _viewer, db) => findAllocationSubject(db, fromAllocationId),
      run: ({ fromAllocationId, traineeId, ...terms }, _viewer, { write }) =>
        write((tx, viewer) => placeCarried(tx, fromAllocationId, { viewer, traineeId, terms, endReason: 'moved' })),
    }),
  }),

  /** Another of her trainees carries a share of the case too. */
  join: defineAction({
    accept: 'form',
    input: toSomebody,
    handler: guarded({
      ability: 'case.change',
      subject: ({ fromAllocationId }, _viewer, db) => findAllocationSubject(db, fromAllocationId),
      run: ({ fromAllocationId, traineeId, ...terms }, _viewer, { write }) =>
        write((tx, viewer) => placeCarried(tx, fromAllocationId, { viewer, traineeId, terms, endReason: null })),
    }),
  }),

  /** The same trainee carries it another way, or another share of it, from today. */
  carry: defineAction({
    accept: 'form',
    input: z.object({ ...termFields, fromAllocationId: fromId }),
    handler: guarded({
      ability: 'case.change',
      subject: ({ fromAllocationId }, _viewer, db) => findAllocationSubject(db, fromAllocationId),
      run: async ({ fromAllocationId, ...terms }, _viewer, { write }) =>
        write(async (tx, viewer) => {
          const before = await placedBefore(tx, viewer, terms.allocationId);
          if (before) return before;
          const { from } = await caseOf(tx, fromAllocationId);
          const ways = { viewer, traineeId: from.traineeId, terms };
          return placeCarried(tx, fromAllocationId, { ...ways, endReason: 'changed' });
        }),
    }),
  }),
};
