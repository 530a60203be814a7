import sharp from 'sharp';
import { FileRefused } from '../fileProblem.ts';
import { EXAMINE_LIMITS } from './limits.ts';

/**
 * Writes a picture anew from its pixels: turned as it was meant, without place, camera, author, thumbnail or anything that was hung on to
 * it. Throws `FileRefused`.
 */
export async function rewriteImage(path: string, type: 'png' | 'jpeg', out: string): Promise<void> {
  sharp.concurrency(1);
  sharp.cache(false);
  const picture = sharp(path, { limitInputPixels: EXAMINE_LIMITS.pixels, failOn: 'error', pages: 1 });
  const { width, height, format } = await picture.metadata().catch(refuse);
  if (format !== type) throw new FileRefused('not_what_it_says');
  if (width * height > EXAMINE_LIMITS.pixels) throw new FileRefused('too_many_pixels');
  const turned = picture.autoOrient();
  const written = type === 'png' ? turned.png({ compressionLevel: 6 }) : turned.jpeg({ quality: 90 });
  await written.toFile(out).catch(refuse);
}

function refuse(cause: unknown): never {
  const isLarge = cause instanceof Error && cause.message.includes('pixel limit');
  throw new FileRefused(isLarge ? 'too_many_pixels' : 'damaged', { cause });
}
