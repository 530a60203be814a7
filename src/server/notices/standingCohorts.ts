import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { loadCohortSignals } from '../signals/loadSignals.ts';

/** How many of a cohort's trainees have a signal that stands, nobody having noted it. */
export interface DigestCohort {
  readonly cohortId: string;
  readonly trainees: number;
  readonly of: number;
}

/** Of how many trainees something stands in each of the cohorts that the viewer is a tutor of now. A few queries a cohort. */
export async function standingCohorts(db: Reader, viewer: Viewer): Promise<DigestCohort[]> {
  const found: DigestCohort[] = [];
  for (const cohortId of viewer.tutorOf) {
    const all = await loadCohortSignals(db, viewer, cohortId);
    const standing = all.filter(({ signals }) => signals.some(({ note }) => note === null));
    found.push({ cohortId, trainees: standing.length, of: all.length });
  }
  return found;
}
