import { sql } from 'drizzle-orm';

/**
 * Whether a piece `i` of a view `g` is still in the sample of whoever gave the view: in a plan of hers, or judged by her. What she took
 * out unjudged nobody from outside reads any more. Source: docs/decisions.md.
 */
export const isStillShown = sql.raw(
  `exists (select 1 from samples m where m.submission_id = i.submission_id and m.verifier_id = g.granted_by)`,
);
