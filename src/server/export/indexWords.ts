import { formatDay, formatInstant } from '#src/domain/calendar.ts';
import type { CriterionOutcome, OwnRating, RecordPart, SignOffSubject } from '#src/domain/portfolio/words.ts';
import { type Html, html } from '#src/domain/html.ts';

export const OUTCOMES: Readonly<Record<CriterionOutcome, string>> = {
  met: 'Met',
  working_towards: 'Working towards',
  not_met: 'Not met',
};
export const RATINGS: Readonly<Record<OwnRating, string>> = {
  not_yet: 'Not yet',
  with_help: 'With help',
  on_my_own: 'On my own',
  could_show_others: 'Could show others',
};
export const SUBJECTS: Readonly<Record<SignOffSubject, string>> = {
  criterion: 'Criterion',
  unit: 'Unit',
  qualification: 'The whole qualification',
};
export const PARTS: Readonly<Record<RecordPart, string>> = { assessor: 'As assessor', trainee: 'As trainee' };

/** An instant of the file as people read it. */
export const when = (instant: string): string => formatInstant(new Date(instant));
export const day = (date: string | null): string | null => date && formatDay(date, { year: true });

/** Name and value, each on a line; what is empty is left out. */
export function facts(pairs: readonly (readonly [string, Html | string | number | null])[]): Html {
  const there = pairs.filter(([, value]) => value !== null && value !== '');
  return html`<dl>
    ${there.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd> `,
    )}
  </dl>`;
}

/**
 * A link to a file beside the page; on paper its name. A page that is printed to a PDF would lead into folders of whoever printed it, and
 * no portfolio takes a PDF that leads to files.
 */
export const fileLink = (path: string, name: string): Html =>
  html`<a class="on-screen" href="${path}">${name}</a><span class="on-paper">${name}</span>`;

/** That content was removed, when and why, and the hash it had. */
export function gone(removal: { reason: string; removedAt: string; sha256: string | null }): Html {
  return html`<p class="gone">
    The content was removed on ${when(removal.removedAt)}:
    ${removal.reason}${removal.sha256 && html`<br /><span class="hash">SHA-256 ${removal.sha256}</span>`}
  </p>`;
}

/** A table that may be wider than a telephone. `rows` are whole rows. */
export function tableView(caption: string, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="wide">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}
