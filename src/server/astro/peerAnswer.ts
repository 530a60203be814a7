import type { FormError, FormErrors } from './formErrors.ts';
import { formErrors } from './formErrors.ts';

interface Result {
  readonly data?: object | undefined;
  readonly error?: FormError | undefined;
}

const FORMS = [
  ...(['ask', 'takeBack', 'saveAttendance', 'close', 'intend', 'review', 'giveFeedback'] as const),
  'useAsEvidence',
] as const;
type Form = (typeof FORMS)[number];

/** Where a form that was taken leads, so that a reload does not send it again; and what is wrong with one that was refused. */
interface PeerAnswer {
  readonly leadsTo: string | null;
  readonly errors: FormErrors;
}

function field(data: object, name: string): string {
  const value: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

function placeOf(form: Form, data: object): string {
  const page = `/peer-sessions/${field(data, 'sessionId')}`;
  const places: Record<Form, string> = {
    ask: `${page}?asked=${field(data, 'name')}#ask`,
    takeBack: `${page}?taken=back#${field(data, 'place') || 'ask'}`,
    saveAttendance: `${page}?saved=attendance#attendance`,
    close: `${page}?saved=closed#attendance`,
    intend: `${page}?saved=intention#differently`,
    review: `${page}?saved=review#differently`,
    giveFeedback: `${page}?saved=feedback#feedback`,
    useAsEvidence: `/portfolio/evidence/${field(data, 'evidenceId')}`,
  };
  return places[form];
}

/** What the page of a session does with the answer to one of the forms that stand under its plan. At most one was sent. */
export function peerAnswer(results: Readonly<Partial<Record<Form, Result | undefined>>>): PeerAnswer {
  for (const form of FORMS) {
    const { data, error } = results[form] ?? {};
    if (data) return { leadsTo: placeOf(form, data), errors: {} };
    if (error) return { leadsTo: null, errors: formErrors(error) ?? {} };
  }
  return { leadsTo: null, errors: {} };
}
