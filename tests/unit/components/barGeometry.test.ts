import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR, drawBar } from '#src/components/ui/barGeometry.ts';

const LIMITS = [
  { percent: 100, text: '100%, the limit' },
  { percent: 110, text: '110%' },
];
const end = ({ x, width }: { x: number; width: number }) => Math.round((x + width) * 10) / 10;

describe('a bar of points used', () => {
  test('nothing used is no bar, and the limits are still there', () => {
    const { within, added, lines } = drawBar(0, LIMITS);
    expect([within.width, added.width]).toEqual([0, 0]);
    expect(lines.map(({ text }) => text)).toEqual(['100%, the limit', '110%']);
  });

  test('ends at the limit exactly where all of it is used', () => {
    const { within, lines } = drawBar(100, LIMITS);
    expect(end(within)).toBe(lines[0]?.x);
  });

  test('within the limit ends left of it, over the limit right of it', () => {
    expect(end(drawBar(94.7, LIMITS).within)).toBeLessThan(drawBar(94.7, LIMITS).lines[0]?.x ?? 0);
    expect(end(drawBar(114.1, LIMITS).within)).toBeGreaterThan(drawBar(114.1, LIMITS).lines[1]?.x ?? Infinity);
  });

  test('what a case would add begins where the rest ends', () => {
    const { within, added } = drawBar(109.2, LIMITS, 94.7);
    expect(added.x).toBe(end(within));
    expect(added.width).toBeGreaterThan(0);
  });

  test('the words of the two limits stand on different sides', () => {
    expect(drawBar(50, LIMITS).lines.map(({ above }) => above)).toEqual([true, false]);
  });

  test('nothing leaves the drawing, however much is used', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.double({ min: 0, max: 5000, noNaN: true }),
        (percent, before) => {
          const { within, added, lines } = drawBar(percent, LIMITS, before);
          const places = [within.x, end(within), added.x, end(added), ...lines.map(({ x }) => x)];
          return within.width >= 0 && added.width >= 0 && places.every((x) => x >= BAR.left && x <= BAR.right);
        },
      ),
    );
  });
});
