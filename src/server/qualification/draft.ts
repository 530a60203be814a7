import { type Qualification, qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import { type Heading, headingErrors } from '#src/domain/qualification/heading.ts';
import type { RowProblem } from '#src/domain/csv/rowProblem.ts';
import type { DatedVersion, QualificationHistory } from '#src/server/qualification.ts';
import { csvTextOf, readCriteriaCsv } from './readCsv.ts';

/** A version as somebody sent it, before anything is kept. */
export interface SentDraft extends Heading {
  readonly csv: string;
  /** The bytes of a file, where one was chosen: it comes before what was pasted. */
  readonly file: Uint8Array | null;
}

/** A version that could be brought in, or everything that is wrong with it. */
export interface ReadDraft {
  readonly qualification: Qualification | null;
  /** What was read, to be sent on with the next step. */
  readonly csv: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly problems: readonly RowProblem[];
  /** A version of this name holds exactly this already. */
  readonly known: DatedVersion | null;
}

/** A form of the last step, with every choice in it, stays below what an action takes. */
const MOST_BYTES = 50_000;
const TOO_LARGE = 'The file is larger than 50 KB. Take out what is not a criterion of this qualification';

/** The text of the file or of the field, or what is wrong with it. */
function textOf({ csv, file }: SentDraft): { csv: string; problem: string | null; field: string } {
  if ((file ?? Buffer.from(csv)).length > MOST_BYTES)
    return { csv: '', problem: TOO_LARGE, field: file ? 'file' : 'csv' };
  if (file !== null && file.length > 0) {
    const { text, problem } = csvTextOf(file);
    return { csv: text ?? '', problem, field: 'file' };
  }
  return {
    csv,
    problem: csv.trim() === '' ? 'Choose a file, or paste its text' : null,
    field: csv === '' ? 'file' : 'csv',
  };
}

const sameUnits = (one: Qualification, other: Qualification) =>
  JSON.stringify(one.units) === JSON.stringify(other.units);

/** What is wrong with a whole version beside its rows: its name is taken, or nothing differs. */
function versionErrors(
  qualification: Qualification,
  { versions }: QualificationHistory,
): Pick<ReadDraft, 'errors' | 'known'> {
  const taken = versions.find((one) => one.qualification.version === qualification.version) ?? null;
  if (taken && JSON.stringify(taken.qualification) === JSON.stringify(qualification))
    return { errors: {}, known: taken };
  if (taken)
    return { errors: { version: 'There is a version of this name already, and it holds something else' }, known: null };
  const newest = versions.at(-1);
  if (newest && sameUnits(newest.qualification, qualification)) {
    const { version } = newest.qualification;
    return {
      errors: { file: `Every unit and criterion is as in version ${version} already. There is nothing to bring in` },
      known: null,
    };
  }
  return { errors: {}, known: null };
}

/** Reads a version that was sent. Nothing is kept, and everything that is wrong comes back at once. */
export function readDraft(sent: SentDraft, history: QualificationHistory): ReadDraft {
  const { version, label, notice } = {
    version: sent.version.trim(),
    label: sent.label.trim(),
    notice: sent.notice.trim(),
  };
  const { csv, problem, field } = textOf(sent);
  const errors = { ...(problem !== null && { [field]: problem }), ...headingErrors({ version, label, notice }) };
  const { units, problems } = problem === null ? readCriteriaCsv(csv) : { units: null, problems: [] };
  const wrong = { qualification: null, csv, problems, known: null };
  if (units === null || Object.keys(errors).length > 0) return { ...wrong, errors };
  const qualification = qualificationSchema.parse({ version, label, notice, units });
  const more = versionErrors(qualification, history);
  const isFine = Object.keys(more.errors).length === 0;
  return { qualification: isFine ? qualification : null, csv, problems: [], ...more };
}
