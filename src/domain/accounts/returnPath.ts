const LONGEST = 2000;
const BASE = 'http://portal.invalid';
const UNPRINTABLE = /[\u0000-\u0020\u007f\\]/;

/** Addresses that make no sense after signing in. */
const NEVER = /^\/(sign-in|sign-out|_actions|_astro|_image)(\/|$)/;

function parsed(to: string): URL | null {
  if (to.length > LONGEST || UNPRINTABLE.test(to) || !/^\/(?!\/)/.test(to)) return null;
  if (!URL.canParse(to, BASE)) return null;
  const url = new URL(to, BASE);
  return url.origin === BASE && !url.pathname.startsWith('//') && !NEVER.test(url.pathname) ? url : null;
}

/**
 * Where to go after signing in: a path and query of this portal, without the name of an action.
 * Anything else, an address elsewhere above all, becomes `/`.
 */
export function returnPath(to: string | null | undefined): string {
  const url = parsed(to ?? '');
  if (!url) return '/';
  url.searchParams.delete('_action');
  return url.pathname + url.search;
}

/** The same with its `?_action=`: where a form that was sent too late is sent again. */
export function resendPath(to: string | null | undefined): string {
  const url = parsed(to ?? '');
  return url ? url.pathname + url.search : '/';
}
