import type { Posted } from '#src/domain/accounts/carriedText.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import {
  becomesField,
  CHOICES_FIELD,
  type Choice,
  choicesIn,
  idsIn,
  mappingsOf,
  newIdsField,
  readDecisions,
} from '#src/domain/qualification/mapping.ts';
import { type Proposal, proposals } from '#src/domain/qualification/proposals.ts';
import type { RowProblem } from '#src/domain/csv/rowProblem.ts';
import { read } from '#src/server/portal.ts';
import { type DatedVersion, readHistory } from '#src/server/qualification.ts';
import { readDraft } from './draft.ts';
import { type ForeseenEffect, foreseenEffect, withNext } from './effect.ts';

/** A criterion of the version before with what is proposed and what was chosen. */
export interface MappingRow extends Proposal {
  readonly chosen: Choice;
}

interface Shown {
  readonly errors: Readonly<Record<string, string>>;
  readonly follows: DatedVersion;
}

/** What the page of an import shows: the form, the mapping, or what it would do. */
export type ImportView =
  | (Shown & {
      readonly step: 'file';
      readonly problems: readonly RowProblem[];
      readonly csv: string;
      readonly known: DatedVersion | null;
    })
  | (Shown & {
      readonly step: 'mapping';
      readonly draft: Qualification;
      readonly csv: string;
      readonly rows: readonly MappingRow[];
    })
  | (Shown & {
      readonly step: 'effect';
      readonly draft: Qualification;
      readonly csv: string;
      readonly rows: readonly MappingRow[];
      readonly effect: ForeseenEffect;
    });

const one = (posted: Posted, name: string): string => posted[name]?.[0] ?? '';

/** What was chosen for a criterion; where nothing was sent yet, what is proposed, and the decision itself only where nothing differs. */
function chosenFor({ old, becomes, newIds, isIdentical }: Proposal, posted: Posted): Choice {
  const packed = choicesIn(one(posted, CHOICES_FIELD)).get(old.id);
  if (packed) return packed;
  const sent = posted[becomesField(old.id)]?.[0];
  if (sent !== undefined) return { becomes: sent, newIds: one(posted, newIdsField(old.id)) };
  return { becomes: isIdentical ? becomes : '', newIds: newIds.join(', ') };
}

/** Reads what was sent and works out the next step. Writes nothing. */
export async function importView(posted: Posted, file: Uint8Array | null): Promise<ImportView> {
  const history = await read(readHistory);
  const follows = history.versions.at(-1);
  if (!follows) throw new Error('There is no version of the qualification.');
  const start = { step: 'file', follows, errors: {}, problems: [], csv: '', known: null } as const;
  const asked = one(posted, 'step');
  if (asked === '') return start;
  const sent = { version: one(posted, 'version'), label: one(posted, 'label'), notice: one(posted, 'notice') };
  const { qualification: draft, ...rest } = readDraft({ ...sent, csv: one(posted, 'csv'), file }, history);
  if (draft === null || rest.known !== null) return { ...start, ...rest };
  const { csv } = rest;
  const before = follows.qualification;
  const rows = proposals(before.units, draft.units).map((row) => ({ ...row, chosen: chosenFor(row, posted) }));
  if (asked === 'file') return { step: 'mapping', follows, draft, csv, rows, errors: {} };
  const chosen = new Map(rows.map(({ old, chosen: choice }) => [old.id, choice]));
  const choice = (id: string): Choice => chosen.get(id) ?? { becomes: '', newIds: '' };
  const { decisions, errors } = readDecisions({ before: before.units, after: draft.units, choice });
  if (asked === 'back' || Object.keys(errors).length > 0)
    return { step: 'mapping', follows, draft, csv, rows, errors: asked === 'back' ? {} : errors };
  const mappings = mappingsOf(decisions, { from: before.version, to: draft.version });
  const effect = await read((db) => foreseenEffect(db, withNext(history, draft, mappings)));
  return { step: 'effect', follows, draft, csv, rows, effect, errors: {} };
}

/** New criteria that nothing before them became. */
export function newcomers(draft: Qualification, rows: readonly MappingRow[]): string[] {
  const taken = new Set(rows.flatMap(({ chosen }) => idsIn(chosen.newIds)));
  return draft.units.flatMap(({ criteria }) => criteria.map(({ id }) => id)).filter((id) => !taken.has(id));
}
