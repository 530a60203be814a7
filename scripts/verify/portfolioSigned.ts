import type { AssessmentFacts } from './assessments.ts';
import { criterionFindings } from './criterionSigned.ts';
import type { CountersignEntry, CriterionEntry, PortfolioEntry, RecordEntry, UnlockEntry } from './portfolioEntry.ts';
import type { Qualifications } from './qualifications.ts';
import type { SubmissionFacts } from './records.ts';
import type { SignOffEntry } from './signOffEntry.ts';
import { standingFindings } from './standing.ts';
import type { Rejected } from './verifications.ts';

/** Everything that signed entries about portfolios are held against. */
export interface PortfolioFacts {
  readonly entries: ReadonlyMap<number, PortfolioEntry>;
  /** Signatures under whole submissions, from before criteria were signed off, by their entry. */
  readonly signOffs: ReadonlyMap<number, SignOffEntry>;
  readonly submissions: ReadonlyMap<string, SubmissionFacts>;
  readonly assessments: ReadonlyMap<string, AssessmentFacts>;
  readonly qualifications: Qualifications;
  readonly rejected: Rejected;
  /** The entry that opened a signature again, by the entry of the signature. */
  readonly openedBy: ReadonlyMap<number, number>;
  /** What was said of an assessment in training, by its id, with the number of the entry. */
  readonly countersigned: ReadonlyMap<string, { readonly seq: number; readonly outcome: string }>;
}

/** Looks up who opened what, and who countersigned what, once. */
export function portfolioFacts(given: Omit<PortfolioFacts, 'openedBy' | 'countersigned'>): PortfolioFacts {
  const openedBy = new Map<number, number>();
  const countersigned = new Map<string, { seq: number; outcome: string }>();
  for (const [seq, entry] of given.entries) {
    if (entry.type === 'sign_off_unlock' && !openedBy.has(entry.opens)) openedBy.set(entry.opens, seq);
    if (entry.type === 'countersignature' && !countersigned.has(entry.assessmentId))
      countersigned.set(entry.assessmentId, { seq, outcome: entry.outcome });
  }
  return { ...given, openedBy, countersigned };
}

/** Holds each signed entry against what it signs and against the rules, and the entries against each other. */
export function checkPortfolio(facts: PortfolioFacts, findings: string[]): void {
  const seen = new Set<string>();
  for (const [seq, entry] of facts.entries) {
    const found = [...everyEntry(entry), ...ofItsType(seq, entry, facts), ...twice(entry, seen)];
    findings.push(...found.map((what) => `Entry ${seq}: ${what}`));
  }
  findings.push(...standingFindings(facts));
}

function everyEntry({ factorAt, at }: PortfolioEntry): string[] {
  return factorAt > at ? ['the password was checked after the signature.'] : [];
}

function ofItsType(seq: number, entry: PortfolioEntry, facts: PortfolioFacts): string[] {
  switch (entry.type) {
    case 'portfolio_sign_off':
      return criterionFindings(seq, entry, facts);
    case 'sign_off_unlock':
      return unlockFindings(seq, entry, facts);
    case 'record_signature':
      return recordFindings(entry, facts);
    case 'countersignature':
      return countersignFindings(entry, facts);
    case 'portfolio_export':
      return entry.signedBy === entry.traineeId ? [] : ['somebody else took the portfolio of a trainee with her.'];
  }
}

/** What may be signed once only, and was signed before. */
function twice(entry: PortfolioEntry, seen: Set<string>): string[] {
  const key = onceKey(entry);
  const found = seen.has(key) ? [`${key} was signed before.`] : [];
  seen.add(key);
  return found;
}

function onceKey(entry: PortfolioEntry): string {
  if (entry.type === 'portfolio_sign_off') return `signature ${entry.signOffId}`;
  if (entry.type === 'sign_off_unlock') return `the unlocking of signature ${entry.signOffId}`;
  if (entry.type === 'record_signature') return `record ${entry.submissionId} for the ${entry.part}`;
  if (entry.type === 'countersignature') return `assessment ${entry.assessmentId}`;
  return `export ${entry.exportId}`;
}

function unlockFindings(seq: number, entry: UnlockEntry, { entries, assessments }: PortfolioFacts): string[] {
  const opened = entries.get(entry.opens);
  if (entry.opens >= seq || opened?.type !== 'portfolio_sign_off' || opened.signOffId !== entry.signOffId)
    return [`it opens entry ${entry.opens}, which is not the signature ${entry.signOffId}.`];
  const findings = [];
  if (opened.traineeId !== entry.traineeId) findings.push('it opens the signature of another trainee.');
  if (isInvolved(entry.signedBy, opened, assessments))
    findings.push('whoever opened it is the trainee, or decided or signed it.');
  return findings;
}

function isInvolved(
  personId: string,
  { traineeId, signedBy, basis }: CriterionEntry,
  assessments: PortfolioFacts['assessments'],
): boolean {
  const deciders = basis.map(({ assessmentId }) => assessments.get(assessmentId)?.assessorId);
  return [traineeId, signedBy, ...deciders].includes(personId);
}

function recordFindings(entry: RecordEntry, { submissions }: PortfolioFacts): string[] {
  const { submissionId, submissionSha256, part, signedBy, traineeId } = entry;
  const submission = submissions.get(submissionId);
  if (!submission) return [`the record it signs, ${submissionId}, is gone.`];
  if (submission.sha256 !== submissionSha256)
    return [`submission ${submissionId} is not what was signed: it was altered.`];
  const findings = [];
  if (submission.traineeId !== traineeId) findings.push(`submission ${submissionId} belongs to another trainee.`);
  const signer = part === 'trainee' ? traineeId : part === 'assessor' ? submission.writerId : null;
  if (signer !== signedBy) findings.push(`whoever signed record ${submissionId} for the ${part} is not the one.`);
  if (submission.writerId === traineeId) findings.push('the trainee wrote the record about herself.');
  return findings;
}

function countersignFindings(entry: CountersignEntry, { assessments, submissions }: PortfolioFacts): string[] {
  const { assessmentId, assessmentSha256, outcome, signedBy, traineeId } = entry;
  const assessment = assessments.get(assessmentId);
  if (!assessment) return [`the assessment it countersigns, ${assessmentId}, is gone.`];
  if (assessment.sha256 !== assessmentSha256)
    return [
      `assessment ${assessmentId} is not what was signed: a decision, feedback, a note, a name or a date was altered.`,
    ];
  const findings = [];
  if (signedBy === assessment.assessorId) findings.push('somebody countersigned her own decisions.');
  if (signedBy === traineeId) findings.push('a trainee countersigned decisions about herself.');
  if (!assessment.needsCountersign) findings.push(`assessment ${assessmentId} needed no countersignature.`);
  if (!['agreed', 'sent_back'].includes(outcome)) findings.push(`there is no such answer as ${outcome}.`);
  if (submissions.get(assessment.submissionId)?.traineeId !== traineeId)
    findings.push(`assessment ${assessmentId} is about another trainee.`);
  return findings;
}
