import type { AstroCookies } from 'astro';
import type { SignedIn } from '#src/server/sessions/index.ts';

/** `__Host-` makes the browser refuse it without Secure, with a Domain or with another path: no other site can plant one. */
const SESSION_COOKIE = '__Host-portal_session';
/** Knows a browser that somebody has signed in from again; opens nothing. */
const DEVICE_COOKIE = '__Host-portal_device';

const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
const DEVICE_SECONDS = 400 * 24 * 3600;

/** Both cookies as they were sent, null where missing. Never throws, whatever stands in them. */
export function readCookies(cookies: AstroCookies): { token: string | null; device: string | null } {
  const raw = { decode: (value: string) => value };
  return {
    token: cookies.get(SESSION_COOKIE, raw)?.value ?? null,
    device: cookies.get(DEVICE_COOKIE, raw)?.value ?? null,
  };
}

/** The session cookie has no date: it goes with the browser, and the server's limits count in any case. */
export function setSessionCookie(cookies: AstroCookies, token: string): void {
  cookies.set(SESSION_COOKIE, token, FLAGS);
}

export function setSignedIn(cookies: AstroCookies, { token, device }: SignedIn): void {
  setSessionCookie(cookies, token);
  cookies.set(DEVICE_COOKIE, device, { ...FLAGS, maxAge: DEVICE_SECONDS });
}

/** The device cookie stays: it keeps strangers from locking this browser out. */
export function clearSessionCookie(cookies: AstroCookies): void {
  cookies.delete(SESSION_COOKIE, FLAGS);
}
