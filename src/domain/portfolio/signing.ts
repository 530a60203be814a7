import type { Viewer } from '../access/viewer.ts';
import { needsFreshPassword } from '../accounts/limits.ts';
import { formatDay, londonDay } from '../calendar.ts';
import { Refusal } from '../errors.ts';
import { missingWords } from './missing.ts';
import type { Sufficiency } from './sufficiency.ts';
import type { SignOffSubject } from './words.ts';

/** A signature that stands, as far as a sentence needs it. */
export interface StandingSignature {
  readonly signerName: string;
  readonly signedAt: Date;
}

export interface CriterionFacts {
  readonly id: string;
  /** A signature that stands under it, in this version or carried over from an earlier one. */
  readonly standing: StandingSignature | null;
  /** Of what can be read: a signature rests on nothing else. */
  readonly shown: Pick<Sufficiency, 'counting' | 'neededTimes' | 'missingKinds' | 'outOfDate' | 'isEnough'>;
  /** From `awaitsNewDecision`. */
  readonly isRejected: boolean;
  /** Decisions on it that wait for a countersignature, and pieces for it that cannot be read. */
  readonly toCountersign: number;
  readonly unreadable: number;
}

/** Why a criterion cannot be signed off now, in words; null where it can: shown often enough, in the kinds wanted, recently enough. */
export function criterionProblem(facts: CriterionFacts): string | null {
  const { id, standing, shown, isRejected } = facts;
  if (standing) return signedAlready(`Criterion ${id}`, standing);
  if (isRejected)
    return `A quality assurer did not agree with a decision on criterion ${id}. Decide on it again first.`;
  return shown.isEnough ? null : notEnough(facts);
}

function notEnough({ id, shown, toCountersign, unreadable }: CriterionFacts): string {
  const waiting = toCountersign > 0 ? ' A decision on it waits for a colleague to countersign it.' : '';
  const closed = unreadable > 0 ? ` ${unreadableWords(unreadable)} Other evidence has to show it.` : '';
  return `Criterion ${id} is not shown enough yet: ${missingWords(shown)}.${closed}${waiting}`;
}

/** That evidence is not counted because nobody can read it now. */
export function unreadableWords(pieces: number): string {
  const [what, does] = pieces === 1 ? ['1 piece', 'does'] : [`${pieces} pieces`, 'do'];
  return `${what} of evidence for it cannot be read now and ${does} not count.`;
}

export interface UnitFacts {
  readonly id: string;
  readonly standing: StandingSignature | null;
  /** Ids of its criteria without a signature that stands in the version that counts now. */
  readonly unsigned: readonly string[];
}

/** Why a unit cannot be signed off now, in words, or null: every criterion of it is. */
export function unitProblem({ id, standing, unsigned }: UnitFacts): string | null {
  if (standing) return signedAlready(`Unit ${id}`, standing);
  if (unsigned.length === 0) return null;
  return `Unit ${id} waits for ${unsigned.length === 1 ? 'criterion' : 'criteria'} ${listed(unsigned)} to be signed off.`;
}

export interface QualificationFacts {
  readonly standing: StandingSignature | null;
  /** Ids of units without a signature in the version that counts now. */
  readonly unsigned: readonly string[];
  /** Submissions that a quality assurer was given to look at, and has said nothing about. */
  readonly openSamples: number;
}

/** Why the qualification cannot be signed off now, in words, or null: every unit is, and every sample has an outcome. */
export function qualificationProblem({ standing, unsigned, openSamples }: QualificationFacts): string | null {
  if (standing) return signedAlready('The qualification', standing);
  if (unsigned.length > 0)
    return `The qualification waits for ${unsigned.length === 1 ? 'unit' : 'units'} ${listed(unsigned)} to be signed off.`;
  if (openSamples === 0) return null;
  const samples = openSamples === 1 ? '1 sample' : `${openSamples} samples`;
  return `The qualification waits for quality assurance: ${samples} of this portfolio ${openSamples === 1 ? 'has' : 'have'} no outcome yet.`;
}

function signedAlready(what: string, { signerName, signedAt }: StandingSignature): string {
  return `${what} was signed off by ${signerName} on ${formatDay(londonDay(signedAt), { year: true, weekday: false })}. Nothing is left to sign.`;
}

function listed(ids: readonly string[]): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`;
}

export interface SigningFacts {
  readonly viewer: Pick<Viewer, 'id'>;
  readonly traineeId: string;
  /** Assigned as the assessor of this trainee at this moment. */
  readonly isAssessor: boolean;
  readonly wanted: readonly WantedFacts[];
  readonly factorAt: Date;
  readonly at: Date;
}

/** One of the subjects that are signed in one step. */
export interface WantedFacts {
  readonly subject: SignOffSubject;
  readonly subjectId: string;
  /** From `criterionProblem` and its like; null where nothing stands against it. */
  readonly problem: string | null;
  /** Digest of what would be signed now, and of what stood on the page. */
  readonly digest: string;
  readonly shownDigest: string;
}

/**
 * Why these cannot be signed, or null; one that cannot stops them all, so that nobody wonders which were signed.
 * `not_found` where she does not assess this trainee now (nobody signs her own), `fresh_password` where the password was given too long
 * ago, `bad_input` with the field `chosen` where nothing was chosen, else `conflict` in words.
 */
export function signingProblem({ viewer, traineeId, isAssessor, wanted, factorAt, at }: SigningFacts): Refusal | null {
  if (viewer.id === traineeId || !isAssessor) return new Refusal('not_found');
  if (wanted.length === 0) return new Refusal('bad_input', { fields: { chosen: 'Choose what you sign off' } });
  const problems = wanted.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return conflict(problems.join(' '));
  const changed = wanted.filter(({ digest, shownDigest }) => digest !== shownDigest);
  if (changed.length > 0)
    return conflict(
      `What is under ${listed(changed.map(subjectWords))} changed after you opened this page. Read it again, then sign.`,
    );
  return stalePassword(factorAt, at);
}

/** "criterion 3.2", "unit 3", "the qualification". */
export function subjectWords({ subject, subjectId }: Pick<WantedFacts, 'subject' | 'subjectId'>): string {
  return subject === 'qualification' ? 'the qualification' : `${subject} ${subjectId}`;
}

/** `fresh_password` where the password was given too long ago for a signature. */
export function stalePassword(factorAt: Date, at: Date): Refusal | null {
  return needsFreshPassword({ authenticatedAt: factorAt }, at) ? new Refusal('fresh_password') : null;
}

const conflict = (words: string) => new Refusal('conflict', { words });
