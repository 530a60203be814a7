import type { TraineeSubject, Viewer } from '../access/viewer.ts';
import { REVIEW_PARTS, type ReviewPart } from './words.ts';

type Asking = Pick<Viewer, 'id' | 'roles' | 'tutorOf' | 'managerOf'>;

/** The parts a person may take in a trainee's reviews today: her own record as the trainee, and nothing else of it. */
export function partsOf(viewer: Asking, { traineeId, cohortId }: TraineeSubject): readonly ReviewPart[] {
  if (viewer.id === traineeId) return viewer.roles.includes('trainee') ? ['trainee'] : [];
  const isTutor = cohortId !== null && viewer.tutorOf.includes(cohortId);
  const isManager = viewer.managerOf.includes(traineeId);
  return [...(isTutor ? (['tutor'] as const) : []), ...(isManager ? (['manager'] as const) : [])];
}

/** Whose actions she may tick off: her own, and as tutor or manager those of all three. */
export function tickableParts(parts: readonly ReviewPart[]): readonly ReviewPart[] {
  return parts.includes('tutor') || parts.includes('manager') ? REVIEW_PARTS : parts;
}

/** Who may tick an action off: whoever does it, and the tutor and the manager for all three. */
export function mayTick(viewer: Asking, subject: TraineeSubject, owner: ReviewPart): boolean {
  return tickableParts(partsOf(viewer, subject)).includes(owner);
}
