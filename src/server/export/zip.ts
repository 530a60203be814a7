import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file of a zip. `content`: the whole of a text, or what opens a stream when its turn has come. */
export interface ZipPart {
  readonly path: string;
  readonly content: string | Buffer | (() => Readable | Promise<Readable>);
  /** Sound, pictures and documents are packed already. */
  readonly isPacked?: boolean;
}

/** What was written. `sha256` is over the whole zip, in hex. */
export interface WrittenZip {
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface ZipOptions {
  /** A file that is not there yet. */
  readonly path: string;
  readonly parts: AsyncIterable<ZipPart>;
  /** The time that every file in it bears. */
  readonly at: Date;
  readonly signal: AbortSignal;
  /** Called after each part. */
  readonly onPart: (part: ZipPart) => Promise<void>;
}

export const MANIFEST = 'MANIFEST.txt';

/** Lets bytes through and counts them into a hash. */
function hashing() {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes, hex: () => hash.digest('hex') };
}

const streamOf = async ({ content }: ZipPart): Promise<Readable> =>
  typeof content === 'function' ? content() : Readable.from([Buffer.from(content)]);

/** Puts one part in and waits until it is through; gives back its SHA-256 in hex. */
async function addPart(zip: ZipFile, part: ZipPart, { at, signal }: ZipOptions): Promise<string> {
  const hashed = hashing();
  const source = await streamOf(part);
  zip.addReadStream(hashed.stream, part.path, { mtime: at, compress: part.isPacked !== true });
  await pipeline(source, hashed.stream, { signal, end: true });
  if (!hashed.stream.readableEnded) await once(hashed.stream, 'end', { signal });
  return hashed.hex();
}

/** Every part in turn, then the manifest of them: "SHA-256, two blanks, path", which `sha256sum -c` reads. */
async function addParts(zip: ZipFile, options: ZipOptions): Promise<void> {
  const lines: string[] = [];
  for await (const part of options.parts) {
    lines.push(`${await addPart(zip, part, options)}  ${part.path}\n`);
    await options.onPart(part);
  }
  zip.addBuffer(Buffer.from(lines.join('')), MANIFEST, { mtime: options.at });
  zip.end();
}

/**
 * Writes a zip, one part after the other, straight to its file: however much is in it, only a few blocks of it are in memory. Flushed to the
 * disk before it resolves. Rejects where a part cannot be read, the disk is full, or `signal` says so; the file is then half written.
 */
export async function writeZip(options: ZipOptions): Promise<WrittenZip> {
  const zip = new ZipFile();
  const whole = hashing();
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  zip.on('error', (error) => broken.abort(error));
  const file = createWriteStream(options.path, { flags: 'wx', mode: 0o600, flush: true });
  const saved = pipeline(zip.outputStream as Readable, whole.stream, file, { signal });
  // A full disk ends the adding, too.
  saved.catch((error: unknown) => broken.abort(error));
  try {
    await addParts(zip, { ...options, signal });
  } catch (error) {
    broken.abort(error);
    await saved.catch(() => undefined);
    throw error;
  }
  await saved;
  return { sizeBytes: whole.bytes(), sha256: whole.hex() };
}
