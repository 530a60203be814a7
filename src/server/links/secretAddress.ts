/**
 * Keeps an address with a token from search engines and from other sites. A referrer is sent without its path rather than not at all:
 * a browser that sends none sends its forms without an origin, and those are refused.
 */
export function keepAddressSecret(headers: Headers): void {
  headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  headers.set('referrer-policy', 'strict-origin');
}
