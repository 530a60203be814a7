import { standingOnDay, type StandingRow } from './standing.ts';

/** Decisions of one assessor that said when they were made that they need a countersignature, and have none. */
export interface WaitingDecisions {
  readonly decisions: number;
  /** Whom they are about. */
  readonly traineeIds: readonly string[];
}

/** What is known on a day when somebody asks who countersigns for whom. */
export interface CountersignWorld {
  /** How far assessors are, in the order in which it was entered. */
  readonly rows: readonly StandingRow[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Whoever is an assessor and can sign in. */
  readonly assessors: ReadonlySet<string>;
  /** By the assessor who decided; nobody without any is in it. */
  readonly waiting: ReadonlyMap<string, WaitingDecisions>;
}

const begins = (one: StandingRow, other: StandingRow) => (other.effectiveFrom >= one.effectiveFrom ? other : one);

/**
 * Whom the newest entry that has begun and names anybody names as the one who countersigns for an assessor; null where none does.
 * An entry without a name does not take the duty away: what was decided in training waits until somebody has said yes or no to it.
 */
function namedCountersigner(rows: readonly StandingRow[], assessorId: string, day: string): string | null {
  const naming = rows.filter(
    (row) => row.assessorId === assessorId && row.effectiveFrom <= day && row.countersignerId !== null,
  );
  return naming.length === 0 ? null : naming.reduce(begins).countersignerId;
}

/**
 * Who countersigns for an assessor on a day: for one in training what she decides, and for everybody what she decided in training and
 * nobody has countersigned. Null where nobody can: nobody was named, or who was named is no assessor any more, or is herself the
 * assessor. Somebody who was named before that one does not get the duty back by herself. Source: docs/decisions.md.
 */
export function countersignerOn(
  { rows, day, assessors }: Omit<CountersignWorld, 'waiting'>,
  assessorId: string,
): string | null {
  const named = namedCountersigner(rows, assessorId, day);
  return named !== null && named !== assessorId && assessors.has(named) ? named : null;
}

const isInTraining = ({ rows, day }: Pick<CountersignWorld, 'rows' | 'day'>, assessorId: string): boolean =>
  standingOnDay(rows, assessorId, day).standing === 'in_training';

/**
 * Whoever countersigns on a day -> the assessors whom she countersigns: those in training, and those who are no more but left decisions
 * that wait. Every entry is looked at once or twice, however many assess.
 */
export function everyCountersigner(world: CountersignWorld): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [assessorId, rows] of Map.groupBy(world.rows, (row) => row.assessorId)) {
    const own = { ...world, rows };
    if (!isInTraining(own, assessorId) && !world.waiting.has(assessorId)) continue;
    const by = countersignerOn(own, assessorId);
    if (by !== null) found.set(by, [...(found.get(by) ?? []), assessorId]);
  }
  return found;
}

/** Assessors whom somebody countersigns on a day. */
export function countersignedBy(world: CountersignWorld, countersignerId: string): string[] {
  return everyCountersigner(world).get(countersignerId) ?? [];
}

/** Whether decisions of an assessor wait that nobody can countersign: nobody is there, or who is there is the trainee herself. */
export function waitsForNobody(world: CountersignWorld, assessorId: string): boolean {
  const waiting = world.waiting.get(assessorId);
  if (!waiting) return false;
  const countersigner = countersignerOn(world, assessorId);
  return countersigner === null || waiting.traineeIds.includes(countersigner);
}

/** Assessors for whom somebody else has to be named when this one goes: those she countersigns, and herself where nobody can countersign what waits of hers. */
export function leftWithout(world: CountersignWorld, assessorId: string): string[] {
  const hers = countersignedBy(world, assessorId);
  return waitsForNobody(world, assessorId) ? [...hers, assessorId] : hers;
}

/** Whether somebody is in training on a day or will be later, as far as it was entered. */
function isInTrainingFrom({ rows, day }: CountersignWorld, assessorId: string): boolean {
  const later = rows.filter((row) => row.assessorId === assessorId && row.effectiveFrom > day);
  return later.some((row) => row.standing === 'in_training') || isInTraining({ rows, day }, assessorId);
}

/** Why somebody cannot countersign for an assessor from a day on, or null. `countersignerId`: empty or null where nobody is named. */
export function countersignerProblem(
  world: CountersignWorld,
  { assessorId, countersignerId }: Pick<StandingRow, 'assessorId' | 'countersignerId'>,
): string | null {
  if (countersignerId === null || countersignerId === '') return nobodyNamed(world, assessorId);
  if (countersignerId === assessorId) return 'Nobody countersigns her own decisions. Choose a colleague';
  if (!world.assessors.has(countersignerId)) return 'Choose a colleague who is an assessor';
  if (isInTrainingFrom(world, countersignerId))
    return 'This colleague is in training herself. Choose one who is qualified';
  return world.waiting.get(assessorId)?.traineeIds.includes(countersignerId)
    ? 'Decisions about this colleague wait for a countersignature, and nobody countersigns those about herself'
    : null;
}

function nobodyNamed({ waiting }: CountersignWorld, assessorId: string): string {
  const decisions = waiting.get(assessorId)?.decisions ?? 0;
  return decisions === 0
    ? 'Choose who countersigns while she is in training'
    : `Choose who countersigns: ${waitingWords(decisions)} for a countersignature`;
}

/** So many decisions and the verb: “1 decision waits”, “3 decisions wait”. One decision is one look at one piece of evidence. */
export const waitingWords = (decisions: number): string =>
  decisions === 1 ? '1 decision waits' : `${String(decisions)} decisions wait`;

/**
 * What has to be entered so that somebody else countersigns for an assessor from a day on: how far she is stays as it is, and what was
 * entered for later and names the one who goes names the other too. `from`: who countersigned so far; null where nobody did.
 */
export function takenOver(
  { rows, day }: Pick<CountersignWorld, 'rows' | 'day'>,
  { assessorId, from, to }: { readonly assessorId: string; readonly from: string | null; readonly to: string },
): StandingRow[] {
  const { standing } = standingOnDay(rows, assessorId, day);
  const later = rows.filter(
    (row) => row.assessorId === assessorId && row.effectiveFrom > day && from !== null && row.countersignerId === from,
  );
  return [{ assessorId, standing, effectiveFrom: day }, ...later].map((row) => ({
    assessorId,
    standing: row.standing,
    effectiveFrom: row.effectiveFrom,
    countersignerId: to,
  }));
}
