import { countsText, stateText } from '#src/domain/cohorts/file.ts';
import { type Heatmap, type HeatModule, type HeatRow, heatCounts } from '#src/domain/cohorts/heatmap.ts';
import { type Html, html } from '#src/domain/html.ts';
import { STRAND_NAMES } from '#src/domain/modules/words.ts';
import { STRAND_LETTERS } from './heat.ts';

function moduleHtml({ moduleId, strand, state, title, weeksLate }: HeatModule, traineeId: string): Html {
  const words = `${STRAND_LETTERS[strand]}, ${STRAND_NAMES[strand]}, ${title}: ${stateText(state, weeksLate)}`;
  return html`<a
    class="heat__module heat__module--${state}"
    href="/trainees/${traineeId}#module-${moduleId}"
    title="${words}"
    aria-label="${words}"
    >${STRAND_LETTERS[strand]}</a
  >`;
}

/** Weeks that lie before or after the columns, in one cell. */
function sumHtml(modules: readonly HeatModule[]): Html {
  const late = heatCounts(modules).late > 0 ? ' heat__module--late' : '';
  return html`<td class="heat__sum${late}">${countsText(modules)}</td>`;
}

function rowHtml({ row, before, cells, after, due, doneOfDue }: HeatRow, map: Heatmap): Html {
  const { traineeId, name } = row;
  const weeks = cells.map((modules, column) => {
    const links = modules.map((module) => moduleHtml(module, traineeId));
    return map.offsets[column] === 0 ? html`<td class="heat__now">${links}</td>` : html`<td>${links}</td>`;
  });
  return html`<tr>
    <th scope="row"><a href="/trainees/${traineeId}#progress">${name}</a></th>
    <td class="nowrap">${doneOfDue} of ${due}</td>
    ${map.hasBefore && sumHtml(before)}${weeks}${map.hasAfter && sumHtml(after)}
  </tr>`;
}

/** The rows of the weeks in one piece: a component for each cell would cost more than all else on the page. */
export function heatRows(map: Heatmap): Html {
  return html`${map.rows.map((row) => rowHtml(row, map))}`;
}
