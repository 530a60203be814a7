import type { Door } from './door.ts';

/**
 * A form or an action comes from a page of the portal: the browser says so (`Sec-Fetch-Site`, `Origin`), and what it says must agree.
 * Where it says neither, nothing is done. Stands after the host door and before the forwarded door has changed the Host header.
 */
export const originDoor: Door = ({ method, headers }, { secure, publicUrl }) => {
  if (method !== 'POST') return null;
  const { origin, 'sec-fetch-site': site } = headers;
  const own = secure ? publicUrl.origin : `http://${(headers.host ?? '').toLowerCase()}`;
  const agrees = (origin === undefined || origin === own) && (site === undefined || site === 'same-origin');
  return agrees && (origin !== undefined || site !== undefined) ? null : { status: 403 };
};
