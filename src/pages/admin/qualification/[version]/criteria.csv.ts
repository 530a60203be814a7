import type { APIRoute } from 'astro';
import { authorise } from '#src/domain/access/policy.ts';
import { Refusal } from '#src/domain/errors.ts';
import { criteriaCsv, TEMPLATE } from '#src/domain/qualification/csvFile.ts';
import { read } from '#src/server/portal.ts';
import { readHistory } from '#src/server/qualification.ts';

/** The criteria of a version as a CSV file to change and bring in again; `template` gives two rows that show how. */
export const GET: APIRoute = async ({ locals, params }) => {
  authorise(locals.viewer, 'qualification.administer', {});
  const { versions } = await read(readHistory);
  const wanted = params['version'] ?? '';
  const found = versions.find(({ qualification }) => qualification.version === wanted)?.qualification;
  const shown = wanted === 'template' ? TEMPLATE : found;
  if (!shown) throw new Refusal('not_found');
  return new Response(criteriaCsv(shown), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="criteria-${wanted}.csv"`,
    },
  });
};
