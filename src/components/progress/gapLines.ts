import { formatDay } from '#src/domain/calendar.ts';
import { type Html, html } from '#src/domain/html.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { PracticeGap } from '#src/domain/progress/practice.ts';
import { evidenceHref } from './words.ts';

/** A module that nobody has seen in practice since it was read. */
interface GapRow {
  readonly gap: PracticeGap;
  readonly module: ModuleMeta;
}

const startHtml = ({ gap, module }: GapRow): Html =>
  html` <a href="${evidenceHref(gap.criteria)}"
    >Start evidence for it<span class="govuk-visually-hidden">: ${module.title}</span></a
  >`;

/** Lines of such modules. `isHers`: the reader is the trainee, who may start evidence. */
export function gapLines(rows: readonly GapRow[], isHers: boolean): Html {
  const lines = rows.map(
    (row) =>
      html`<li>
        <a href="/modules/${row.module.id}">${row.module.title}</a>, done on
        ${formatDay(row.gap.doneOn, { year: true, weekday: false })}: criteria
        ${row.gap.criteria.join(', ')}.${isHers && startHtml(row)}
      </li>`,
  );
  return html`${lines}`;
}
