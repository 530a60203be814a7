import { setImmediate as nextTurn } from 'node:timers/promises';
import { EVIDENCE_KIND_NAMES } from '#src/domain/portfolio/words.ts';
import { type Html, html } from '#src/domain/html.ts';
import { evidenceView, titleOf } from './indexEvidence.ts';
import { INDEX_STYLE } from './indexStyle.ts';
import { day, fileLink, gone, RATINGS, SUBJECTS, tableView, when } from './indexWords.ts';
import type { PortfolioFile } from './portfolioFile.ts';

const idOf = (criterionId: string) => `criterion-${criterionId}`;

function headView({ trainee, exportedAt, evidence, files, signOffs }: PortfolioFile): Html {
  return html`<a class="skip" href="#main">Skip to the portfolio</a>
    <header>
      <h1>Portfolio of ${trainee.name}</h1>
      <p>
        Taken out of the learning portal on ${when(exportedAt)}. It holds ${evidence.length} pieces of evidence,
        ${files.filter(({ path }) => path !== null).length} files and ${signOffs.length} signatures under criteria,
        units or the qualification, as they stood then.
      </p>
      <p class="small">
        The same as data: ${fileLink('portfolio.json', 'portfolio.json')}. How to check the signatures:
        ${fileLink('ledger/VERIFY.txt', 'ledger/VERIFY.txt')}.
      </p>
    </header> `;
}

/** What stands before the body and begins it. Written as text: a formatter of HTML would close what is still open. */
const opening = (title: string): string =>
  [
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    `${html`<title>${title}</title>`.text}\n<style>${INDEX_STYLE}</style>\n</head>\n<body>\n`,
  ].join('\n');

function contentsView({ evidence }: PortfolioFile): Html {
  return html`<nav aria-label="Contents">
    <h2>Contents</h2>
    <ol>
      <li><a href="#criteria">Units and criteria</a></li>
      <li><a href="#signatures">Signatures</a></li>
      <li><a href="#plan">Assessment plan</a></li>
      ${evidence.map((item) => html`<li><a href="#evidence-${item.id}">${titleOf(item)}</a>, ${EVIDENCE_KIND_NAMES[item.kind]}</li> `)}
    </ol>
  </nav> `;
}

type Version = PortfolioFile['qualifications'][number];
type Criterion = Version['units'][number]['criteria'][number];

/** One criterion: which evidence claims it, how she sees herself, and whether it is signed off. */
function criterionRow(file: PortfolioFile, { version }: Version, { id, text }: Criterion): Html {
  const shown = file.evidence.filter(({ snapshots }) =>
    snapshots.some(
      (one) => one.qualificationVersion === version && one.claims.some(({ criterionId }) => criterionId === id),
    ),
  );
  const own = file.ratings.find(
    (rating) =>
      rating.criterionId === id && (rating.qualificationVersion ?? file.qualifications[0]?.version) === version,
  );
  const signed = file.signOffs.find(
    (one) => one.subject === 'criterion' && one.subjectId === id && one.qualificationVersion === version && !one.unlock,
  );
  return html`<tr>
    <th scope="row">${id} ${text}</th>
    <td>
      ${shown.length === 0 ? 'None yet' : shown.map((item) => html`<a href="#evidence-${item.id}">${titleOf(item)}</a><br />`)}
    </td>
    <td>${own ? RATINGS[own.rating] : 'None'}</td>
    <td>${signed ? `Signed off ${when(signed.signedAt)} by ${signed.signedBy.name}` : 'Not signed off'}</td>
  </tr> `;
}

/** The units of each version. Anchors of criteria stand at the newest version, which comes first. */
function criteriaView(file: PortfolioFile): Html {
  const versions = [...file.qualifications].reverse();
  const anchored = new Set<string>();
  const anchor = (id: string) => {
    if (anchored.has(id)) return null;
    anchored.add(id);
    return html`<span id="${idOf(id)}"></span>`;
  };
  return html`<section id="criteria">
    <h2>Units and criteria</h2>
    ${versions.map(
      (version) =>
        html`<h3>${version.label} (${version.version})</h3>
          <p class="small">${version.notice}</p>
          ${version.units.map(
            (unit) =>
              html`${unit.criteria.map(({ id }) => anchor(id))}
              ${tableView(
                `Unit ${unit.id}: ${unit.title}`,
                ['Criterion', 'Evidence', 'Own rating', 'Signed off'],
                unit.criteria.map((criterion) => criterionRow(file, version, criterion)),
              )} `,
          )}`,
    )}
  </section> `;
}

type Unlock = NonNullable<PortfolioFile['signOffs'][number]['unlock']>;

const unlockView = ({ unlockedAt, by, reason, ledgerSeq, removal }: Unlock): Html =>
  html`Opened again on ${when(unlockedAt)} by ${by.name}${reason && `: ${reason}`} (entry
  ${ledgerSeq})${removal && gone(removal)}`;

function signaturesView({ signOffs }: PortfolioFile): Html {
  const rows = signOffs.map(
    ({ subject, subjectId, qualificationVersion, signedBy, signedAt, ledgerSeq, unlock }) =>
      html`<tr>
        <th scope="row">${SUBJECTS[subject]} ${subject === 'qualification' ? '' : subjectId}</th>
        <td>${qualificationVersion}</td>
        <td>${signedBy.name}, ${when(signedAt)}</td>
        <td>${ledgerSeq}</td>
        <td>${unlock ? unlockView(unlock) : 'Stands'}</td>
      </tr> `,
  );
  if (rows.length === 0)
    return html`<section id="signatures">
      <h2>Signatures</h2>
      <p>Nothing was signed off yet.</p>
    </section> `;
  return html`<section id="signatures">
    <h2>Signatures</h2>
    ${tableView('Signatures, in the order of the ledger', ['What', 'Criteria as of', 'Signed by', 'Entry', 'State'], rows)}
  </section> `;
}

function planView({ plan }: PortfolioFile): Html {
  const open = plan.filter(({ removedAt }) => removedAt === null);
  if (open.length === 0)
    return html`<section id="plan">
      <h2>Assessment plan</h2>
      <p>Nothing was planned.</p>
    </section> `;
  return html`<section id="plan">
    <h2>Assessment plan</h2>
    <ul>
      ${open.map(
        ({ kind, criteria, plannedOn, words, plannedBy, removal }) =>
          html`<li>
            ${day(plannedOn)}: ${EVIDENCE_KIND_NAMES[kind]} for ${criteria.join(', ')}. ${words}
            (${plannedBy.name})${removal && gone(removal)}
          </li> `,
      )}
    </ul>
  </section> `;
}

/** The whole portfolio as one page that needs nothing beside it, a piece at a time, with a pause after each so that others get their turn. */
export async function* indexPage(file: PortfolioFile): AsyncGenerator<string> {
  const files = new Map(file.files.map((one) => [one.id, one]));
  yield opening(`Portfolio of ${file.trainee.name}`);
  yield headView(file).text;
  yield contentsView(file).text;
  yield '<main id="main">\n';
  for (const part of [criteriaView, signaturesView, planView]) yield part(file).text;
  for (const item of file.evidence) {
    yield evidenceView(item, files).text;
    await nextTurn();
  }
  yield '</main></body></html>\n';
}
