import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listCarriedCases } from '#db/queries/caseload.ts';
import {
  type CaseNow,
  endAllocation,
  findAllocationSubject,
  findCaseOn,
  findOpenAllocation,
  hasCaseChange,
  insertCaseChange,
  listOpenShares,
} from '#db/queries/caseloadWrites.ts';
import type { Writer } from '#db/client.ts';
import { referenceProblem } from '#src/domain/caseload/reference.ts';
import { Refusal } from '#src/domain/errors.ts';
import { officeOnCases } from '#src/server/caseload/allocation.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { readOffice } from '#src/server/office.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { setAside } from './setAside.ts';
import { approvalFields, factFields, factsOf } from './terms.ts';
import { orEmpty } from '../typedText.ts';

const ofCase = {
  /** The id of the change, made when the form was shown. */
  changeId: z.uuid(),
  /** Her trainee's share of the case: a manager acts on that alone. */
  allocationId: z.string().min(1).max(100),
  /** How many changes the case had when the form was shown. */
  basedOn: orEmpty(z.string().regex(/^\d{1,6}$/, { error: 'Open the page again' })),
};

/** The case behind a running allocation. Throws `conflict` where it has ended or the case was changed in another tab. */
async function caseToChange(tx: Writer, { allocationId, basedOn }: { allocationId: string; basedOn: string }) {
  const allocation = await findOpenAllocation(tx, allocationId);
  const known = allocation && (await findCaseOn(tx, allocation.caseId, today()));
  if (!known) throw new Refusal('conflict', { words: 'This case has moved on or was closed in the meantime.' });
  if (known.changes !== Number(basedOn))
    throw new Refusal('conflict', {
      words: 'Somebody changed this case in the meantime. Look at it as it is now, then change it again.',
    });
  return { known, traineeId: allocation.traineeId };
}

const factsNow = ({ tier, kind, transitionToAdulthood, letterTier, activity, attributes, complexity }: CaseNow) => ({
  tier,
  kind,
  transitionToAdulthood,
  letterTier,
  activity,
  attributes,
  complexity,
});

/** A name is everybody's who carries the case: none of them may have another one of that name. */
async function refuseTakenReference(tx: Writer, caseId: string, wanted: string): Promise<void> {
  const carriers = (await listOpenShares(tx, caseId)).map(({ traineeId }) => traineeId);
  const carried = await listCarriedCases(tx, carriers, today());
  if (carried.some(({ reference }) => reference === wanted))
    throw new Refusal('bad_input', {
      fields: { reference: `Whoever carries this case has a case ${wanted} already. Make up another reference` },
    });
}

/** What a manager and a trainee may do to one case. */
export const casesOfTrainees = {
  /** What is known of a case is other than it was, from today. The past stays as it was worked out. */
  change: defineAction({
    accept: 'form',
    input: z.object({ ...ofCase, ...factFields }),
    handler: guarded({
      ability: 'case.change',
      subject: ({ allocationId }, _viewer, db) => findAllocationSubject(db, allocationId),
      run: async (input, viewer, { write }) =>
        write(async (tx) => {
          if (await hasCaseChange(tx, input.changeId)) return { changed: true };
          const { known } = await caseToChange(tx, input);
          const facts = factsOf(input, officeOnCases(await readOffice(tx)));
          if (JSON.stringify(facts) === JSON.stringify(factsNow(known))) return { changed: false };
          await refuseFull(tx, 'caseChanges', known.id);
          await insertCaseChange(tx, {
            id: input.changeId,
            caseId: known.id,
            reference: known.reference,
            effectiveOn: today(),
            ...facts,
            changedBy: viewer.id,
            changedAt: now(),
          });
          return { changed: true };
        }),
    }),
  }),

  /** The trainee gives her case another made-up reference. */
  rename: defineAction({
    accept: 'form',
    input: z.object({ ...ofCase, reference: orEmpty(z.string().trim().toUpperCase().max(40)) }),
    handler: guarded({
      ability: 'case.rename',
      subject: ({ allocationId }, _viewer, db) => findAllocationSubject(db, allocationId),
      run: async (input, viewer, { write }) => {
        const problem = referenceProblem(input.reference);
        if (problem) throw new Refusal('bad_input', { fields: { reference: problem } });
        return write(async (tx) => {
          if (await hasCaseChange(tx, input.changeId)) return { reference: input.reference };
          const { known } = await caseToChange(tx, input);
          if (known.reference === input.reference) return { reference: input.reference };
          await refuseTakenReference(tx, known.id, input.reference);
          await refuseFull(tx, 'caseChanges', known.id);
          await insertCaseChange(tx, {
            id: input.changeId,
            caseId: known.id,
            effectiveOn: today(),
            ...factsNow(known),
            reference: input.reference,
            changedBy: viewer.id,
            changedAt: now(),
          });
          return { reference: input.reference };
        });
      },
    }),
  }),

  /** Rules that stand in the way of a case that is carried already are set aside by whoever may. A repeat changes nothing. */
  setAside: defineAction({
    accept: 'form',
    input: z.object(approvalFields),
    handler: guarded({
      ability: 'case.change',
      subject: ({ allocationId }, _viewer, db) => findAllocationSubject(db, allocationId),
      run: async (input, _viewer, { write }) => {
        await write((tx, viewer) => setAside(tx, input, viewer));
        return { allocationId: input.allocationId };
      },
    }),
  }),

  /** Her trainee does not carry the case any more, and nobody of hers takes it over. A repeat changes nothing. */
  close: defineAction({
    accept: 'form',
    input: z.object({ allocationId: z.string().min(1).max(100) }),
    handler: guarded({
      ability: 'case.change',
      subject: ({ allocationId }, _viewer, db) => findAllocationSubject(db, allocationId),
      run: async ({ allocationId }, viewer, { write }) => {
        const ending = { endsOn: today(), endReason: 'closed', endedBy: viewer.id, endedAt: now() } as const;
        await write((tx) => endAllocation(tx, { allocationId, ...ending }));
        return { allocationId };
      },
    }),
  }),
};
