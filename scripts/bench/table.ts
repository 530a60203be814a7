import type { Measured } from './measure.ts';

const HEADINGS = ['page', 'connections', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes', 'failed'];

function cells({ page, connections, requestsPerSecond, p50, p95, p99, bytes, failed }: Measured): string[] {
  return [page, connections, requestsPerSecond, p50, p95, p99, bytes, failed].map(String);
}

/** Prints a table that can be pasted into docs/performance.md as it is. */
export function printTable(rows: readonly Measured[]): void {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const written = lines.map((line) => `| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`);
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log([written[0], rule, ...written.slice(1)].join('\n'));
}
