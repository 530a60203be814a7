import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { movedIds, type Qualifications } from '#src/domain/portfolio/versions.ts';

/** Modules name criteria of the set that came with the portal; here they name those of the version that counts. */
export function modulesNow<Module extends Pick<ModuleMeta, 'criteria'>>(
  qualifications: Qualifications,
  modules: readonly Module[],
): readonly Module[] {
  const [first] = qualifications.versions;
  if (!first || first.version === qualifications.current.version) return modules;
  const now = (ids: readonly string[]) =>
    movedIds(qualifications, { version: first.version, ids }).ids.map(({ id }) => id);
  return modules.map((module) => ({ ...module, criteria: now(module.criteria) }));
}

/** In criteria of one version; null: of the first there was. */
interface Claiming {
  readonly claims: readonly string[];
  readonly qualificationVersion: string | null;
}

/** Submissions or drafts with what they claim in criteria of the version that counts. */
export function claimsNow<Submission extends Claiming>(
  qualifications: Qualifications,
  submissions: readonly Submission[],
): readonly Submission[] {
  const { version: current } = qualifications.current;
  return submissions.map((submission) => {
    const { claims: ids, qualificationVersion: version } = submission;
    if (version === current) return submission;
    return { ...submission, claims: movedIds(qualifications, { version, ids }).ids.map(({ id }) => id) };
  });
}
