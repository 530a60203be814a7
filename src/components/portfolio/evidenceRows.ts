import type { StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { tagHtml } from '#src/components/ui/tagHtml.ts';
import { formatDay, londonDay } from '#src/domain/calendar.ts';
import { type Html, html } from '#src/domain/html.ts';
import type { EvidenceState } from '#src/domain/portfolio/evidenceState.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import { EVIDENCE_KIND_NAMES } from '#src/domain/portfolio/words.ts';
import { claimWords, heldSince, stateOfEvidence } from './evidence.ts';
import { isLongDone } from './myEvidence.ts';

/** One piece in the list of those who support a trainee. */
export interface HandedInRow {
  readonly submission: StandingSubmission;
  readonly state: EvidenceState;
}

/**
 * What others see of each piece: its newest snapshot that was not taken back and that both signed where both sign. Where the newest
 * version was taken back, the one before it.
 */
export function handedInRows(
  submissions: readonly StandingSubmission[],
  qualifications: Qualifications,
): readonly HandedInRow[] {
  const standing = submissions.filter(({ withdrawnAt, awaitsSignatures }) => withdrawnAt === null && !awaitsSignatures);
  const highest = new Map<string, number>();
  for (const { evidenceId, number } of standing)
    highest.set(evidenceId, Math.max(number, highest.get(evidenceId) ?? number));
  const newest = standing.filter(({ evidenceId, number }) => highest.get(evidenceId) === number);
  return newest.map((submission) => ({ submission, state: stateOfEvidence(submission, qualifications) }));
}

/** A long list without what asks nothing of anybody any more: those rows, and how many were left out. */
export function withoutDone(rows: readonly HandedInRow[]): { shown: readonly HandedInRow[]; left: number } {
  const counts = Map.groupBy(rows, ({ state }) => state);
  const shown = rows.filter(({ state }) => !isLongDone(state, counts.get(state)?.length ?? 0));
  return { shown, left: rows.length - shown.length };
}

interface Told {
  readonly qualifications: Qualifications;
  readonly today: string;
}

function rowHtml({ submission, state }: HandedInRow, { qualifications, today }: Told): Html {
  const { evidenceId, title, kind, claims, submittedAt } = submission;
  const day = formatDay(londonDay(submittedAt), { year: today, weekday: false });
  return html`<tr>
    <th scope="row">
      <a href="/portfolio/evidence/${evidenceId}">${title || 'Its words were removed'}</a>
      <span class="muted small cell-note"
        >${EVIDENCE_KIND_NAMES[kind]}, ${claims.length === 1 ? 'criterion' : 'criteria'}
        ${claimWords(submission, qualifications)}</span
      >
    </th>
    <td>
      ${tagHtml(state)} <span class="cell-note">Handed in on ${day}. ${heldSince(submission, state, today)}</span>
    </td>
  </tr>`;
}

/** The rows of the table in one piece: a component for each took longer than the rest of the page. */
export function handedInHtml(rows: readonly HandedInRow[], told: Told): Html {
  return html`${rows.map((row) => rowHtml(row, told))}`;
}
