import type { Fields } from '../support/portalClient.ts';

/** A page as somebody sees it, or what the portal answers when she sends a form on it. `who` is null for a visitor. */
export interface Sight {
  readonly who: string | null;
  readonly path: string;
  readonly status: number;
  readonly send?: { readonly action: string; readonly fields: Fields };
}

/** Pages that somebody opens. */
export const see = (who: string | null, paths: readonly string[], status = 200): Sight[] =>
  paths.map((path) => ({ who, path, status }));

/** A form that somebody sends, and what it is answered with. */
export const post = (who: string | null, path: string, action: string, fields: Fields, status = 400): Sight => ({
  who,
  path,
  status,
  send: { action, fields },
});

/** Longer than any field takes. */
export const LONG = 'x'.repeat(20_001);
