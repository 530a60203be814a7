import { answerWords, DETAIL_FIELDS } from '#src/domain/portfolio/details.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind } from '#src/domain/portfolio/words.ts';
import { PERSONAL_DATA_NAMES, isPersonalDataKind } from '#src/domain/personalData/words.ts';
import type { ExportedFile } from './fileParts.ts';
import { type Html, html } from '#src/domain/html.ts';
import { assessmentView } from './indexAssessment.ts';
import { day, facts, fileLink, gone, PARTS, when } from './indexWords.ts';
import type { ExportedEvidence } from './portfolioFile.ts';

type Snapshot = ExportedEvidence['snapshots'][number];
type Files = ReadonlyMap<string, ExportedFile>;

function detailsView(kind: EvidenceKind, details: Readonly<Record<string, string>>): Html {
  return facts(
    Object.entries(details).map(([name, answer]) => {
      const field = DETAIL_FIELDS[kind].find((one) => one.name === name);
      return [field?.label ?? name, field && answer !== '' ? answerWords(field, answer) : answer] as const;
    }),
  );
}

function claimsView(claims: readonly { criterionId: string; whereShown: string }[]): Html {
  if (claims.length === 0) return html`<p>No criteria claimed.</p>`;
  return html`<h4>Criteria</h4>
    <ul>
      ${claims.map(
        ({ criterionId, whereShown }) =>
          html`<li><a href="#criterion-${criterionId}">${criterionId}</a>${whereShown && `: ${whereShown}`}</li> `,
      )}
    </ul>`;
}

function fileView(file: ExportedFile | undefined): Html {
  if (!file) return html`<li>A file that is not known any more</li>`;
  const size = `${String(Math.ceil(file.sizeBytes / 1024))} KB`;
  const hash = html`<br /><span class="hash">SHA-256 ${file.sha256}</span>`;
  if (file.path !== null) return html`<li>${fileLink(file.path, file.name)}, ${size}${hash}</li> `;
  const why =
    file.removal?.reason ??
    (file.scan === 'infected' ? 'the virus scanner found something harmful' : 'the file was removed');
  return html`<li>${file.name || 'A file'}, ${size}: its content is not there any more (${why})${hash}</li> `;
}

function filesView(ids: readonly string[], files: Files): Html | null {
  return ids.length === 0
    ? null
    : html`<h4>Files</h4>
        <ul>
          ${ids.map((id) => fileView(files.get(id)))}
        </ul>`;
}

function justifiedView(rows: readonly { kind: string; reason: string }[]): Html | null {
  if (rows.length === 0) return null;
  const nameOf = (kind: string) => (isPersonalDataKind(kind) ? PERSONAL_DATA_NAMES[kind] : kind);
  return html`<h4>Why personal details may stand here</h4>
    <ul>
      ${rows.map(({ kind, reason }) => html`<li>${nameOf(kind)}: ${reason}</li> `)}
    </ul>`;
}

function signaturesView({ signatures, refusal, signOff }: Snapshot): Html {
  return html`${signatures.map(
    ({ part, person, words, signedAt, ledgerSeq, removal }) =>
      html`<p>
          <strong>${PARTS[part]}:</strong> ${person.name} signed on ${when(signedAt)}, entry ${ledgerSeq} of the
          ledger.${words && ` “${words}”`}
        </p>
        ${removal && gone(removal)}`,
  )}${
    refusal &&
    html`<p>
      <strong>Sent back unsigned</strong> by ${refusal.person.name} on
      ${when(refusal.refusedAt)}${refusal.reason && `: “${refusal.reason}”`}
    </p>`
  }${signOff && html`<p><strong>Signed off as a whole</strong> by ${signOff.signedBy.name} on ${when(signOff.signedAt)}, entry ${signOff.ledgerSeq} of the ledger.</p>`}`;
}

