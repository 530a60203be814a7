import type { IncomingMessage } from 'node:http';
import { isLoopback } from '../../settings.ts';
import type { Address, Door } from './door.ts';

/** The names the portal answers to: its public address, and this machine's own names on the port it listens on. */
export function portalAddress(publicUrl: URL, port: number): Address {
  const secure = publicUrl.protocol === 'https:';
  const publicPort = publicUrl.port || (secure ? '443' : '80');
  const ports = new Set([String(port), ...(isLoopback(publicUrl.hostname) ? [publicPort] : [])]);
  const own = ['localhost', '127.0.0.1', '[::1]'].flatMap((name) =>
    [...ports].flatMap((each) => spelled(name, each, '80')),
  );
  return {
    publicUrl,
    secure,
    hosts: new Set([...spelled(publicUrl.hostname, publicPort, secure ? '443' : '80'), ...own]),
  };
}

function spelled(name: string, port: string, usual: string): string[] {
  return port === usual ? [name, `${name}:${port}`] : [`${name}:${port}`];
}

/** Exactly one Host header, and it names this portal: links and redirects are built from it. */
export const hostDoor: Door = (req, { hosts }) => {
  if (countHosts(req) !== 1) return { status: 400 };
  return hosts.has((req.headers.host ?? '').toLowerCase()) ? null : { status: 421 };
};

/** Node keeps the first of several and says nothing. */
function countHosts({ rawHeaders }: IncomingMessage): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') count += 1;
  }
  return count;
}
