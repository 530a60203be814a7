/** One column of the table: who asks, and about whose record. */
export interface Column {
  /** `assessor past`, or the role alone where it has one column. */
  readonly name: string;
  readonly role: string;
  readonly relation: string;
  /** Null: nobody is signed in. */
  readonly viewerId: string | null;
  readonly traineeId: string;
}

/**
 * The people of docs/contract.md, and five that `world.ts` adds: Nora has no role. Rita was London's tutor and Keith was
 * Amara's manager until 2020. Morgan is tutor of Wales, assessor of Tom and manager of Priya, by assignment alone.
 * Daniel assessed Priya until four weeks before the demo's week.
 */
const CAST: readonly (readonly [role: string, relation: string, viewerId: string | null, traineeId: string])[] = [
  ['out', '', null, 'amara'],
  ['none', '', 'nora', 'amara'],
  ['trainee', 'own', 'amara', 'amara'],
  ['trainee', 'mate', 'priya', 'amara'],
  ['trainee', 'other', 'nia', 'amara'],
  ['tutor', 'mine', 'ruth', 'amara'],
  ['tutor', 'other', 'gwen', 'amara'],
  ['tutor', 'past', 'rita', 'amara'],
  ['assessor', 'mine', 'daniel', 'amara'],
  ['assessor', 'other', 'joan', 'amara'],
  ['assessor', 'past', 'daniel', 'priya'],
  ['manager', 'mine', 'kerry', 'amara'],
  ['manager', 'other', 'salma', 'amara'],
  ['manager', 'past', 'keith', 'amara'],
  ['verifier', 'sample', 'venetia', 'amara'],
  ['verifier', 'other', 'venetia', 'tom'],
  ['admin', '', 'harvey', 'amara'],
  ['external', 'sample', 'edith', 'amara'],
  ['external', 'other', 'edith', 'tom'],
  ['several', 'nia', 'morgan', 'nia'],
  ['several', 'tom', 'morgan', 'tom'],
  ['several', 'priya', 'morgan', 'priya'],
  ['several', 'amara', 'morgan', 'amara'],
];

export const COLUMNS: readonly Column[] = CAST.map(([role, relation, viewerId, traineeId]) => ({
  name: relation ? `${role} ${relation}` : role,
  role,
  relation,
  viewerId,
  traineeId,
}));
