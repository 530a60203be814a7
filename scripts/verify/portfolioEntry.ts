import { isRecord } from './signOffEntry.ts';

/** What every entry about a portfolio says of who signed. */
interface Signed {
  readonly signedBy: string;
  readonly traineeId: string;
  readonly factorAt: string;
  readonly at: string;
}

/** One decision under the signature of a criterion. */
export interface Basis {
  readonly assessmentId: string;
  readonly assessmentSha256: string;
  readonly submissionId: string;
  readonly submissionSha256: string;
}

export interface CriterionEntry extends Signed {
  readonly type: 'portfolio_sign_off';
  readonly signOffId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly qualificationVersion: string;
  readonly wordingSha256: string;
  readonly round: number;
  readonly basis: readonly Basis[];
  readonly rests: readonly number[];
}

export interface UnlockEntry extends Signed {
  readonly type: 'sign_off_unlock';
  readonly signOffId: string;
  readonly opens: number;
  readonly reasonSha256: string;
}

export interface RecordEntry extends Signed {
  readonly type: 'record_signature';
  readonly submissionId: string;
  readonly submissionSha256: string;
  readonly part: string;
  readonly wordsSha256: string;
  /** Not in entries from before reasons were hashed. */
  readonly reasonsSha256?: string;
}

export interface CountersignEntry extends Signed {
  readonly type: 'countersignature';
  readonly assessmentId: string;
  readonly assessmentSha256: string;
  readonly outcome: string;
  readonly wordsSha256: string;
}

export interface ExportEntry extends Signed {
  readonly type: 'portfolio_export';
  readonly exportId: string;
}

export type PortfolioEntry = CriterionEntry | UnlockEntry | RecordEntry | CountersignEntry | ExportEntry;
export type PortfolioType = PortfolioEntry['type'];

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const whole: Check = (value) => Number.isSafeInteger(value);
const wholeNumbers: Check = (value) => Array.isArray(value) && value.every(whole);
const BASIS = ['assessmentId', 'assessmentSha256', 'submissionId', 'submissionSha256'];
const basis: Check = (value) =>
  Array.isArray(value) &&
  value.every(
    (item) => isRecord(item) && Object.keys(item).length === BASIS.length && BASIS.every((name) => text(item[name])),
  );

const SIGNED = {
  type: text,
  version: whole,
  signedBy: text,
  sessionRef: text,
  factor: text,
  factorAt: text,
  traineeId: text,
  at: text,
};

/** The fields of each type of entry, no more and no fewer. */
const SHAPES: Readonly<Record<PortfolioType, Readonly<Record<string, Check>>>> = {
  portfolio_sign_off: {
    ...SIGNED,
    ...{ signOffId: text, subject: text, subjectId: text, qualificationVersion: text, wordingSha256: text },
    ...{ round: whole, basis, rests: wholeNumbers },
  },
  sign_off_unlock: { ...SIGNED, signOffId: text, opens: whole, reasonSha256: text },
  record_signature: {
    ...{ ...SIGNED, submissionId: text, submissionSha256: text, part: text, wordsSha256: text, reasonsSha256: text },
  },
  countersignature: { ...SIGNED, assessmentId: text, assessmentSha256: text, outcome: text, wordsSha256: text },
  portfolio_export: { ...SIGNED, exportId: text },
};
/** What entries from before it was written down do not have. */
const LATER: Partial<Record<PortfolioType, string>> = { record_signature: 'reasonsSha256' };
const NAMES: Readonly<Record<PortfolioType, string>> = {
  portfolio_sign_off: 'a signature under a criterion, a unit or the qualification',
  sign_off_unlock: 'an unlocking',
  record_signature: 'a signature under a record',
  countersignature: 'a countersignature',
  portfolio_export: 'an export',
};

/** True for a type of entry that is about a portfolio. */
export const isPortfolioType = (type: unknown): type is PortfolioType =>
  typeof type === 'string' && Object.hasOwn(SHAPES, type);

/** The entry in a body of such a type, or what is wrong with it as the rest of a sentence that begins with the entry's number. */
export function readPortfolioEntry(
  body: Readonly<Record<string, unknown>>,
  type: PortfolioType,
): PortfolioEntry | string {
  if (body.version !== 1) return 'is of a kind that this verifier does not know.';
  const shape = SHAPES[type];
  const later = LATER[type];
  const names = Object.keys(shape).filter((name) => name !== later || Object.hasOwn(body, name));
  if (Object.keys(body).length !== names.length || !names.every((name) => Object.hasOwn(body, name)))
    return `does not have the fields of ${NAMES[type]}.`;
  if (!names.every((name) => shape[name]?.(body[name]))) return `has a field that does not belong in ${NAMES[type]}.`;
  return body as unknown as PortfolioEntry;
}
