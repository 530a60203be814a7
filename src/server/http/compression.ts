import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import { openTurns } from '../turns.ts';

export type Encoding = 'br' | 'gzip';

const brotliLater = promisify(brotliCompress);
const gzipLater = promisify(gzip);

/** Under one network packet a smaller body arrives no sooner. */
const SMALLEST_WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|manifest\+json|json\+devalue)|image\/svg\+xml)/u;

/** The better of the encodings the browser takes, or null. An encoding marked `q=0` is one it does not take. */
export function chooseEncoding(accepted: string | undefined): Encoding | null {
  if (!accepted) return null;
  const offers = accepted
    .toLowerCase()
    .split(',')
    .map((offer) => offer.trim());
  const takes = (name: string) =>
    offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/u.test(offer)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}

/** Text of a size where compressing pays. */
export function isWorthCompressing(type: unknown, sizeBytes: number): boolean {
  return sizeBytes >= SMALLEST_WORTH_BYTES && typeof type === 'string' && COMPRESSIBLE.test(type);
}

/** From here on the thread pool pays: handing a page over and back costs 0.06 ms, compressing 8 kB of it at once 0.1 ms (docs/performance.md). */
const LARGE_BYTES = 8 * 1024;

/** As many as the thread pool works on while others use it too. Each holds 2 MB until it is done, begun or not. */
const inTurn = openTurns({ atOnce: 3 });
/** What comes out at a time: most pages in one piece, so that one turn of the pool is enough. */
const PIECE_BYTES = 32 * 1024;

/** Compresses a page: a small one at once, a large one on the thread pool, so that the next request need not wait for it. */
export function compress(body: Buffer, encoding: Encoding): Buffer | Promise<Buffer> {
  if (body.length >= LARGE_BYTES) {
    return inTurn(() =>
      encoding === 'gzip'
        ? gzipLater(body, { level: 6, chunkSize: PIECE_BYTES })
        : brotliLater(body, { ...brotliOptions(body, 4), chunkSize: PIECE_BYTES }),
    );
  }
  return encoding === 'gzip' ? gzipSync(body, { level: 6 }) : brotliCompressSync(body, brotliOptions(body, 4));
}

/** Compresses a file as small as it gets, on the thread pool: slow, and done once. */
export function compressWell(body: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === 'gzip' ? gzipLater(body, { level: 9 }) : brotliLater(body, brotliOptions(body, 11));
}

function brotliOptions(body: Buffer, quality: number) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return {
    params: { [BROTLI_PARAM_QUALITY]: quality, [BROTLI_PARAM_LGWIN]: 18, [BROTLI_PARAM_SIZE_HINT]: body.length },
  };
}
