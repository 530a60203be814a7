import {
  countersignedBy,
  countersignerOn,
  countersignerProblem,
  type CountersignWorld,
  leftWithout,
  takenOver,
} from '../quality/countersigners.ts';
import type { StandingRow } from '../quality/standing.ts';

/** An assessor for whom somebody is asked to countersign from the first day of a hand-over on. */
export interface ToCountersign {
  readonly assessorId: string;
  readonly name: string;
  /** Decisions of hers that wait. */
  readonly waiting: number;
}

/** What a hand-over has to do with countersignatures. */
export interface Countersigning {
  /** For whom the one who hands over countersigns, and herself where nobody can countersign what waits of hers. Empty: nothing is asked. */
  readonly toName: readonly ToCountersign[];
  /** Whether she may go on with it herself: she can sign in and is an assessor, and it is about others. */
  readonly mayGoOn: boolean;
  /** What she decided in training herself and waits, with who countersigns it; null where nothing waits or nobody is there. */
  readonly ownWaiting: { readonly decisions: number; readonly countersignerId: string } | null;
}

/** The same on the first day of a hand-over, as far as it was entered. */
export function countersigningOf(
  world: CountersignWorld,
  fromId: string,
  nameOf: (id: string) => string,
): Countersigning {
  const ids = leftWithout(world, fromId);
  const decisions = (id: string) => world.waiting.get(id)?.decisions ?? 0;
  const countersignerId = ids.includes(fromId) ? null : countersignerOn(world, fromId);
  return {
    toName: ids.map((assessorId) => ({ assessorId, name: nameOf(assessorId), waiting: decisions(assessorId) })),
    mayGoOn: ids.length > 0 && !ids.includes(fromId) && countersignedBy(world, fromId).length > 0,
    ownWaiting:
      countersignerId === null || decisions(fromId) === 0 ? null : { decisions: decisions(fromId), countersignerId },
  };
}

interface Taking {
  readonly countersigning: Countersigning;
  readonly fromId: string;
  /** Who was chosen; empty where nobody was. */
  readonly takerId: string;
  /** Whoever confirms: nobody names her own countersigner. */
  readonly byId: string;
}

/** Why the one who was chosen cannot countersign from then on, or null. Nothing is asked where she countersigned for nobody. */
export function takerProblem(
  world: CountersignWorld,
  { countersigning, fromId, takerId, byId }: Taking,
): string | null {
  const { toName, mayGoOn } = countersigning;
  if (toName.length === 0 || (mayGoOn && takerId === fromId)) return null;
  if (takerId === '') return 'Choose who countersigns from then on';
  if (toName.some(({ assessorId }) => assessorId === byId))
    return 'This is about your own decisions. Another administrator, or a quality assurer, names who countersigns them';
  const problems = toName.map(({ assessorId }) =>
    countersignerProblem(world, { assessorId, countersignerId: takerId }),
  );
  return problems.find((problem) => problem !== null) ?? null;
}

/** What has to be entered about assessors so that the one who was chosen countersigns; empty where nothing changes. */
export function standingsToEnter(
  world: CountersignWorld,
  { countersigning, fromId, takerId }: Omit<Taking, 'byId'>,
): StandingRow[] {
  if (takerId === fromId) return [];
  return countersigning.toName.flatMap(({ assessorId }) => takenOver(world, { assessorId, from: fromId, to: takerId }));
}
