/**
 * Exact arithmetic for hours and percentages: both are kept as whole numbers while we count (hundredths of an hour, tenths of
 * a percent), because 37 - 29.6 is not 7.4 in binary fractions and a limit must not turn on that.
 */

/** Hours as whole hundredths. Finer fractions are rounded to the nearest hundredth. */
export function hundredths(hours: number): number {
  return Math.round(hours * 100);
}

/** Percent as whole tenths. */
export function tenths(percent: number): number {
  return Math.round(percent * 10);
}

/** Whole part of a fraction of two whole numbers, neither of them negative. */
export function divideDown(numerator: number, denominator: number): number {
  return (numerator - (numerator % denominator)) / denominator;
}

/** A fraction of two whole numbers, neither of them negative, to the nearest whole number, halves up. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return divideDown(2 * numerator + denominator, 2 * denominator);
}

/** Into how many parts a point is divided while shares are counted: a whole percent of a whole percent. */
const PARTS_IN_POINT = 10_000;

/** Points as whole parts, so that shares neither make nor lose any. */
export function pointParts(points: number): number {
  return Math.round(points * PARTS_IN_POINT);
}

/** Parts back as points: 31.5, never 31.499999. */
export function pointsOfParts(parts: number): number {
  return parts / PARTS_IN_POINT;
}
