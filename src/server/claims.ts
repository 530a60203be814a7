import { Refusal } from '#src/domain/errors.ts';
import { criterionIds } from '#src/domain/portfolio/submitting.ts';
import { versionTold } from '#src/domain/portfolio/versions.ts';
import { qualificationsNow } from './qualification.ts';

/** Criteria as a form sends them. `criteriaVersion`: the version whose list stood on its page, from a hidden field. */
export interface SentClaims {
  readonly criteria: readonly string[];
  readonly criteriaVersion?: unknown;
}

/**
 * The version that a form tells its criteria in: the one it names, because it may have been opened before another began to count, else
 * the current one. Throws `bad_input` where it claims what that version does not hold.
 */
export async function versionOfClaims({ criteria, criteriaVersion }: SentClaims): Promise<string> {
  const told = versionTold(await qualificationsNow(), criteriaVersion);
  const known = criterionIds(told);
  if (criteria.some((id) => !known.has(id)))
    throw new Refusal('bad_input', { fields: { criteria: 'Choose criteria from the list' } });
  return told.version;
}
