import { londonDay } from '#src/domain/calendar.ts';

/** Where the time comes from. The machine's clock in the portal, a fixed or moving one in tests. */
export type Clock = () => Date;

/** The machine's clock: sessions, throttles, the ledger and "saved at" always use it. */
export const machineClock: Clock = () => new Date();

/** The programme's day in Europe/London, `YYYY-MM-DD`. `fixed` is `PORTAL_NOW`, which stands still on a demo database only. */
export function programmeDay(fixed: Date | null, clock: Clock = machineClock): string {
  return londonDay(fixed ?? clock());
}
