import { STRAND_NAMES } from '#src/domain/modules/words.ts';
import type { ReviewState } from '#src/domain/modules/review.ts';
import type { ModuleRow } from '#src/server/content/report.ts';

const REVIEW_WORDS: Readonly<Record<ReviewState, string>> = {
  fine: '',
  due: 'due soon',
  passed: 'PASSED',
  over: 'OVER',
};

/** Heading -> what stands under it for one module. Numbers stand to the right. */
const COLUMNS: Readonly<Record<string, (row: ModuleRow) => string | number>> = {
  module: ({ id }) => id,
  strand: ({ strand }) => STRAND_NAMES[strand],
  version: ({ version }) => version,
  words: ({ words }) => words,
  minutes: ({ minutes }) => minutes,
  reading: ({ readingMinutes }) => readingMinutes,
  measured: ({ measuredMinutes }) => measuredMinutes ?? '-',
  grade: ({ grade }) => grade.toFixed(1),
  questions: ({ questions }) => questions,
  exercises: ({ exercises }) => exercises,
  terms: ({ terms }) => terms,
  criteria: ({ criteria }) => criteria.join(' '),
  'as of': ({ asOf }) => asOf,
  'review by': ({ reviewBy, review }) => `${reviewBy} ${REVIEW_WORDS[review]}`.trim(),
  problems: ({ problems }) => problems,
};

const LEFT: ReadonlySet<string> = new Set(['module', 'strand', 'criteria', 'review by']);

/** The state of all modules as lines of a table, the heading first. */
export function reportTable(rows: readonly ModuleRow[]): string[] {
  const columns = Object.entries(COLUMNS).map(([heading, cellOf]) => {
    const cells = [heading, ...rows.map((row) => String(cellOf(row)))];
    const width = Math.max(...cells.map(({ length }) => length));
    return cells.map((cell) => (LEFT.has(heading) ? cell.padEnd(width) : cell.padStart(width)));
  });
  return ['', ...rows].map((_row, line) =>
    columns
      .map((cells) => cells[line] ?? '')
      .join('  ')
      .trimEnd(),
  );
}
