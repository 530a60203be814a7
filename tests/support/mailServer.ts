import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What a receiver's address makes the server do. */
export type Manner = 'accept' | 'refuse' | 'later' | 'refuse data' | 'drop';

/** An e-mail that the server said yes to. */
export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

/** A real SMTP server on loopback. */
export interface MailServerHere {
  /** For SMTP_URL. */
  readonly url: string;
  readonly received: readonly Received[];
  /** Message-IDs of everything whose whole text arrived, whether the server then said yes or not. */
  readonly arrived: readonly string[];
  parse(index: number): Promise<ParsedMail>;
  /** Resolves once so many were said yes to. */
  until(count: number): Promise<void>;
  /** Refuses connections from now on, or takes them again on the same port. */
  close(): Promise<void>;
  open(): Promise<void>;
}

export interface MailServerOptions {
  readonly manner?: (to: string, session: SMTPServerSession) => Manner;
  /** How long it takes over each e-mail, in milliseconds. */
  readonly slowMs?: number;
  /** Name and password that it asks for. */
  readonly auth?: { readonly user: string; readonly pass: string };
}

const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

class Here implements MailServerHere {
  readonly received: Received[] = [];
  readonly arrived: string[] = [];
  readonly #options: MailServerOptions;
  #server: SMTPServer | null = null;
  #port = 0;
  #waiting: { readonly count: number; readonly done: () => void }[] = [];

  constructor(options: MailServerOptions) {
    this.#options = options;
  }

  get url(): string {
    const { auth } = this.#options;
    const name = auth ? `${encodeURIComponent(auth.user)}:${encodeURIComponent(auth.pass)}@` : '';
    return `smtp://${name}127.0.0.1:${String(this.#port)}`;
  }

  async open(): Promise<void> {
    this.#server = this.#make();
    this.#server.on('error', () => undefined);
    const listening = once(this.#server.server, 'listening');
    this.#server.listen(this.#port, '127.0.0.1');
    await listening;
    this.#port = (this.#server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  parse(index: number): Promise<ParsedMail> {
    return simpleParser(this.received[index]?.raw ?? '');
  }

  until(count: number): Promise<void> {
    if (this.received.length >= count) return Promise.resolve();
    return new Promise((done) => {
      this.#waiting.push({ count, done });
    });
  }

  #mannerOf(to: string, session: SMTPServerSession): Manner {
    return this.#options.manner?.(to, session) ?? 'accept';
  }

  #make(): SMTPServer {
    const { auth, slowMs = 0 } = this.#options;
    return new SMTPServer({
      ...{
        authOptional: !auth,
        hideSTARTTLS: true,
        allowInsecureAuth: true,
        closeTimeout: 500,
        logger: false,
        disableReverseLookup: true,
      },
      disabledCommands: auth ? [] : ['AUTH'],
      onAuth: ({ username, password }, _session, done) => {
        if (username === auth?.user && password === auth?.pass) done(null, { user: username });
        else done(answer(535, 'wrong'));
      },
      onRcptTo: ({ address }, session, done) => {
        const manner = this.#mannerOf(address, session);
        if (manner === 'refuse') done(answer(550, `no ${address} here`));
        else if (manner === 'later') done(answer(451, `${address} is asleep`));
        else done();
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString();
          setTimeout(() => this.#take(raw, session, done), slowMs);
        });
      },
    });
  }

  #take(raw: string, session: SMTPServerSession, done: (error?: Error | null) => void): void {
    const to = session.envelope.rcptTo.map(({ address }) => address).join(',');
    const messageId = /^Message-ID: (?<id>\S+)/im.exec(raw)?.groups?.['id'] ?? '';
    const manner = this.#mannerOf(to, session);
    this.arrived.push(messageId);
    if (manner === 'drop') return this.#hangUp(session);
    if (manner === 'refuse data') return done(answer(554, 'not that'));
    this.received.push({ to, messageId, raw });
    done();
    for (const waits of this.#waiting) if (this.received.length >= waits.count) waits.done();
    this.#waiting = this.#waiting.filter(({ count }) => count > this.received.length);
  }

  /** Breaks the connection off without an answer. */
  #hangUp({ id }: SMTPServerSession): void {
    const connections = (this.#server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
      .connections;
    for (const one of connections) if (one.id === id) one._socket.destroy();
  }
}

/** Starts one on a free port. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServerHere> {
  const server = new Here(options);
  await server.open();
  return server;
}
