import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findSavedView,
  hasViewNamed,
  insertSavedView,
  removeSavedView,
  renameSavedView,
} from '#db/queries/cohortViews/savedViews.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { QUERY_MAXIMUM_CHARACTERS, readView, viewQuery } from '#src/domain/cohorts/view.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { now } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from './typedFields.ts';
import { neededText, orEmpty } from './typedText.ts';

/** The longest name a view can have, in characters. */
const NAME_MAXIMUM_CHARACTERS = 60;

const name = neededText(NAME_MAXIMUM_CHARACTERS, 'Give the view a name').transform((text) => text.trim());
/** Whatever the page does not know is left out, so what is kept always leads to a page. */
const query = orEmpty(z.string().max(2000)).transform((text) => viewQuery(readView(new URLSearchParams(text))));

/** Hers, of a cohort that she is the tutor of; for everybody else there is no such view. */
async function subjectOf(db: Reader, viewer: Viewer, id: string) {
  const view = await findSavedView(db, id);
  return view?.personId === viewer.id ? { cohortId: view.cohortId } : null;
}

/** The view once more inside the transaction. */
async function ownView(tx: Writer, id: string, viewer: Viewer) {
  const view = await findSavedView(tx, id);
  const own = view?.personId === viewer.id ? view : null;
  authorise(viewer, 'cohortView.keep', own);
  if (!own) throw new Refusal('not_found');
  return own;
}

async function refuseTaken(tx: Writer, wanted: Parameters<typeof hasViewNamed>[1]): Promise<void> {
  if (!(await hasViewNamed(tx, wanted))) return;
  throw new Refusal('bad_input', { fields: { name: 'You keep a view with this name already. Give it another one' } });
}

export const cohortViews = {
  /** Keeps a way of looking at a cohort under a name. The same form again changes nothing. */
  keep: defineAction({
    accept: 'form',
    input: z.object({ id: z.uuid(), cohortId: recordId, name, query }),
    handler: guarded({
      ability: 'cohortView.keep',
      subject: ({ cohortId }) => ({ cohortId }),
      run: async ({ id, cohortId, ...view }, _viewer, { write }) => {
        if (view.query.length > QUERY_MAXIMUM_CHARACTERS)
          throw new Refusal('bad_input', { words: 'Fewer signals can be kept in one view. Choose some of them.' });
        await write(async (tx, viewer) => {
          const known = await findSavedView(tx, id);
          if (known) return refuseUnlessSame(known, { personId: viewer.id, cohortId, ...view });
          await refuseTaken(tx, { personId: viewer.id, cohortId, name: view.name, exceptId: id });
          await refuseFull(tx, 'savedViews', viewer.id);
          await insertSavedView(tx, { id, cohortId, personId: viewer.id, ...view, savedAt: now() });
        });
        return { query: view.query };
      },
    }),
  }),

  /** Gives a view that she keeps another name. */
  rename: defineAction({
    accept: 'form',
    input: z.object({ id: recordId, name }),
    handler: guarded({
      ability: 'cohortView.keep',
      subject: ({ id }, viewer, db) => subjectOf(db, viewer, id),
      run: async ({ id, name: wanted }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          const { personId, cohortId, removedAt } = await ownView(tx, id, viewer);
          if (removedAt !== null) throw new Refusal('not_found');
          await refuseTaken(tx, { personId, cohortId, name: wanted, exceptId: id });
          await renameSavedView(tx, { id, name: wanted });
        });
        return { id };
      },
    }),
  }),

  /** Takes a view away. A repeat changes nothing. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ id: recordId }),
    handler: guarded({
      ability: 'cohortView.keep',
      subject: ({ id }, viewer, db) => subjectOf(db, viewer, id),
      run: async ({ id }, _viewer, { write }) => {
        await write(async (tx, viewer) => {
          await ownView(tx, id, viewer);
          await removeSavedView(tx, { id, at: now() });
        });
        return { id };
      },
    }),
  }),
};

type Named = Pick<NonNullable<Awaited<ReturnType<typeof findSavedView>>>, 'personId' | 'cohortId' | 'name' | 'query'>;

/** A form sent before with other words, or an id that belongs to somebody else, changes nothing. */
function refuseUnlessSame(known: Named, sent: Named): void {
  if (known.personId !== sent.personId) throw new Refusal('not_found');
  if (known.cohortId === sent.cohortId && known.name === sent.name && known.query === sent.query) return;
  throw new Refusal('conflict', { words: 'This form was sent before with other words. Open the page again.' });
}
