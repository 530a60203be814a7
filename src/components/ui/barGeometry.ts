/** A limit drawn across the bar, such as 100% of the points a trainee may carry. */
export interface BarLine {
  readonly percent: number;
  readonly text: string;
}

export const BAR = { width: 400, height: 84, left: 2, right: 398, top: 26, bottom: 58 } as const;

export interface BarDrawing {
  readonly within: { readonly x: number; readonly width: number };
  readonly added: { readonly x: number; readonly width: number };
  readonly lines: readonly { readonly x: number; readonly text: string; readonly above: boolean }[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * Where the parts of a bar of `percent` of a limit go. `before` splits it: what was there, then what is added.
 * The scale always reaches past the highest line, and past the bar.
 */
export function drawBar(percent: number, lines: readonly BarLine[], before = percent): BarDrawing {
  const highest = Math.max(percent, before, ...lines.map((limit) => limit.percent));
  const reach = Math.ceil(highest / 10) * 10 + 10;
  const x = (value: number): number => round(BAR.left + (Math.max(0, value) / reach) * (BAR.right - BAR.left));
  const split = Math.min(before, percent);
  return {
    within: { x: BAR.left, width: round(x(split) - BAR.left) },
    added: { x: x(split), width: round(x(percent) - x(split)) },
    lines: lines.map((limit, index) => ({ x: x(limit.percent), text: limit.text, above: index % 2 === 0 })),
  };
}
