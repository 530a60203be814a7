import { expect } from 'vitest';
import { openDoors, type RunningDoors } from './doors.ts';
import { type RawReply, sayRaw } from './rawHttp.ts';

type HeaderChanges = Record<string, string | number | null>;

export const FORM = 'application/x-www-form-urlencoded';
/** The origin of the portal that the tests attack. */
export const OWN = 'http://localhost:4321';

/** The head of a request, ready to send. `headers` replace or add to the usual ones; null leaves one out. */
export function head(line: string, headers: HeaderChanges = {}): string {
  const all = { Host: 'localhost:4321', ...headers };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A form of the portal, head and body. */
export function post(body: string | Buffer, headers: HeaderChanges = {}): [string, string | Buffer] {
  return sent('/account', body, headers);
}

/** What an island sends to an action, head and body. */
export function callAction(body: string | Buffer, headers: HeaderChanges = {}): [string, string | Buffer] {
  return sent('/_actions/reflections.save', body, { 'Content-Type': 'application/json', ...headers });
}

function sent(address: string, body: string | Buffer, headers: HeaderChanges): [string, string | Buffer] {
  const usual = { Origin: OWN, 'Content-Type': FORM, 'Content-Length': Buffer.byteLength(body) };
  return [head(`POST ${address}`, { ...usual, ...headers }), body];
}

/** The doors with quick timeouts, and a record of everything they refused. */
export class AttackedDoors {
  #doors: RunningDoors | null = null;
  readonly #refusals: RawReply[] = [];

  async open(): Promise<void> {
    this.#doors = await openDoors({ timeouts: { headersMs: 150, requestMs: 300, checkMs: 50 } });
  }

  async stop(): Promise<void> {
    await this.#doors?.stop();
  }

  /** Sends what must pass. */
  say(...parts: (string | Buffer)[]): Promise<RawReply> {
    return sayRaw(this.#doors?.port ?? 0, ...parts);
  }

  /** Sends what must be refused; checks that the refusal has the header set. */
  async attack(...parts: (string | Buffer)[]): Promise<RawReply> {
    const reply = await this.say(...parts);
    this.#refusals.push(reply);
    expectHeaderSet(reply);
    return reply;
  }

  /** Not one refusal was 5xx, each says in plain words what to do next, and nothing that was sent is in the log. */
  expectNoHarm({ atLeast, notLogged }: { atLeast: number; notLogged: readonly string[] }): void {
    expect(this.#refusals.length).toBeGreaterThanOrEqual(atLeast);
    expect(this.#refusals.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
    for (const { body, headers } of this.#refusals) {
      expect(body).toContain('<h1>');
      expect(body).toContain('Everything you had already saved is still there.');
      expect(body).toContain(headers.get('x-request-id'));
    }
    const lines = this.#doors?.lines() ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(atLeast);
    for (const words of notLogged) expect(JSON.stringify(lines)).not.toContain(words);
  }
}

function expectHeaderSet({ headers }: RawReply): void {
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('referrer-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('content-type')).toMatch(/; charset=utf-8$/u);
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/u);
}
