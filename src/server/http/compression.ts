import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

/** Under one network packet a smaller body arrives no sooner. */
const SMALLEST_WORTH_BYTES = 1024;
const COMPRESSIBLE = /^(text\/|application\/(json|javascript|xml|manifest\+json|json\+devalue)|image\/svg\+xml)/u;

/** The better of the encodings the browser takes, or null. An encoding marked `q=0` is one it does not take. */
export function chooseEncoding(accepted: string | undefined): Encoding | null {
  if (!accepted) return null;
  const offers = accepted.toLowerCase().split(',').map((offer) => offer.trim());
  const takes = (name: string) => offers.some((offer) => offer === name || (offer.startsWith(`${name};`) && !/;\s*q=0(\.0*)?$/u.test(offer)));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : null;
}

/** Text of a size where compressing pays. */
export function isWorthCompressing(type: unknown, sizeBytes: number): boolean {
  return sizeBytes >= SMALLEST_WORTH_BYTES && typeof type === 'string' && COMPRESSIBLE.test(type);
}

/** Compresses on Node's thread pool. `effort` is brotli's quality: 4 for a page made now, 11 for a file made once. */
export function compress(body: Buffer, encoding: Encoding, effort: 4 | 11): Promise<Buffer> {
  if (encoding === 'gzip') return gunzippable(body, { level: effort === 11 ? 9 : 6 });
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
