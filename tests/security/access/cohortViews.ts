import { randomUUID } from 'node:crypto';
import type { Insert } from '../../support/demoRecords.ts';
import { AT } from '../../support/demoRecords.ts';
import type { Column } from './cast.ts';
import { cohortOf } from './contacts.ts';
import type { Reach } from './reach.ts';
import type { Way } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');

/** Views that the one who asks keeps of the cohort in question; where she is its tutor no longer, from when she was. */
function viewIdsOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return { renamedId: `view-renamed-${id}`, removedId: `view-removed-${id}` };
}

/** Adds them for whoever is signed in. */
export function addCohortViews(insert: Insert, column: Column, way: Way): void {
  if (column.viewerId === null) return;
  const view = { person_id: column.viewerId, cohort_id: cohortOf(column), query: 'late=2', saved_at: AT };
  for (const id of Object.values(viewIdsOf(column, way))) insert('saved_filters', { ...view, id, name: id });
}

const page = ({ column }: { column: Column }) => `/cohorts/${cohortOf(column)}`;

export const COHORT_VIEW_REACHES: Readonly<Record<string, Reach>> = {
  'cohortViews.keep': {
    page,
    input: ({ column, way }) => {
      const id = randomUUID();
      return { id, cohortId: cohortOf(column), name: `Kept on ${way} ${id.slice(0, 8)}`, query: 'over=1' };
    },
  },
  'cohortViews.rename': {
    page,
    input: ({ column, way }) => ({ id: viewIdsOf(column, way).renamedId, name: `Named on ${column.name} ${way}` }),
  },
  'cohortViews.remove': { page, input: ({ column, way }) => ({ id: viewIdsOf(column, way).removedId }) },
};
