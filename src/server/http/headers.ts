import type { OutgoingHttpHeader } from 'node:http';

export type Headers = Record<string, OutgoingHttpHeader>;

/** On every answer, static files and refusals included. Source: docs/decisions.md, "Header set". */
const STANDARD: Readonly<Headers> = Object.freeze({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
});

const ONE_YEAR_SECONDS = 31_536_000;

/** For answers that bring no policy of their own: files, JSON, refusals. Pages get theirs from Astro. */
const NOTHING_MAY_LOAD = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const NEEDS_CHARSET = /^(text\/|application\/(json|javascript|xml|manifest\+json)|image\/svg)/u;

/** What an answer says of itself that one program may keep if it asks each time whether it still holds: calendars, which are asked for by no browser. */
export const PRIVATE_CACHE = 'private, no-cache';

/** Adds the header set to what the answer brings. `held` has lower-case names. Other dynamic answers are never kept by anyone. */
export function withHeaderSet(
  held: Headers,
  { id, secure, keep }: { id: string; secure: boolean; keep: boolean },
): Headers {
  const headers: Headers = { ...STANDARD, 'x-request-id': id, ...held };
  if (secure) headers['strict-transport-security'] = `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`;
  if (!keep && headers['cache-control'] !== PRIVATE_CACHE) headers['cache-control'] = 'no-store';
  headers['content-security-policy'] ??= NOTHING_MAY_LOAD;
  const type = headers['content-type'];
  if (typeof type === 'string') headers['content-type'] = withCharset(type);
  return headers;
}

function withCharset(type: string): string {
  return NEEDS_CHARSET.test(type) && !type.includes('charset') ? `${type}; charset=utf-8` : type;
}
