import type { Viewer } from '../access/viewer.ts';

/** Where a reader of somebody's evidence goes back to. */
export interface WayBack {
  readonly href: string;
  readonly text: string;
}

type Reader = Pick<Viewer, 'id' | 'roles' | 'assessorOf' | 'externalOf'>;
type Whose = { readonly traineeId: string; readonly traineeName: string };

/**
 * The page from which a reader came to a piece of evidence: her own portfolio, the trainee as her assessor sees her, the sample
 * of a quality assurer or of somebody from outside, else the page about the trainee.
 */
export function wayBack({ id, roles, assessorOf, externalOf }: Reader, { traineeId, traineeName }: Whose): WayBack {
  if (id === traineeId) return { href: '/portfolio', text: 'Portfolio' };
  if (assessorOf.includes(traineeId)) return { href: `/assess/trainees/${traineeId}`, text: traineeName };
  if (roles.includes('verifier')) return { href: `/quality/trainees/${traineeId}`, text: traineeName };
  if (externalOf.length > 0) return { href: '/', text: 'Your sample' };
  return { href: `/trainees/${traineeId}`, text: traineeName };
}
