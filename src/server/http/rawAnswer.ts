import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { withHeaderSet } from './headers.ts';
import { PLAIN_PAGE_POLICY, plainPage } from './plainPage.ts';

const STATUS_OF: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
};

/** The status for what Node's parser could not make a request of. */
export function statusOfParseError(error: NodeJS.ErrnoException): number {
  return STATUS_OF[error.code ?? ''] ?? 400;
}

/** Answers in plain words, with the header set, on a connection that has no request: Node could not parse it. Then closes. */
export function answerRaw(
  socket: Duplex,
  status: number,
  passage: { id: string; secure: boolean; headers?: Readonly<Record<string, string>> | undefined },
): void {
  if (!socket.writable) return void socket.destroy();
  const body = plainPage(status, passage.id);
  const held = {
    date: new Date().toUTCString(),
    connection: 'close',
    'content-type': 'text/html',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': PLAIN_PAGE_POLICY,
    ...passage.headers,
  };
  const headers = withHeaderSet(held, { ...passage, keep: false });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Error'}\r\n${lines.join('')}\r\n${body}`);
}
