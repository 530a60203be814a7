import { type Html, html } from '#src/domain/html.ts';
import { gone, OUTCOMES, tableView, when } from './indexWords.ts';
import type { ExportedEvidence } from './portfolioFile.ts';

type Assessment = ExportedEvidence['assessments'][number];

/** A note at a passage, with the passage where its text is still there. */
function noteView({ startsAt, endsAt, note }: Assessment['annotations'][number], text: string): Html {
  const passage = text.slice(startsAt, endsAt);
  return html`<li>${passage && html`<mark>${passage}</mark> `}${note}</li> `;
}

function verificationView(found: Assessment['verifications']): Html | null {
  const [first] = found;
  if (!first) return null;
  const said = found.map(
    ({ criterionId, outcome }) => `${criterionId} ${outcome === 'agree' ? 'agreed' : 'opened again'}`,
  );
  return html`<p>Looked at by a quality assurer on ${when(first.verifiedAt)}: ${said.join(', ')}.</p>`;
}

function countersignatureView(signed: Assessment['countersignature']): Html | null {
  if (!signed) return null;
  const what = signed.outcome === 'agreed' ? 'Countersigned' : 'Sent back';
  return html`<p>
      ${what} by ${signed.person.name} on ${when(signed.signedAt)}, entry ${signed.ledgerSeq} of the
      ledger.${signed.words && ` “${signed.words}”`}
    </p>
    ${signed.removal && gone(signed.removal)}`;
}

/** One look by an assessor: decisions, feedback and notes in the text. */
export function assessmentView(assessment: Assessment, text: string): Html {
  const { assessor, assessedAt, comment, decisions, annotations, removal } = assessment;
  return html`<section class="decision">
    <h4>Decided by ${assessor.name} on ${when(assessedAt)}</h4>
    ${removal && gone(removal)}${comment && html`<div class="words">${comment}</div>`}
    ${tableView(
      'Decision on each criterion',
      ['Criterion', 'Decision', 'Feedback'],
      decisions.map(
        ({ criterionId, outcome, feedback }) =>
          html`<tr>
            <th scope="row">${criterionId}</th>
            <td>${OUTCOMES[outcome]}</td>
            <td>${feedback}</td>
          </tr> `,
      ),
    )}
    ${
      annotations.length > 0 &&
      html`<h4>Notes in the text</h4>
        <ol>
          ${annotations.map((note) => noteView(note, text))}
        </ol>`
    }
    ${countersignatureView(assessment.countersignature)}${verificationView(assessment.verifications)}
  </section> `;
}
