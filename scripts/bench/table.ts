import type { Measured } from './measure.ts';

const HEADINGS = ['page', 'connections', 'requests/s', 'p50 ms', 'p95 ms', 'p99 ms', 'bytes', 'failed'];

/** A Markdown table that can be pasted into docs/performance.md as it is: names to the left, figures to the right. */
export function tableOf(rows: readonly Measured[]): string {
  const lines = [HEADINGS, ...rows.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const [heading = '', ...written] = lines.map((line) => rowOf(line, widths));
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [heading, `| ${rule.join(' | ')} |`, ...written].join('\n');
}

function cellsOf({ page, connections, requestsPerSecond, p50, p95, p99, bytes, failed }: Measured): string[] {
  const times = [p50, p95, p99].map((ms) => ms.toFixed(1));
  return [page, String(connections), String(requestsPerSecond), ...times, String(bytes), String(failed)];
}

function rowOf(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
  return `| ${padded.join(' | ')} |`;
}
