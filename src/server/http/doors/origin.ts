import type { IncomingMessage } from 'node:http';
import type { Door } from './door.ts';

/** Where one click in a mail program stops e-mails. */
const ONE_CLICK = /^\/unsubscribe\/[\w.-]+$/u;

/**
 * A mail service asks in its reader's name, without a browser, so it says nothing of where it comes from (RFC 8058). It is let in as the
 * portal itself, and as nobody: whatever cookie comes along is taken off. The link alone is the right to what it does.
 */
function letInAsNobody({ headers }: IncomingMessage, own: string): null {
  delete headers.cookie;
  headers.origin = own;
  return null;
}

/**
 * A form or an action comes from a page of the portal: the browser says so (`Sec-Fetch-Site`, `Origin`), and what it says must agree.
 * Where it says neither, nothing is done. Stands after the host door and before the forwarded door has changed the Host header.
 */
export const originDoor: Door = (req, { secure, publicUrl }) => {
  if (req.method !== 'POST') return null;
  const own = secure ? publicUrl.origin : `http://${(req.headers.host ?? '').toLowerCase()}`;
  if (saysNothing(req)) return ONE_CLICK.test(req.url ?? '') ? letInAsNobody(req, own) : { status: 403 };
  return agrees(req, own) ? null : { status: 403 };
};

const saysNothing = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined && headers['sec-fetch-site'] === undefined;

function agrees({ headers }: IncomingMessage, own: string): boolean {
  const { origin = own, 'sec-fetch-site': site = 'same-origin' } = headers;
  return origin === own && site === 'same-origin';
}