function snapshotView(snapshot: Snapshot, item: ExportedEvidence, files: Files): Html {
  const assessed = item.assessments.filter(({ submissionId }) => submissionId === snapshot.id);
  const words = snapshot.removal
    ? gone(snapshot.removal)
    : html`${detailsView(snapshot.kind, snapshot.details)}
        <div class="words">${snapshot.text}</div>`;
  return html`<section>
    <h3>Handed in on ${when(snapshot.submittedAt)} (number ${snapshot.number})</h3>
    ${snapshot.withdrawnAt && html`<p>Taken back on ${when(snapshot.withdrawnAt)}, before anybody decided.</p>`}
    ${facts([
      ['Title', snapshot.title],
      ['Kind', EVIDENCE_KIND_NAMES[snapshot.kind]],
      ['Day of the practice', day(snapshot.happenedOn)],
      ['Written down by', snapshot.writer?.name ?? null],
      ['What was changed', snapshot.changeNote],
      ['Criteria as of', snapshot.qualificationVersion],
      ['SHA-256', html`<span class="hash">${snapshot.sha256}</span>`],
    ])}
    ${words}${claimsView(snapshot.claims)}${filesView(snapshot.files, files)}${justifiedView(snapshot.justifications)}${signaturesView(snapshot)}
    ${assessed.map((assessment) => assessmentView(assessment, snapshot.removal ? '' : snapshot.text))}
  </section> `;
}

function witnessView(witness: ExportedEvidence['witness']): Html | null {
  if (!witness) return null;
  const { asked, answer, check } = witness;
  return html`<h3>Witness</h3>
    ${asked.map((one) =>
      one.removal
        ? html`<p>${one.madeBy.name} asked a witness on ${when(one.madeAt)}.</p>
            ${gone(one.removal)}`
        : html`<p>
            ${one.madeBy.name} asked ${one.witnessName}, ${one.witnessJob}, on ${when(one.madeAt)}: “${one.question}”
          </p> `,
    )}${
      answer &&
      html`${facts([
        ['Answered by', answer.removal ? null : `${answer.name}, ${answer.job}`],
        ['Knows the work', answer.relationship],
        ['On', when(answer.answeredAt)],
        ['SHA-256', html`<span class="hash">${answer.sha256}</span>`],
      ])}${answer.removal ? gone(answer.removal) : html`<div class="words">${answer.text}</div>`}`
    }${
      check &&
      html`<p>
          ${check.assessor.name} made sure of the witness on ${when(check.checkedAt)}${check.how && `: ${check.how}`}
        </p>
        ${check.removal && gone(check.removal)}`
    }`;
}

function draftView(item: ExportedEvidence, files: Files): Html | null {
  const { draft } = item;
  if (!draft) return null;
  return html`<section>
    <h3>Your own draft, saved ${when(draft.savedAt)}</h3>
    ${facts([
      ['Title', draft.title],
      ['Day of the practice', day(draft.happenedOn)],
    ])}${detailsView(item.kind, draft.details)}
    <div class="words">${draft.text}</div>
    ${claimsView(draft.claims)}${filesView(draft.files, files)}${justifiedView(draft.justifications)}
  </section> `;
}

/** What a piece of evidence is called: by its newest words. */
export const titleOf = ({ draft, snapshots }: ExportedEvidence): string =>
  draft?.title || snapshots.at(-1)?.title || 'Evidence without a title';

/** One piece of evidence: its draft, every snapshot with what was decided, and its witness. */
export function evidenceView(item: ExportedEvidence, files: Files): Html {
  return html`<section class="item" id="evidence-${item.id}">
    <h2>${titleOf(item)}</h2>
    <p>
      ${EVIDENCE_KIND_NAMES[item.kind]}${item.writer && `, written down by ${item.writer.name}`}. Begun on
      ${when(item.createdAt)}.
    </p>
    ${item.removedAt && html`<p class="gone">Taken out of the portfolio on ${when(item.removedAt)}.</p>`}${item.removal && gone(item.removal)}
    ${draftView(item, files)}${witnessView(item.witness)} ${item.snapshots.length === 0 && html`<p>Not handed in.</p>`}
    ${item.snapshots.map((snapshot) => snapshotView(snapshot, item, files))}
  </section> `;
}
