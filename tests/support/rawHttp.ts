import { connect } from 'node:net';

export interface RawReply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** The header lines as they came. */
  readonly lines: readonly string[];
  readonly bytes: Buffer;
  readonly body: string;
  /** True where the server closed the connection. */
  readonly closed: boolean;
}

/** Sends bytes exactly as given, which no HTTP client would, and reads one reply. Parts go out one after the other. */
export function sayRaw(port: number, ...parts: (string | Buffer)[]): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const received: Buffer[] = [];
    const settle = (closed: boolean) => {
      const reply = readReply(Buffer.concat(received), closed);
      if (!reply) return;
      resolve(reply);
      socket.destroy();
    };
    socket.on('data', (chunk) => {
      received.push(chunk);
      settle(false);
    });
    socket.once('close', () => {
      settle(true);
      reject(new Error('The server closed the connection without an answer.'));
    });
    socket.once('error', reject);
    for (const part of parts) socket.write(part);
  });
}

/** One request, such as `GET /`, with just these headers, on a connection of its own. */
export function ask(port: number, request: string, headers: Record<string, string>): Promise<RawReply> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return sayRaw(port, `${request} HTTP/1.1\r\n${lines.join('')}\r\n`);
}

function readReply(bytes: Buffer, closed: boolean): RawReply | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = bytes.subarray(end + 4);
  if (!closed && body.length < Number(headers.get('content-length') ?? 0)) return null;
  return { status: Number(first.split(' ')[1]), headers, lines, bytes: body, body: body.toString('utf8'), closed };
}
