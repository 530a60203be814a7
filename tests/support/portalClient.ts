import { DEMO_PASSWORD, demoEmail } from '#db/demo/people.ts';

/** What the portal answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Path and query of a redirect within the portal, as it was sent; null where there is none. */
  readonly location: string | null;
}

/** Form fields: one value, or several under the same name. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** One browser without a window: keeps cookies, sends its own origin, follows no redirect by itself. */
export interface PortalClient {
  readonly url: string;
  /** Name -> value, as the browser would send them. */
  readonly cookies: ReadonlyMap<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** A form as a browser without JavaScript sends it; `path` may end in `?_action=noun.verb`. */
  post(path: string, fields?: Fields, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** An action as an island calls it: JSON for an object, a form for FormData. */
  call(action: string, input: unknown): Promise<Answer>;
  /** Any request, with the cookies and nothing else added. */
  send(path: string, init: RequestInit): Promise<Answer>;
  /** Signs a demo person in. Throws where that does not work. */
  signIn(personId: string, password?: string): Promise<void>;
}

/** Nothing is gained by packing what does not leave the machine. */
const PLAIN = { 'accept-encoding': 'identity' };

/** Somebody at the portal's door, with an empty cookie jar. */
export function openPortalClient(url: string): PortalClient {
  const cookies = new Map<string, string>();
  const send: PortalClient['send'] = async (path, init) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...PLAIN, ...(cookie && { cookie }), ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    keepCookies(cookies, response.headers.getSetCookie());
    const { status, headers: answered } = response;
    return { status, headers: answered, text: await response.text(), location: answered.get('location') };
  };
  const own = { origin: url, 'sec-fetch-site': 'same-origin' };
  const post: PortalClient['post'] = (path, fields = {}, headers = {}) =>
    send(path, { method: 'POST', body: formOf(fields), headers: { ...own, ...headers } });
  const call: PortalClient['call'] = (action, input) =>
    send(`/_actions/${action}`, { method: 'POST', ...bodyOf(input, own) });
  const signIn: PortalClient['signIn'] = async (personId, password = DEMO_PASSWORD) => {
    const { status, text } = await post('/sign-in', { email: demoEmail(personId), password });
    if (status !== 303) throw new Error(`${personId} could not sign in: ${status} ${text.slice(0, 300)}`);
  };
  return { url, cookies, get: (path, headers = {}) => send(path, { headers }), post, call, send, signIn };
}

function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  );
}

function bodyOf(input: unknown, own: Readonly<Record<string, string>>): RequestInit {
  const headers = { ...own, accept: 'application/json' };
  if (input instanceof FormData) return { body: input, headers };
  return { body: JSON.stringify(input), headers: { ...headers, 'content-type': 'application/json' } };
}

/** A cookie with an end in the past, or none of its life left, is forgotten. */
function keepCookies(cookies: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...flags] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const isOver = flags.some((flag) => /^\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(flag));
    if (isOver) cookies.delete(name);
    else cookies.set(name, pair.slice(name.length + 1));
  }
}
