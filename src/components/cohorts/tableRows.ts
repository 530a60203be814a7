import { COHORT_COLUMNS, type CohortCell } from '#src/domain/cohorts/columns.ts';
import { strandText } from '#src/domain/cohorts/file.ts';
import { type Expected, strandsOf } from '#src/domain/cohorts/heatmap.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { type Html, html } from '#src/domain/html.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { tagHtml } from '#src/components/ui/tagHtml.ts';

function cellHtml({ text, href, status }: CohortCell): Html {
  const words = status ? tagHtml(status, text) : text;
  return href === null ? html`<td>${words}</td>` : html`<td><a href="${href}">${words}</a></td>`;
}

const rowHtml = (row: CohortRow): Html =>
  html`<tr>
    <th scope="row"><a href="/trainees/${row.traineeId}">${row.name}</a></th>
    ${COHORT_COLUMNS.slice(1).map(({ cell }) => cellHtml(cell(row)))}
  </tr>`;

/** The rows of "Where everybody stands" in one piece: there are many cells. */
export function standingRows(rows: readonly CohortRow[]): Html {
  return html`${rows.map(rowHtml)}`;
}

function strandHtml(expected: Expected | null): Html {
  const words = strandText(expected);
  return html`<td>${expected !== null && expected.late > 0 ? tagHtml('late', words) : words}</td>`;
}

/** The rows of "Done of due by strand", likewise. */
export function strandRows(rows: readonly CohortRow[], modules: readonly Pick<ModuleMeta, 'id' | 'strand'>[]): Html {
  const lines = rows.map(
    (row) =>
      html`<tr>
        <th scope="row"><a href="/trainees/${row.traineeId}#progress">${row.name}</a></th>
        ${strandsOf(row, modules).map(strandHtml)}
      </tr>`,
  );
  return html`${lines}`;
}
