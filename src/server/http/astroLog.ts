import { installedPortal } from '../portal.ts';

/** What Astro hands to a log destination. */
interface AstroEvent {
  readonly level: string;
  readonly label: string | null;
  readonly message: string;
}

/** Where Astro's own warnings and errors go in a built portal: into our log, and without the words of an error, which may hold what was sent. */
export default function astroLog() { // eslint-disable-line no-restricted-syntax -- Astro asks for a default export
  return {
    write({ level, label, message }: AstroEvent): void {
      const log = installedPortal()?.log;
      if (level === 'error') log?.error({ astro: label ?? undefined, err: describeText(message) }, 'Astro reports an error');
      if (level === 'warn') log?.warn({ astro: label ?? undefined }, 'Astro warns');
    },
  };
}

/** Kind and places of an error that comes as the text of its stack. */
export function describeText(stack: string): { type: string; at: string[] } {
  const lines = stack.split('\n').map((line) => line.trim());
  const type = /^[A-Z]\w*/u.exec(lines[0] ?? '')?.[0] ?? 'unknown';
  return { type, at: lines.filter((line) => line.startsWith('at ')).slice(0, 12) };
}
