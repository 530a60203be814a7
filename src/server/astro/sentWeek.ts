import type { APIContext } from 'astro';
import { actions } from 'astro:actions';
import { isDay } from '#src/domain/calendar.ts';
import { TIME } from '#src/domain/week/times.ts';
import { weekView } from '#src/domain/week/show.ts';
import { type FormError, type FormErrors, formErrors } from './formErrors.ts';

/** What became of a form that was sent with this request to the page of a week. */
export interface SentWeek {
  /** Where the page leads on to when it was done; null where nothing was sent, or not done. */
  readonly doneAt: string | null;
  readonly errors: FormErrors;
  /** The token of a calendar address that was just made: shown this once. */
  readonly token: string | null;
}

type Context = Pick<APIContext, 'getActionResult' | 'url' | 'locals'>;

/** Back to the two weeks that were on the page, or to those of the day it was put on. */
function weekAddress({ url }: Context, day: string, today: string): string {
  const shown = weekView(url.searchParams.get('from'), today);
  const from = shown.from <= day && day <= shown.to ? shown.from : weekView(day, today).from;
  return `/week?from=${from}`;
}

/** Where a thing was before it was moved, as the form beside it said it. */
export function movedFrom(url: URL): { itemId: string; day: string; startsAt: string | null } | null {
  const [day = '', startsAt = ''] = (url.searchParams.get('was') ?? '').split('T');
  const itemId = url.searchParams.get('moved');
  if (itemId === null || !isDay(day)) return null;
  return { itemId, day, startsAt: TIME.test(startsAt) ? startsAt : null };
}

/** What was moved, as `kind:id`, to which day, and where it was: a day, or a day and a time after a `T`. */
function whatMoved({ getActionResult, locals }: Context): { item: string; day: string; was: string } | null {
  const appointment = getActionResult(actions.week.moveAppointment)?.data;
  if (appointment) return { item: `appointment:${appointment.id}`, day: appointment.day, was: appointment.was };
  const study = getActionResult(actions.studyTime.move)?.data;
  if (!study) return null;
  return { item: `study:${study.sessionId}`, day: study.day, was: locals.posted['wasDay']?.[0] ?? '' };
}

function moveDone(context: Context, today: string): string | null {
  const moved = whatMoved(context);
  if (!moved) return null;
  const query = `&moved=${encodeURIComponent(moved.item)}&was=${encodeURIComponent(moved.was)}`;
  return `${weekAddress(context, moved.day, today)}${query}`;
}

function plainDone(context: Context, today: string): string | null {
  const { getActionResult } = context;
  const saved = getActionResult(actions.week.saveAppointment)?.data;
  if (saved) return `${weekAddress(context, saved.day, today)}&kept=appointment`;
  const answers: readonly (readonly [{ readonly data?: unknown } | undefined, string])[] = [
    [getActionResult(actions.week.removeAppointment), `${weekAddress(context, today, today)}&kept=removed`],
    [getActionResult(actions.week.addException), '/week?set=days&kept=added'],
    [getActionResult(actions.week.removeException), '/week?set=days&kept=removed'],
    [getActionResult(actions.week.savePattern), '/week?set=usual&kept=saved'],
    [getActionResult(actions.week.endPattern), '/week?set=usual&kept=ended'],
    [getActionResult(actions.calendar.revoke), '/week?set=calendar&kept=revoked'],
  ];
  return answers.find(([result]) => result?.data !== undefined)?.[1] ?? null;
}

/** Several forms on the page have a field for the last day: the one that ends a usual week is named after that week. */
function endErrors({ getActionResult, locals }: Context): FormErrors | null {
  const found = formErrors(getActionResult(actions.week.endPattern)?.error);
  if (!found?.['lastDay']) return found;
  return { [`end-${locals.posted['patternId']?.[0] ?? ''}`]: found['lastDay'] };
}

/** Reads what a form did that was sent to /week. */
export function sentWeek(context: Context, today: string): SentWeek {
  const { getActionResult } = context;
  const { week, studyTime, calendar } = actions;
  const made = getActionResult(calendar.make);
  const results: readonly ({ readonly error?: FormError | undefined } | undefined)[] = [
    made,
    getActionResult(calendar.revoke),
    getActionResult(studyTime.move),
    getActionResult(week.moveAppointment),
    getActionResult(week.saveAppointment),
    getActionResult(week.removeAppointment),
    getActionResult(week.addException),
    getActionResult(week.removeException),
    getActionResult(week.savePattern),
  ];
  const refused = results.find((result) => result?.error !== undefined);
  return {
    doneAt: moveDone(context, today) ?? plainDone(context, today),
    errors: endErrors(context) ?? formErrors(refused?.error) ?? {},
    token: made?.data?.token ?? null,
  };
}
