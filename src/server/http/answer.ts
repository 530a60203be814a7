import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { chooseEncoding, compress, type Encoding, isWorthCompressing } from './compression.ts';
import { type Headers, withHeaderSet } from './headers.ts';
import { isStillArriving, linger, type Patience, USUAL_PATIENCE } from './linger.ts';
import { PLAIN_PAGE_POLICY, plainJson, plainPage } from './plainPage.ts';

/** What an answer needs to know of its request. */
export interface Passage {
  readonly id: string;
  /** Behind https: adds HSTS. */
  readonly secure: boolean;
  /** Asked when the answer goes out: the portal is stopping, so the browser is to open a new connection next time. */
  readonly closing: () => boolean;
}

/** A stored file that follows the headers of an answer, read no faster than the browser takes it. */
export interface Attachment {
  readonly bytes: number;
  readonly open: () => Readable;
}

type Done = () => void;

/** Longer answers go straight through instead of being held in memory. */
const STREAM_OVER_BYTES = 1024 * 1024;
const WITHOUT_BODY = new Set([204, 304]);

/**
 * Holds an answer until it is whole, so that it is compressed once, carries its length, and can still become an error page when
 * rendering fails half-way. Adds the header set. Everything the portal says over HTTP goes out through here, except what
 * `rawAnswer.ts` writes when there is no request to answer.
 */
export class Answer extends ServerResponse<IncomingMessage> {
  passage: Passage = { id: '', secure: false, closing: () => false };
  /** A file that browsers may keep; everything else is `no-store`. */
  keep = false;
  /** Set by a page that answers with a stored file. */
  attachment: Attachment | null = null;
  /** How much of a body that nobody reads is read away, so that the answer arrives. */
  patience: Patience = USUAL_PATIENCE;
  /** Body bytes on the wire. */
  sentBytes = 0;
  readonly #parts: Buffer[] = [];
  #held: Headers = {};
  #state: 'open' | 'streaming' | 'closed' = 'open';

  /** Whether an answer was given, or is on its way. */
  get isGiven(): boolean {
    return this.#state !== 'open';
  }

  override writeHead(
    status: number,
    second?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    third?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    if (this.#state !== 'open') return this;
    this.statusCode = status;
    this.#hold((typeof second === 'object' ? second : third) ?? {});
    if (Number(this.#held['content-length']) > STREAM_OVER_BYTES) this.#stream();
    return this;
  }

  override write(
    chunk: unknown,
    encoding?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean {
    const whenDone = typeof encoding === 'function' ? encoding : done;
    const bytes = asBuffer(chunk, encoding);
    if (this.#state === 'streaming') return super.write(this.#counted(bytes), whenDone);
    if (this.#state === 'open') this.#parts.push(bytes);
    whenDone?.();
    return true;
  }

  override end(chunk?: unknown, encoding?: BufferEncoding | Done, done?: Done): this {
    const whenDone = [chunk, encoding, done].find((given): given is Done => typeof given === 'function');
    if (this.#state === 'closed') return this;
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
      this.#parts.push(asBuffer(chunk, encoding));
    if (this.#state === 'streaming') return this.#endStream(whenDone);
    if (this.attachment && this.statusCode === 200) return this.#giveAttachment(this.attachment);
    this.#state = 'closed';
    if (whenDone) this.once('finish', whenDone);
    this.#give(this.#taken());
    return this;
  }

  #endStream(whenDone: Done | undefined): this {
    this.#state = 'closed';
    return super.end(this.#counted(this.#taken()), whenDone);
  }

  /** Answers in plain words in place of whatever was held. Cuts an answer that is half out; leaves one that was given as it is. */
  refuse(status: number, headers: Headers = {}): void {
    if (this.#state === 'streaming') this.destroy();
    if (this.#state !== 'open') return;
    this.#state = 'closed';
    this.statusCode = status;
    this.#held = { ...headers };
    this.#give(Buffer.alloc(0));
  }

  #give(body: Buffer): void {
    this.#hold(this.getHeaders());
    if (this.statusCode >= 400 && !('content-type' in this.#held)) return this.#send(this.#explained());
    const encoding = this.keep || 'content-encoding' in this.#held ? null : this.#encodingFor(body);
    if (encoding === null) return this.#send(body);
    this.#held['content-encoding'] = encoding;
    const compressed = compress(body, encoding);
    if (Buffer.isBuffer(compressed)) return this.#send(compressed);
    compressed.then(
      (bytes) => this.#send(bytes),
      (error: Error) => this.destroy(error),
    );
  }

  #giveAttachment({ bytes, open }: Attachment): this {
    this.#hold({ ...this.getHeaders(), 'content-length': bytes });
    if (this.passage.closing()) this.#held['connection'] = 'close';
    this.#state = 'streaming';
    this.#writeHeadNow();
    if (this.req.method === 'HEAD') return this.end();
    pipeline(open(), this, () => undefined);
    return this;
  }

  #encodingFor(body: Buffer): Encoding | null {
    if (!isWorthCompressing(this.#held['content-type'], body.length)) return null;
    this.#held['vary'] = 'Accept-Encoding';
    return this.req.method === 'HEAD' ? null : chooseEncoding(this.req.headers['accept-encoding']);
  }

  /** An error nobody put into words: a page, or JSON for an island. */
  #explained(): Buffer {
    const json = this.req.headers.accept?.startsWith('application/json') === true;
    this.#held['content-type'] = json ? 'application/json' : 'text/html';
    if (!json) this.#held['content-security-policy'] = PLAIN_PAGE_POLICY;
    return Buffer.from((json ? plainJson : plainPage)(this.statusCode, this.passage.id));
  }

  #send(body: Buffer): void {
    const unread = isStillArriving(this.req);
    if (unread || this.passage.closing()) this.#held['connection'] = 'close';
    if (this.req.method === 'HEAD' || WITHOUT_BODY.has(this.statusCode)) delete this.#held['content-length'];
    else this.#held['content-length'] = body.length;
    this.#writeHeadNow();
    const sent = this.#counted(body);
    if (!unread) return void super.end(sent);
    super.write(sent);
    linger(this.req, this.patience, () => super.end());
  }

  #stream(): void {
    this.#hold(this.getHeaders());
    this.#state = 'streaming';
    this.#writeHeadNow();
    for (const part of this.#parts.splice(0)) super.write(this.#counted(part));
  }

  #writeHeadNow(): void {
    for (const name of this.getHeaderNames()) this.removeHeader(name);
    super.writeHead(
      this.statusCode,
      withHeaderSet(this.#held, { id: this.passage.id, secure: this.passage.secure, keep: this.keep }),
    );
  }

  #hold(given: OutgoingHttpHeaders | OutgoingHttpHeader[]): void {
    if (Array.isArray(given)) throw new TypeError('Give headers as an object.');
    for (const [name, value] of Object.entries(given)) if (value !== undefined) this.#held[name.toLowerCase()] = value;
  }

  #taken(): Buffer {
    const parts = this.#parts.splice(0);
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  #counted(bytes: Buffer): Buffer {
    if (this.req.method !== 'HEAD') this.sentBytes += bytes.length;
    return bytes;
  }
}

function asBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError('An answer is written as text or bytes.');
}
