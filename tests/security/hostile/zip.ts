import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive, honest unless told otherwise. */
export interface ZipEntry {
  readonly name: string;
  readonly content: string | Buffer;
  /** Stored as it is; deflated otherwise. */
  readonly isStored?: boolean;
  /** The size the archive tells, where it lies. */
  readonly toldSize?: number;
  readonly isEncrypted?: boolean;
  /** Points at the content of the entry before it. */
  readonly isSameAsBefore?: boolean;
}

/** An archive byte by byte, as no honest program writes it: any name, any size, any flag. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let before = 0;
  for (const entry of entries) {
    const packed = pack(entry);
    if (!entry.isSameAsBefore) {
      before = offset;
      const local = Buffer.concat([localHeader(packed), packed.name, packed.bytes]);
      locals.push(local);
      offset += local.length;
    }
    directory.push(Buffer.concat([centralHeader(packed, before), packed.name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

interface Packed {
  readonly name: Buffer;
  readonly bytes: Buffer;
  readonly size: number;
  readonly crc: number;
  readonly method: number;
  readonly flags: number;
}

const UTF8_NAMES = 0x800;

function pack({ name, content, isStored = false, toldSize, isEncrypted = false }: ZipEntry): Packed {
  const plain = Buffer.from(content);
  return {
    name: Buffer.from(name, 'utf8'),
    bytes: isStored ? plain : deflateRawSync(plain, { level: 9 }),
    size: toldSize ?? plain.length,
    crc: crc32(plain),
    method: isStored ? 0 : 8,
    flags: UTF8_NAMES | (isEncrypted ? 1 : 0),
  };
}

function localHeader({ name, bytes, size, crc, method, flags }: Packed): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function centralHeader({ name, bytes, size, crc, method, flags }: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(bytes.length, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return header;
}
