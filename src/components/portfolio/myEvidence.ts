import type { DraftHead } from '#db/queries/portfolio.ts';
import type { StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { EVIDENCE_STATES, type EvidenceState } from '#src/domain/portfolio/evidenceState.ts';
import { movedIds, type Qualifications } from '#src/domain/portfolio/versions.ts';
import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import { newestOf, stateOfEvidence } from './evidence.ts';

/** One piece of evidence in a trainee's own list: her draft, or what an assessor wrote down about her. */
export interface EvidenceRow {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly happenedOn: string | null;
  readonly criteria: readonly string[];
  readonly newest: StandingSubmission | null;
  readonly state: EvidenceState;
}

/** Needs her first: what came back, what she signs, drafts; then what others have; then what is done. */
const ORDER: readonly EvidenceState[] = [
  'returned',
  'to_sign_both',
  'draft',
  'submitted',
  'to_countersign',
  'accepted',
  'signed_off',
];

/** What a trainee has, and the criteria as they count now. */
interface Had {
  readonly submissions: readonly StandingSubmission[];
  readonly qualifications: Qualifications;
}

function rowOf(item: DraftHead, { submissions, qualifications }: Had): EvidenceRow {
  const { id, title, kind, happenedOn, claims: criteria } = item;
  const newest = newestOf(submissions, id);
  return { id, title, kind, happenedOn, criteria, newest, state: stateOfEvidence(newest, qualifications) };
}

/** What an assessor wrote down; taken back, it is the assessor's alone again. */
function recordRow(newest: StandingSubmission, qualifications: Qualifications): EvidenceRow[] {
  const { evidenceId: id, title, kind, happenedOn, claims: ids, qualificationVersion: version } = newest;
  if (newest.writer === null || !newest.isNewest || newest.withdrawnAt !== null) return [];
  const criteria = movedIds(qualifications, { version, ids }).ids.map((one) => one.id);
  return [{ id, title, kind, happenedOn, criteria, newest, state: stateOfEvidence(newest, qualifications) }];
}

/** All of a trainee's evidence, what needs her first. */
export function evidenceRows(items: readonly DraftHead[], had: Had): EvidenceRow[] {
  const own = items.map((item) => rowOf(item, had));
  const records = had.submissions.flatMap((one) => recordRow(one, had.qualifications));
  return [...own, ...records].toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** What waits for her: it came back, or she signs it. Stands at the top of her page. */
export const needsHer = ({ state }: Pick<EvidenceRow, 'state'>): boolean =>
  state === 'returned' || state === 'to_sign_both';

/** What a list is narrowed to; an empty word stands for all. */
export interface Narrowing {
  readonly state: string;
  readonly kind: string;
  /** Id of a unit. */
  readonly unit: string;
}

/** What the address asks for. Words that are no state, kind or unit narrow to nothing, as a list should say. */
export function narrowingOf(asked: URLSearchParams): Narrowing {
  const word = (name: string) => asked.get(name) ?? '';
  return { state: word('state'), kind: word('kind'), unit: word('unit') };
}

export const isNarrowed = ({ state, kind, unit }: Narrowing): boolean => state !== '' || kind !== '' || unit !== '';

export function narrowed(rows: readonly EvidenceRow[], { state, kind, unit }: Narrowing): EvidenceRow[] {
  return rows.filter(
    (row) =>
      (state === '' || row.state === state) &&
      (kind === '' || row.kind === kind) &&
      (unit === '' || row.criteria.some((id) => id.startsWith(`${unit}.`))),
  );
}

/** Rows by state, in the order of the list. */
export function byState(rows: readonly EvidenceRow[]): [EvidenceState, EvidenceRow[]][] {
  return ORDER.map((state): [EvidenceState, EvidenceRow[]] => [
    state,
    rows.filter((row) => row.state === state),
  ]).filter(([, group]) => group.length > 0);
}

/** So many pieces and the list is offered to be narrowed. */
export const MANY = 8;

/** States in which a piece asks nothing of anybody any more. */
const DONE: readonly EvidenceState[] = ['accepted', 'signed_off'];

/** Whether so many pieces in a state stand on a page of their own until they are asked for: long lists of what is done. */
export const isLongDone = (state: EvidenceState, count: number): boolean => DONE.includes(state) && count > MANY;

/** Every state, in the order in which the list shows them. */
export const STATES_IN_ORDER = EVIDENCE_STATES.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
