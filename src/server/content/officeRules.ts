import type { WorkloadFigures } from '#src/domain/caseload/schema.ts';
import { type Known, settingProblems } from '#src/domain/office/problems.ts';
import type { OfficeDefault } from '#src/domain/office/settings.ts';
import { OFFICE_SETTINGS } from '#src/domain/office/words.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';

/** The defaults of an office as far as they could be read, and what they may name. */
export interface OfficeParts extends Known {
  readonly office: readonly Filed<OfficeDefault>[];
  readonly workload: readonly Filed<WorkloadFigures>[];
  /** Whether a file of the folder could not be read at all: then a missing kind is no second problem. */
  readonly isWhole: boolean;
}

const at = ({ file, lineOf }: Filed<unknown>, field: string, message: string): ContentProblem => ({
  file,
  line: lineOf(field),
  field,
  message,
});

function withinProblems({ office, workload, ...known }: OfficeParts): ContentProblem[] {
  return [
    ...office.flatMap((filed) =>
      settingProblems(filed.value.kind, filed.value.value, known).map(({ path, message }) =>
        at(filed, `value.${path}`, message),
      ),
    ),
    ...workload.flatMap((filed) =>
      settingProblems('workload_figures', filed.value, known).map(({ path, message }) => at(filed, path, message)),
    ),
  ];
}

/** Two defaults of one kind that begin on one day: nobody could say which counts. */
function sameDayProblems(filed: readonly Filed<{ readonly effectiveFrom: string; readonly kind?: string }>[]) {
  return filed.flatMap((one, index) => {
    const other = filed
      .slice(0, index)
      .find(({ value }) => value.kind === one.value.kind && value.effectiveFrom === one.value.effectiveFrom);
    return other ? [at(one, 'effectiveFrom', `${other.file} begins on the same day. Only one version can count.`)] : [];
  });
}

/** A setting without a default: the portal could not work without one. */
function missingProblems({ office, isWhole }: OfficeParts): ContentProblem[] {
  if (!isWhole) return [];
  const there = new Set<string>(['workload_figures', ...office.map(({ value }) => value.kind)]);
  return OFFICE_SETTINGS.filter((kind) => !there.has(kind)).map((kind) => ({
    file: 'src/content/office',
    line: null,
    field: '',
    message: `There is no default of the kind "${kind}" here.`,
  }));
}

/** What is wrong in and between the defaults of an office and the workload figures. */
export function officeProblems(parts: OfficeParts): ContentProblem[] {
  return [
    ...withinProblems(parts),
    ...sameDayProblems(parts.office),
    ...sameDayProblems(parts.workload),
    ...missingProblems(parts),
  ];
}
