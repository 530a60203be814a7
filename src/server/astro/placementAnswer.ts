import type { FormError, FormErrors } from './formErrors.ts';
import { formErrors, isOutdated } from './formErrors.ts';

interface Result {
  readonly data?: object | undefined;
  readonly error?: FormError | undefined;
}

const FORMS = [
  'change',
  'cancel',
  'agree',
  'saveDay',
  'saveLog',
  'saveReport',
  'finishReport',
  'useAsEvidence',
] as const;
type Form = (typeof FORMS)[number];

/** What the page of a placement does with the answer to one of its forms. */
interface PlacementAnswer {
  /** Where a form that was taken leads, so that a reload does not send it again; null where none was. */
  readonly leadsTo: string | null;
  readonly refused: Form | null;
  readonly errors: FormErrors;
  /** Which text another tab saved in the meantime. */
  readonly outdated: 'day' | 'log' | 'report' | null;
}

const TEXTS: Partial<Record<Form, 'day' | 'log' | 'report'>> = {
  saveDay: 'day',
  saveLog: 'log',
  saveReport: 'report',
  finishReport: 'report',
};
/** The field at which it is said that a form is outdated. */
const TEXT_FIELDS = { day: 'attendance', log: 'log', report: 'report-text' } as const;

function field(data: object, name: string): string {
  const value: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

function placeOf(form: Form, data: object): string {
  const page = `/placements/${field(data, 'placementId')}`;
  const days = `${page}?day=${field(data, 'day')}`;
  const places: Record<Form, string> = {
    change: `${page}?saved=changed`,
    cancel: `${page}?saved=cancelled`,
    agree: `${page}?saved=agreed#agreement`,
    saveDay: `${days}&saved=day#day`,
    saveLog: `${days}&saved=log#day`,
    saveReport: `${page}?saved=report#report`,
    finishReport: `${page}?saved=finished#report`,
    useAsEvidence: `/portfolio/evidence/${field(data, 'evidenceId')}`,
  };
  return places[form];
}

function errorsOf(form: Form, error: FormError): Pick<PlacementAnswer, 'errors' | 'outdated'> {
  const text = TEXTS[form];
  if (text !== undefined && isOutdated(error))
    return { errors: { [TEXT_FIELDS[text]]: error.message }, outdated: text };
  const { report, ...errors } = formErrors(error) ?? {};
  return { errors: report === undefined ? errors : { ...errors, 'report-text': report }, outdated: null };
}

/** At most one form is answered with a page. */
export function placementAnswer(results: Record<Form, Result | undefined>): PlacementAnswer {
  const nothing = { leadsTo: null, refused: null, errors: {}, outdated: null };
  for (const form of FORMS) {
    const { data, error } = results[form] ?? {};
    if (data) return { ...nothing, leadsTo: placeOf(form, data) };
    if (error) return { ...nothing, refused: form, ...errorsOf(form, error) };
  }
  return nothing;
}
