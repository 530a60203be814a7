import type { PortalServer } from '../support/portalServer.ts';

/** What a stranger can tell two answers apart by: everything but what changes with every request. */
export interface Sight {
  readonly status: number;
  readonly text: string;
  readonly headers: Record<string, string>;
}

/** An address as somebody sees it who is not signed in. */
export async function strangersSight(portal: PortalServer, path: string): Promise<Sight> {
  const { status, text, headers } = await portal.visitor().get(path);
  const kept = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  return { status, text, headers: Object.fromEntries(kept) };
}
