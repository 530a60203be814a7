import type { APIRoute } from 'astro';
import { authorise } from '#src/domain/access/policy.ts';
import { inOrder } from '#src/domain/cohorts/columns.ts';
import { cohortRows } from '#src/domain/cohorts/file.ts';
import { filteredTrainees } from '#src/domain/cohorts/filters.ts';
import { heatmapOf } from '#src/domain/cohorts/heatmap.ts';
import { readView } from '#src/domain/cohorts/view.ts';
import { Refusal } from '#src/domain/errors.ts';
import { csvFile } from '#src/server/csv/csvFile.ts';
import { keepExported } from '#src/server/cohorts/exported.ts';
import { loadMonday } from '#src/server/cohorts/mondayPage.ts';
import { portal, read, today } from '#src/server/portal.ts';

/** Exactly what the cohort's page shows under the same query, as a file: the same people, order and words. Noted in the audit. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { id = '' } = params;
  const viewer = authorise(locals.viewer, 'cohort.read', { cohortId: id });
  const monday = await read((db) => loadMonday(db, viewer, id));
  if (!monday) throw new Refusal('not_found');
  const view = readView(url.searchParams);
  const { modules } = portal().content;
  const shown = inOrder(filteredTrainees(monday.rows, view.filters), view);
  await keepExported({ personId: viewer.id, cohortId: id, view, rows: shown.length });
  return new Response(csvFile(cohortRows({ heatmap: heatmapOf(shown, modules, view), modules })), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="cohort-${today()}.csv"`,
    },
  });
};
