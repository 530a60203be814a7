import type { Logger } from '../logger.ts';
import { installedPortal } from '../portal.ts';

/** What Astro hands to a log destination. */
interface AstroEvent {
  readonly level: string;
  readonly label: string | null;
  readonly message: string;
}

/**
 * Where Astro's own messages go. In a running portal warnings and errors go into our log, without the words of an error, which may hold
 * what was sent. While the pages are built there is no portal, and everything is shown.
 */
// eslint-disable-next-line no-restricted-syntax -- Astro asks for a default export
export default function astroLog() {
  return {
    write(event: AstroEvent): void {
      const log = installedPortal()?.log;
      if (!log) process.stderr.write(`${event.label === null ? '' : `[${event.label}] `}${event.message}\n`);
      else logEvent(log, event);
    },
  };
}

function logEvent(log: Logger, { level, label, message }: AstroEvent): void {
  const astro = label ?? undefined;
  if (level === 'error') log.error({ astro, err: describeText(message) }, 'Astro reports an error');
  if (level === 'warn') log.warn({ astro }, 'Astro warns');
}

/** Kind and places of an error that comes as the text of its stack. */
export function describeText(stack: string): { type: string; at: string[] } {
  const lines = stack.split('\n').map((line) => line.trim());
  const type = /^[A-Z]\w*/u.exec(lines[0] ?? '')?.[0] ?? 'unknown';
  return { type, at: lines.filter((line) => line.startsWith('at ')).slice(0, 12) };
}
