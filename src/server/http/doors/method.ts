import type { Door } from './door.ts';

const TAKEN = new Set(['GET', 'HEAD', 'POST']);

/** GET and HEAD read, POST sends a form. Nothing else, TRACE included, reaches Astro. */
export const methodDoor: Door = ({ method = '' }) =>
  TAKEN.has(method) ? null : { status: 405, headers: { allow: 'GET, HEAD, POST' } };
