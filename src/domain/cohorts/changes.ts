import type { Signal } from '../signals/signal.ts';

/** How long a look lasts: whoever comes back sooner is still on the same visit. */
const VISIT_MINUTES = 60;

/** A look is kept again after so many minutes. */
const LOOK_MINUTES = 5;
const MINUTE = 60_000;

/** A tutor's look at a cohort as it is kept. `signals` are the words of `seenKeys`. */
export interface CohortLook {
  readonly lookedAt: Date;
  readonly signals: readonly string[];
  readonly beforeAt: Date | null;
  readonly beforeSignals: readonly string[] | null;
}

type Named = Pick<Signal, 'traineeId' | 'kind' | 'factKey'>;

const aboutOf = ({ traineeId, kind }: Named) => `${traineeId} ${kind}`;
const keyOf = (signal: Named) => `${aboutOf(signal)} ${signal.factKey}`;

/** What stands on the page, as it is kept to compare with: `trainee kind factKey`, each once. */
export function seenKeys(signals: readonly Named[]): string[] {
  return [...new Set(signals.map(keyOf))].sort();
}

const isOver = ({ lookedAt }: CohortLook, now: Date) => now.getTime() - lookedAt.getTime() > VISIT_MINUTES * MINUTE;

/**
 * What this page compares with: the look before this visit. As long as she stays, that is the one from before she came; once a visit
 * is over, what she saw in it. Null on her first visit.
 */
export function comparedWith(
  look: CohortLook | null,
  now: Date,
): { readonly at: Date; readonly signals: readonly string[] } | null {
  if (look === null) return null;
  if (isOver(look, now)) return { at: look.lookedAt, signals: look.signals };
  return look.beforeAt && look.beforeSignals ? { at: look.beforeAt, signals: look.beforeSignals } : null;
}

/**
 * Whether there is anything to keep of this look: the first one, other signals than in the one before, or five minutes gone. A page
 * that is loaded again and again is one look.
 */
export function isLookDue(look: CohortLook | null, signals: readonly Named[], now: Date): boolean {
  if (look === null || now.getTime() - look.lookedAt.getTime() >= LOOK_MINUTES * MINUTE) return true;
  return seenKeys(signals).join('\n') !== look.signals.join('\n');
}

/** What is kept of this look. */
export function nextLook(look: CohortLook | null, signals: readonly Named[], now: Date): CohortLook {
  const before = comparedWith(look, now);
  return {
    lookedAt: now,
    signals: seenKeys(signals),
    beforeAt: before?.at ?? null,
    beforeSignals: before?.signals ?? null,
  };
}

/** What is different from the last visit. */
export interface Changes<Seen> {
  /** Not there before in any form. */
  readonly fresh: readonly Seen[];
  /** There before, and its facts are others now. */
  readonly moved: readonly Seen[];
  /** There before and gone, of those who are still in the cohort. */
  readonly gone: readonly { readonly traineeId: string; readonly kind: string }[];
}

/** Compares what stood there with what stands there. `traineeIds`: who is in the cohort now; of nobody else is anything told. */
export function changesSince<Seen extends Named>(
  before: readonly string[],
  signals: readonly Seen[],
  traineeIds: readonly string[],
): Changes<Seen> {
  const seen = new Set(before);
  const pairs = before.map((key) => key.split(' ').slice(0, 2) as [string, string]);
  const seenAbout = new Set(pairs.map((pair) => pair.join(' ')));
  const now = new Set(signals.map(aboutOf));
  const unseen = signals.filter((signal) => !seen.has(keyOf(signal)));
  const gone = [...seenAbout].filter((about) => !now.has(about)).map((about) => about.split(' ') as [string, string]);
  return {
    fresh: unseen.filter((signal) => !seenAbout.has(aboutOf(signal))),
    moved: unseen.filter((signal) => seenAbout.has(aboutOf(signal))),
    gone: gone
      .filter(([traineeId]) => traineeIds.includes(traineeId))
      .map(([traineeId, kind]) => ({ traineeId, kind })),
  };
}

/** The same for one person who is in the cohort now. */
export interface PersonChanges<Seen> extends Changes<Seen> {
  readonly traineeId: string;
  readonly name: string;
}

/** Changes a person at a time, in the order of `people`; who has none is left out. */
export function changesByPerson<Seen extends Named>(
  { fresh, moved, gone }: Changes<Seen>,
  people: readonly { readonly traineeId: string; readonly name: string }[],
): PersonChanges<Seen>[] {
  return people.flatMap(({ traineeId, name }) => {
    const own = <One extends { readonly traineeId: string }>(all: readonly One[]) =>
      all.filter((one) => one.traineeId === traineeId);
    const changes = { fresh: own(fresh), moved: own(moved), gone: own(gone) };
    const isQuiet = changes.fresh.length + changes.moved.length + changes.gone.length === 0;
    return isQuiet ? [] : [{ traineeId, name, ...changes }];
  });
}
