import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

const WHITE: Colour = [255, 255, 255];
const INK: Colour = [11, 12, 12];
const BAR: Colour = [29, 112, 184];
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const [WIDTH, HEIGHT, MARGIN] = [480, 300, 30];

/** A picture of bars, 480 by 300: shares from 0 to 1, from left to right, over a line. The same shares are the same file. */
export function barsPng(shares: readonly number[]): Buffer {
  const step = (WIDTH - 2 * MARGIN) / shares.length;
  const colourAt = (x: number, y: number): Colour => {
    const place = (x - MARGIN) / step;
    const share = shares[Math.floor(place)] ?? 0;
    const isBar = place >= 0 && place % 1 > 0.15 && place % 1 < 0.85;
    if (y === HEIGHT - MARGIN && x >= MARGIN && x < WIDTH - MARGIN) return INK;
    return isBar && y < HEIGHT - MARGIN && y >= HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN) ? BAR : WHITE;
  };
  const rows = Array.from({ length: HEIGHT }, (_row, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_column, x) => colourAt(x, y)).flat()]),
  );
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head()),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND'),
  ]);
}

/** Width, height, eight bits a colour, red green blue. */
function head(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(WIDTH, 0);
  bytes.writeUInt32BE(HEIGHT, 4);
  bytes.set([8, 2], 8);
  return bytes;
}

function chunk(kind: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
