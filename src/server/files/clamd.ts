import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';

/** The scanner could not be asked, or did not say what it was asked. Never a "clean". */
class ScannerDown extends Error {
  override readonly name = 'ScannerDown';
}

export interface Clamd {
  /** What the scanner says of a file. Throws `ScannerDown`. */
  scan(path: string): Promise<'clean' | 'infected'>;
}

interface ClamdLimits {
  /** Without a word from the scanner for as long, it counts as down. */
  readonly silentMs: number;
}

/** A large file takes seconds; what takes longer is asked again later. */
const LIMITS: ClamdLimits = { silentMs: 30_000 };
const CHUNK_BYTES = 64 * 1024;
const LONGEST_ANSWER = 4096;
const FOUND = /^stream: .+ FOUND$/su;

/** clamd on a local socket, asked with INSTREAM: it gets the bytes and never a path. Source: clamd(8), "COMMANDS". */
export function openClamd(socketPath: string, limits: ClamdLimits = LIMITS): Clamd {
  return { scan: (path) => ask(socketPath, path, limits).then(verdict) };
}

/** Only the one sentence that means clean is clean. */
function verdict(answer: string): 'clean' | 'infected' {
  if (answer === 'stream: OK') return 'clean';
  if (FOUND.test(answer)) return 'infected';
  throw new ScannerDown('The virus scanner did not say whether the file is clean.');
}

function ask(socketPath: string, path: string, { silentMs }: ClamdLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath);
    const content = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    let answer = '';
    const fail = (cause: unknown) => {
      content.destroy();
      socket.destroy();
      reject(new ScannerDown('The virus scanner could not be asked.', { cause }));
    };
    socket.setTimeout(silentMs, () => fail(new Error('It said nothing for too long.')));
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
      if (answer.length > LONGEST_ANSWER) fail(new Error('It said too much.'));
    });
    // What it says before it has read everything, that the stream is too long for instance, is still its answer.
    socket.on('error', (error) => (answer === '' ? fail(error) : undefined));
    socket.on('close', () => {
      content.destroy();
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')).trim());
      else fail(new Error('It hung up without an answer.'));
    });
    content.on('error', fail);
    socket.on('connect', () => stream(content, socket));
  });
}

/** What begins as music does, ClamAV calls clean without a look. With one byte before it, it is searched like anything else. */
const BEFORE_SOUND = Buffer.alloc(1);

const beginsAsSound = (piece: Buffer): boolean =>
  piece.toString('latin1', 0, 3) === 'ID3' || (piece[0] === 0xff && ((piece[1] ?? 0) & 0xe0) === 0xe0);

/** A piece after its length in four bytes. Gives back false where the scanner has enough for now. */
function send(socket: Socket, piece: Buffer): boolean {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  socket.write(length);
  return socket.write(piece);
}

/** Piece by piece, whole; a length of nothing is the end. */
function stream(content: NodeJS.ReadableStream, socket: Socket): void {
  socket.write('zINSTREAM\0');
  content.once('data', (first: Buffer) => (beginsAsSound(first) ? send(socket, BEFORE_SOUND) : undefined));
  content.on('data', (piece: Buffer) => {
    if (socket.destroyed || send(socket, piece)) return;
    content.pause();
    socket.once('drain', () => content.resume());
  });
  content.on('end', () => socket.write(Buffer.alloc(4)));
}
