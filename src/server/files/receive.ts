import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { FILE_LIMITS } from '#src/domain/files/limits.ts';
import { FILE_FIELD, type FileProblem } from '#src/domain/files/problems.ts';
import { flush, type Folders, PRIVATE_FILE, quarantinePath } from './folders.ts';
import { FileRefused } from './fileProblem.ts';

/** A multipart body that is still on its way. */
export interface Incoming {
  readonly stream: Readable;
  /** As the request says, with the boundary. */
  readonly contentType: string;
}

/** A file in quarantine, whole and flushed, that nobody has looked at yet. */
export interface Quarantined {
  readonly path: string;
  readonly givenName: string;
  readonly declared: string;
  readonly sizeBytes: number;
  /** Over the bytes as they came. */
  readonly sha256: string;
}

/** What stands before the file in the form: a name and its value, once each. */
export type Fields = ReadonlyMap<string, string>;

interface Part {
  readonly stream: BusboyFileStream;
  readonly givenName: string;
  readonly declared: string;
}

/**
 * Reads the form and writes its one file into the quarantine, hashing as it comes. `mayBegin` is asked with the fields before the
 * file, before a byte of it is kept. Throws `FileRefused`; nothing is left in the quarantine then.
 */
export async function receiveFile(
  folders: Folders,
  { stream, contentType }: Incoming,
  mayBegin: (fields: Fields) => void,
): Promise<Quarantined> {
  const path = quarantinePath(folders);
  const written = readForm({ stream, contentType }, async (part, fields) => {
    mayBegin(fields);
    return writePart(part, path);
  });
  const file = await written.catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  await flush(folders.quarantine);
  return file;
}

type TakePart = (part: Part, fields: Fields) => Promise<Quarantined>;

/** One file at most after a few short fields. The form has to come to its own end; nothing of it is read after a refusal. */
async function readForm({ stream, contentType }: Incoming, take: TakePart): Promise<Quarantined> {
  const form = openForm(contentType);
  let taking: { part: Part; done: Promise<Quarantined> } | null = null;
  try {
    await new Promise<void>((resolve, reject) => {
      const refuse = (problem: FileProblem) => (cause?: unknown) => reject(new FileRefused(problem, { cause }));
      const fields = keepFields(form, refuse('unclear'));
      form.on('file', (...came) => {
        const [name, file, givenName, , declared] = came;
        file.on('error', () => undefined);
        if (name !== FILE_FIELD) return refuse('unclear')();
        const part = { stream: file, givenName, declared };
        taking = { part, done: take(part, fields) };
        taking.done.catch(reject);
      });
      for (const event of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) form.on(event, refuse('unclear'));
      form.on('error', refuse('broken_off')).on('finish', resolve);
      stream
        .on('error', refuse('broken_off'))
        .on('close', () => (stream.readableEnded ? null : refuse('broken_off')()));
      stream.pipe(form);
    });
    return await fileTaken(taking);
  } catch (error) {
    stream.unpipe(form);
    await letGo(taking);
    throw error;
  }
}

type Taking = { readonly part: Part; readonly done: Promise<Quarantined> } | null;

async function fileTaken(taking: Taking): Promise<Quarantined> {
  if (taking === null) throw new FileRefused('missing');
  return taking.done;
}

/** Ends the writing of a file that will not be taken, and waits until it has let go of the disk. */
async function letGo(taking: Taking): Promise<void> {
  taking?.part.stream.destroy();
  await taking?.done.catch(() => undefined);
}

/** The fields as they come. Each once, short, without NUL. */
function keepFields(form: BusboyInstance, refuse: () => void): Fields {
  const fields = new Map<string, string>();
  form.on('field', (...came) => {
    const [name, value, nameCut, valueCut] = came;
    if (nameCut || valueCut || fields.has(name) || value.includes('\0')) refuse();
    fields.set(name, value);
  });
  return fields;
}

function openForm(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      preservePath: true,
      limits: {
        fileSize: FILE_LIMITS.bytes + 1,
        files: 1,
        fields: 5,
        parts: 6,
        fieldNameSize: 50,
        fieldSize: 200,
        headerPairs: 20,
        headerSize: 4096,
      },
    });
  } catch (cause) {
    throw new FileRefused('unclear', { cause });
  }
}

async function writePart({ stream, givenName, declared }: Part, path: string): Promise<Quarantined> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      sizeBytes += piece.length;
      if (sizeBytes > FILE_LIMITS.bytes) throw new FileRefused('too_large');
      hash.update(piece);
      yield piece;
    }
  };
  await pipeline(stream, counted, createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE, flush: true }));
  if (sizeBytes === 0) throw new FileRefused(givenName === '' ? 'missing' : 'empty');
  return { path, givenName, declared, sizeBytes, sha256: hash.digest('hex') };
}
