import { buffer } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Every file of a zip by its path, whole. Rejects where the zip is damaged or a path leads out of it. */
export function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error) return void reject(error);
      const files = new Map<string, Buffer>();
      archive.on('error', reject);
      archive.on('end', () => resolve(files));
      archive.on('entry', (entry: Entry) => {
        contentOf(archive, entry).then((content) => {
          files.set(entry.fileName, content);
          archive.readEntry();
        }, reject);
      });
      archive.readEntry();
    });
  });
}

function contentOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) return void reject(error);
      buffer(stream).then(resolve, reject);
    });
  });
}
