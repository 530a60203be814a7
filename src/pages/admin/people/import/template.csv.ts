import type { APIRoute } from 'astro';
import { listKnownCohorts } from '#db/queries/people/world.ts';
import { authorise } from '#src/domain/access/policy.ts';
import { csvHeaders, templateFile } from '#src/server/people/lists.ts';
import { portal, read, today } from '#src/server/portal.ts';

/** The file to begin with, with made-up people and a cohort and a route of this portal. */
export const GET: APIRoute = async ({ locals }) => {
  authorise(locals.viewer, 'import.administer', {});
  const cohorts = await read(listKnownCohorts);
  const open = cohorts.find(({ closedOn }) => closedOn === null || closedOn > today());
  const text = templateFile(open?.name ?? 'Name of the cohort', portal().content.routes[0]?.id ?? '');
  return new Response(text, { headers: csvHeaders('people-template') });
};
