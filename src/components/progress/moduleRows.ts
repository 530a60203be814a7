import { formatDay } from '#src/domain/calendar.ts';
import { type Html, html } from '#src/domain/html.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { STRAND_NAMES } from '#src/domain/modules/words.ts';
import type { Standing, StandingRow } from '#src/domain/progress/standing.ts';
import { dueWords } from '#src/components/modules/words.ts';
import { tagHtml } from '#src/components/ui/tagHtml.ts';

function rowHtml(row: StandingRow, { id, title, strand }: ModuleMeta): Html {
  const due = row.dueOn ? formatDay(row.dueOn, { year: true, weekday: false }) : 'After the pause';
  return html`<tr id="module-${id}">
    <th scope="row"><a href="/modules/${id}">${title}</a></th>
    <td>${row.weeksLate > 0 ? tagHtml('late', dueWords(row)) : tagHtml(row.state)}</td>
    <td class="date">${due}</td>
    <td class="numeric">${row.week}</td>
    <td>${STRAND_NAMES[strand]}</td>
  </tr>`;
}

/** Every module on her route as the rows of a table, in one piece. A module that is no longer there is left out. */
export function moduleRows({ rows }: Pick<Standing, 'rows'>, modules: readonly ModuleMeta[]): Html {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const lines = rows.map((row) => {
    const module = byId.get(row.moduleId);
    return module === undefined ? null : rowHtml(row, module);
  });
  return html`${lines}`;
}
