import { z } from 'astro/zod';
import { isWeekend } from '../calendar.ts';
import { daySchema, lineSchema } from '../programme/schema.ts';

/** A day on which offices in England and Wales are closed. */
const bankHolidaySchema = z.strictObject({
  day: daySchema,
  name: lineSchema.describe('The name as people read it, for example "Boxing Day (substitute day)".'),
});

export type BankHoliday = z.infer<typeof bankHolidaySchema>;

/** Where the days stop following each other, or null. */
function outOfOrder(days: readonly BankHoliday[]): number | null {
  const index = days.findIndex(({ day }, at) => at > 0 && day <= (days[at - 1]?.day ?? ''));
  return index === -1 ? null : index;
}

/** The bank holidays of England and Wales: src/content/week/bank-holidays.json. */
export const bankHolidaysSchema = z
  .strictObject({
    kind: z.literal('bank_holidays'),
    source: lineSchema.describe('Where the days come from, in a sentence.'),
    asOf: daySchema.describe('The day on which that was looked up.'),
    knownUntil: daySchema.describe('The last day for which the list is whole.'),
    days: z.array(bankHolidaySchema).min(1, 'Name at least one day.').describe('Every day, earliest first.'),
  })
  .superRefine(({ days, knownUntil }, problems) => {
    const say = (at: number, message: string) =>
      problems.addIssue({ code: 'custom', path: ['days', at, 'day'], message });
    const wrong = outOfOrder(days);
    if (wrong !== null) say(wrong, 'Days follow each other, each named once.');
    for (const [at, { day }] of days.entries()) {
      if (isWeekend(day)) say(at, 'A bank holiday is never on a Saturday or Sunday: name its substitute day.');
      if (day > knownUntil) say(at, 'The list is whole until a day that comes after its last one.');
    }
  });

export type BankHolidays = z.infer<typeof bankHolidaysSchema>;

/** The bank holiday on a day, or null. A day after `knownUntil` is not known to be one. */
export function bankHolidayOn({ days }: Pick<BankHolidays, 'days'>, day: string): BankHoliday | null {
  return days.find((holiday) => holiday.day === day) ?? null;
}
