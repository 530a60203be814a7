/**
 * Whether somebody asked for a page herself, in the portal or by its address: not over a link or a picture of another site, and no
 * browser that only looks or loads ahead. For the one address that notes something because it is opened.
 */
export function isAskedForHere({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const site = headers.get('sec-fetch-site') ?? 'none';
  return method === 'GET' && (site === 'same-origin' || site === 'none') && !headers.has('sec-purpose');
}
