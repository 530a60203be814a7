import type { Qualification } from '../portfolio/qualification.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind } from '../portfolio/words.ts';
import { CRITERIA_COLUMNS } from './columns.ts';

/** A spreadsheet runs a cell that begins like this; an apostrophe before it makes it text. */
const asText = (cell: string) => (/^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string) => `"${asText(cell).replaceAll('"', '""')}"`;
const kinds = (list: readonly EvidenceKind[]) => list.map((kind) => EVIDENCE_KIND_NAMES[kind]).join('; ');

function rowsOf({ units }: Pick<Qualification, 'units'>): string[][] {
  return units.flatMap((unit) =>
    unit.criteria.map((criterion) => [
      unit.id,
      unit.title,
      unit.summary,
      criterion.id,
      criterion.text,
      String(criterion.neededTimes),
      kinds(criterion.kinds),
      kinds(criterion.mustInclude),
      criterion.currentForMonths === null ? '' : String(criterion.currentForMonths),
    ]),
  );
}

/** Units and criteria, each row whole so that any can be taken out, as a file that a spreadsheet opens with every letter right, and that can be brought in again. */
export function criteriaCsv(qualification: Pick<Qualification, 'units'>): string {
  const lines = [[...CRITERIA_COLUMNS], ...rowsOf(qualification)].map((cells) => cells.map(quoted).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Two rows that show how each column is filled in. */
export const TEMPLATE: Pick<Qualification, 'units'> = {
  units: [
    {
      id: '1',
      title: 'Title of the first unit',
      summary: 'What the unit is about, in a sentence.',
      criteria: [
        {
          id: '1.1',
          text: 'What the trainee shows, in one sentence.',
          neededTimes: 1,
          kinds: ['reflective_account', 'professional_discussion'],
          mustInclude: [],
          currentForMonths: null,
        },
        {
          id: '1.2',
          text: 'What the trainee shows in practice, more than once and not long ago.',
          neededTimes: 2,
          kinds: ['reflective_account', 'observation'],
          mustInclude: ['observation'],
          currentForMonths: 24,
        },
      ],
    },
  ],
};
