/** The body of a sign-off, as the ledger holds it. */
export interface SignOffEntry {
  readonly signedBy: string;
  readonly traineeId: string;
  readonly submissionId: string;
  readonly submissionNumber: number;
  readonly submissionSha256: string;
  readonly assessmentId: string;
  readonly assessmentSha256: string;
  readonly criteria: readonly { readonly id: string; readonly outcome: string }[];
  readonly qualificationVersion: string;
  readonly factorAt: string;
  readonly at: string;
}

const TEXTS = [
  'signedBy',
  'sessionRef',
  'factor',
  'factorAt',
  'traineeId',
  'submissionId',
  'submissionSha256',
  'assessmentId',
  'assessmentSha256',
  'qualificationVersion',
  'at',
];
const OTHERS = ['type', 'version', 'submissionNumber', 'criteria', 'reason'];

/** The sign-off in a body, or what is wrong with it as the rest of a sentence that begins with the entry's number. */
export function readSignOff(body: unknown): SignOffEntry | string {
  if (!isRecord(body)) return 'has a body that cannot be read.';
  if (body.type !== 'sign_off' || body.version !== 1) return 'is of a kind that this verifier does not know.';
  if (!hasExactly(body, [...TEXTS, ...OTHERS])) return 'does not have the fields of a sign-off.';
  return isSound(body) ? (body as unknown as SignOffEntry) : 'has a field that does not belong in a sign-off.';
}

function hasExactly(body: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(body).length === names.length && names.every((name) => Object.hasOwn(body, name));
}

function isSound({ submissionNumber, criteria, reason, ...body }: Record<string, unknown>): boolean {
  if (!TEXTS.every((name) => typeof body[name] === 'string')) return false;
  return Number.isInteger(submissionNumber) && areCriteria(criteria) && (reason === null || typeof reason === 'string');
}

function areCriteria(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => isRecord(item) && typeof item.id === 'string' && typeof item.outcome === 'string')
  );
}

/** A JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
