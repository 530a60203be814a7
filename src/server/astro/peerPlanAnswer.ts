import type { FormError, FormErrors } from './formErrors.ts';
import { formErrors, isOutdated } from './formErrors.ts';

interface Result {
  readonly data?: object | undefined;
  readonly error?: FormError | undefined;
}

/** The forms about a session before it is held, and where on its page each leads. */
const ANCHORS = {
  plan: 'plan',
  arrange: 'plan',
  cancel: 'main-content',
  takeRole: 'roles',
  leaveRole: 'roles',
  prepare: 'preparation',
  addMaterial: 'materials',
  removeMaterial: 'materials',
  askSwap: 'swap',
  answerSwap: 'swap',
  withdrawSwap: 'swap',
} as const;
export type PeerPlanForm = keyof typeof ANCHORS;
const FORMS = Object.keys(ANCHORS) as PeerPlanForm[];

/** What the page of a session does with the answer to one of them. */
interface PeerPlanAnswer {
  /** Where a form that was taken leads, so that a reload does not send it again; null where none was. */
  readonly leadsTo: string | null;
  readonly refused: PeerPlanForm | null;
  readonly errors: FormErrors;
  /** Somebody else saved another plan in the meantime. */
  readonly isOutdated: boolean;
}

function field(data: object, name: string): string {
  const value: unknown = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** `saved` says what was done; of an answered swap, which answer it was. */
function placeOf(form: PeerPlanForm, data: object): string {
  const saved = form === 'answerSwap' ? `swap-${field(data, 'answer')}` : form;
  return `/peer-sessions/${field(data, 'sessionId')}?saved=${saved}#${ANCHORS[form]}`;
}

/** At most one form was sent. */
export function peerPlanAnswer(results: Readonly<Partial<Record<PeerPlanForm, Result | undefined>>>): PeerPlanAnswer {
  const nothing = { leadsTo: null, refused: null, errors: {}, isOutdated: false };
  for (const form of FORMS) {
    const { data, error } = results[form] ?? {};
    if (data) return { ...nothing, leadsTo: placeOf(form, data) };
    if (error) return { ...nothing, refused: form, errors: formErrors(error) ?? {}, isOutdated: isOutdated(error) };
  }
  return nothing;
}
