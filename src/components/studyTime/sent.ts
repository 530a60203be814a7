import { fieldOf } from './words.ts';

interface Sent {
  readonly plan: Result<{ days: readonly string[]; skipped: readonly { day: string }[] }>;
  readonly enter: Result<{ sessionId: string }>;
  readonly record: Result<{ sessionId: string }>;
  readonly move: Result<{ sessionId: string }>;
  readonly withdraw: Result<{ sessionId: string }>;
}
type Result<Data> = { readonly data: Data | undefined } | undefined;

const PAGE = '/study-time';

const WITHDRAWN = `${PAGE}?withdrawn=yes`;
const MOVED = `${PAGE}?moved=yes`;

function plannedAddress({ days, skipped }: { days: readonly string[]; skipped: readonly { day: string }[] }): string {
  const passed = skipped.map(({ day }) => day).join('.');
  return `${PAGE}?planned=${days.join('.')}${passed && `&passed=${passed}`}`;
}

/** Where a form that was done leads to, or null where none was. */
export function addressAfter({ plan, enter, record, move, withdraw }: Sent): string | null {
  if (plan?.data) return plannedAddress(plan.data);
  const [recorded] = [record?.data, enter?.data].filter((data) => data !== undefined);
  if (recorded) return `${PAGE}?recorded=${encodeURIComponent(recorded.sessionId)}`;
  if (move?.data) return MOVED;
  return withdraw?.data ? WITHDRAWN : null;
}

/** Errors of a form that stands once for each session carry the session's name, so that each leads to its own field. */
export function errorsOf(
  errors: Readonly<Record<string, string>>,
  posted: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, string>> {
  const sessionId = posted.sessionId?.[0];
  if (sessionId === undefined) return errors;
  const own = (name: string) => (name === '' ? name : fieldOf(name, sessionId));
  return Object.fromEntries(Object.entries(errors).map(([name, words]) => [own(name), words]));
}
