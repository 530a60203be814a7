import type { WeekDays } from '#src/domain/week/pattern.ts';

/** A usual week as pages show it. `endsOn` is the first day without it. */
export interface ShownPattern {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly days: WeekDays;
}
