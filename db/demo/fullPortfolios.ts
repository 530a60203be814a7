import type { Database } from '#db/client.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { type Accepted, type DemoLedger, tellPiece } from './evidence.ts';
import { fillerPieces, piecesOf } from './evidencePieces.ts';
import { signCriteria, signingsOf } from './evidenceSignatures.ts';
import { type DemoRows, noRows, writeRows } from './rows.ts';
import type { Story } from './stories.ts';
import type { DemoTime } from './timing.ts';

interface Filling {
  readonly time: DemoTime;
  readonly ledger: DemoLedger;
  readonly content: { readonly qualification: Qualification };
  readonly evidenceCount?: number;
}

/** Trainees whose full portfolios are written in one go. */
const TRAINEES_A_TIME = 50;

interface Told {
  readonly stories: readonly Story[];
  /** Of each story, what of it was accepted already. */
  readonly accepted: readonly (readonly Accepted[])[];
}

/** Fills everybody's portfolio up to a number of pieces, signatures included; a group at a time, so that memory stays small. */
export async function fillPortfolios(database: Database, told: Told, filling: Filling): Promise<void> {
  const { ledger, content, evidenceCount = 0 } = filling;
  if (evidenceCount === 0) return;
  for (let from = 0; from < told.stories.length; from += TRAINEES_A_TIME) {
    const rows = noRows();
    const signings = told.stories.slice(from, from + TRAINEES_A_TIME).flatMap((story, index) => {
      return fillPortfolio(rows, { story, accepted: told.accepted[from + index] ?? [] }, filling);
    });
    await writeRows(database, rows);
    await signCriteria(database, { ledger, qualification: content.qualification }, signings);
  }
}

/** One portfolio; gives back the signatures that come to those it has. */
function fillPortfolio(
  rows: DemoRows,
  { story, accepted }: { story: Story; accepted: readonly Accepted[] },
  { time, ledger, content, evidenceCount = 0 }: Filling,
) {
  const { qualification } = content;
  const count = Math.max(0, evidenceCount - piecesOf(story, time).length);
  const added = fillerPieces(story, { time, qualification, count }).flatMap((piece) =>
    tellPiece({ rows, time, ledger, qualification }, story, piece),
  );
  const signed = new Set(signingsOf(qualification, accepted).map(({ criterionId }) => criterionId));
  return signingsOf(qualification, [...accepted, ...added]).filter(({ criterionId }) => !signed.has(criterionId));
}
