import type { Basis, CriterionEntry } from './portfolioEntry.ts';
import type { PortfolioFacts } from './portfolioSigned.ts';

/** Holds a signature under a criterion, a unit or the qualification against what it rests on. `seq` is its entry. */
export function criterionFindings(seq: number, entry: CriterionEntry, facts: PortfolioFacts): string[] {
  const own = entry.signedBy === entry.traineeId ? ['somebody signed off her own.'] : [];
  const beneath = entry.subject === 'criterion' ? onDecisions(seq, entry, facts) : onSignatures(seq, entry, facts);
  return [...own, ...beneath, ...wordingFindings(entry, facts)];
}

function onDecisions(seq: number, entry: CriterionEntry, facts: PortfolioFacts): string[] {
  if (entry.basis.length === 0 || entry.rests.length > 0)
    return ['a criterion was signed off that rests on no decision.'];
  const found = entry.basis.flatMap((basis) => basisFindings(seq, basis, { entry, facts }));
  return [...found, ...enoughFindings(entry, facts)];
}

interface Signing {
  readonly entry: CriterionEntry;
  readonly facts: PortfolioFacts;
}

function basisFindings(seq: number, basis: Basis, signing: Signing): string[] {
  const { submissionId, assessmentId } = basis;
  const { submissions, assessments } = signing.facts;
  const submission = submissions.get(submissionId);
  const assessment = assessments.get(assessmentId);
  if (!submission) return [`the submission it rests on, ${submissionId}, is gone.`];
  if (!assessment) return [`the assessment it rests on, ${assessmentId}, is gone.`];
  if (submission.sha256 !== basis.submissionSha256)
    return [`submission ${submissionId} is not what was signed: it was altered.`];
  if (assessment.sha256 !== basis.assessmentSha256)
    return [
      `assessment ${assessmentId} is not what was signed: a decision, feedback, a note, a name or a date was altered.`,
    ];
  const { traineeId } = signing.entry;
  const findings = [];
  if (submission.traineeId !== traineeId) findings.push(`submission ${submissionId} belongs to another trainee.`);
  if (assessment.submissionId !== submissionId)
    findings.push(`assessment ${assessmentId} is not about submission ${submissionId}.`);
  if (assessment.assessorId === traineeId) findings.push('it rests on a decision of the trainee herself.');
  return [...findings, ...decisionFindings(seq, basis, signing)];
}

/** Ids under which a criterion was decided, in the criteria set of a submission: as signed, or what carried over into it. */
function decidedIds({ assessmentId, submissionId }: Basis, { entry, facts }: Signing): string[] {
  const version = facts.submissions.get(submissionId)?.qualificationVersion ?? '';
  const decisions = facts.assessments.get(assessmentId)?.decisions ?? [];
  const isIt = (id: string) =>
    facts.qualifications.carried({ version, id }, entry.qualificationVersion).includes(entry.subjectId);
  return decisions.map(({ id }) => id).filter(isIt);
}

function decisionFindings(seq: number, basis: Basis, signing: Signing): string[] {
  const { assessments, countersigned } = signing.facts;
  const assessment = assessments.get(basis.assessmentId);
  const ids = decidedIds(basis, signing);
  const findings = [];
  if (!assessment?.decisions.some(({ id, outcome }) => ids.includes(id) && outcome === 'met'))
    findings.push(`criterion ${signing.entry.subjectId} is not met in assessment ${basis.assessmentId}.`);
  const said = countersigned.get(basis.assessmentId);
  if (said?.outcome === 'sent_back')
    findings.push(`it rests on assessment ${basis.assessmentId}, which was sent back.`);
  else if (assessment?.needsCountersign && (said === undefined || said.seq > seq))
    findings.push(`it rests on assessment ${basis.assessmentId}, which nobody had countersigned.`);
  return findings;
}

/** The criteria under a signature that a quality assurer did not agree with, among the decisions it rests on. */
export function rejectedUnder(entry: CriterionEntry, facts: PortfolioFacts): string[] {
  return entry.basis
    .filter((basis) =>
      decidedIds(basis, { entry, facts }).some((id) => facts.rejected.get(basis.assessmentId)?.has(id)),
    )
    .map(({ assessmentId }) => assessmentId);
}

/** Count and kinds, where the criterion is known here. */
function enoughFindings({ qualificationVersion, subjectId, basis }: CriterionEntry, facts: PortfolioFacts): string[] {
  const criterion = facts.qualifications.versions.get(qualificationVersion)?.criteria.get(subjectId);
  if (!criterion) return [];
  const pieces = basis.flatMap(({ submissionId }) => facts.submissions.get(submissionId) ?? []);
  const counting = pieces.filter(({ kind }) => criterion.kinds.includes(kind));
  const findings = [];
  if (counting.length < criterion.neededTimes)
    findings.push(
      `criterion ${subjectId} asks for ${criterion.neededTimes} pieces of evidence, and it rests on ${counting.length}.`,
    );
  const missing = criterion.mustInclude.filter((kind) => counting.every((piece) => piece.kind !== kind));
  if (missing.length > 0)
    findings.push(`criterion ${subjectId} asks for ${missing.join(' and ')}, and it rests on none.`);
  return findings;
}

function onSignatures(seq: number, entry: CriterionEntry, facts: PortfolioFacts): string[] {
  const wanted = { unit: 'criterion', qualification: 'unit' }[entry.subject];
  if (wanted === undefined) return [`it signs off a ${entry.subject}, and there is no such thing.`];
  if (entry.rests.length === 0 || entry.basis.length > 0)
    return [`a ${entry.subject} was signed off that rests on no signature.`];
  const found = entry.rests.flatMap((rest) => restFindings(seq, rest, { entry, facts, wanted }));
  return [...found, ...completeFindings(entry, facts)];
}

interface SignatureUnder {
  readonly subject: string;
  readonly ids: readonly string[];
  readonly qualificationVersion: string;
  readonly traineeId: string;
}

/** What an entry signs off. A whole submission, as it was signed before, stands for each criterion that was met in it. */
function signatureUnder(seq: number, { entries, signOffs }: PortfolioFacts): SignatureUnder | null {
  const whole = signOffs.get(seq);
  if (whole) {
    const met = whole.criteria.filter(({ outcome }) => outcome === 'met');
    return { ...whole, subject: 'criterion', ids: met.map(({ id }) => id) };
  }
  const entry = entries.get(seq);
  return entry?.type === 'portfolio_sign_off' ? { ...entry, ids: [entry.subjectId] } : null;
}

function restFindings(seq: number, rest: number, { entry, facts, wanted }: Signing & { wanted: string }): string[] {
  const under = signatureUnder(rest, facts);
  if (rest >= seq || under?.subject !== wanted)
    return [`it rests on entry ${rest}, which is not the signature under a ${wanted} before it.`];
  if (under.traineeId !== entry.traineeId) return [`it rests on entry ${rest}, which is about another trainee.`];
  const openedBy = facts.openedBy.get(rest);
  return openedBy !== undefined && openedBy < seq ? [`it rests on entry ${rest}, which was opened again before.`] : [];
}

/** A unit without a gap in its criteria, the qualification without a gap in its units; where the criteria set is known here. */
function completeFindings(
  { subject, subjectId, qualificationVersion, rests }: CriterionEntry,
  facts: PortfolioFacts,
): string[] {
  const known = facts.qualifications.versions.get(qualificationVersion);
  if (!known) return [];
  const under = rests.flatMap((rest) => {
    const { qualificationVersion: version = '', ids = [] } = signatureUnder(rest, facts) ?? {};
    if (subject === 'qualification') return version === qualificationVersion ? ids : [];
    return ids.flatMap((id) => facts.qualifications.carried({ version, id }, qualificationVersion));
  });
  const wanted = subject === 'qualification' ? [...known.units.keys()] : (known.units.get(subjectId) ?? []);
  const missing = wanted.filter((id) => !under.includes(id));
  const what = subject === 'qualification' ? 'the qualification' : `unit ${subjectId}`;
  return missing.length > 0 ? [`${what} was signed off while ${missing.join(', ')} was not.`] : [];
}

/** What was signed, as it is worded; where the criteria set is known here. */
function wordingFindings(
  { subject, subjectId, qualificationVersion, wordingSha256 }: CriterionEntry,
  facts: PortfolioFacts,
): string[] {
  const known = facts.qualifications.versions.get(qualificationVersion);
  if (!known || known.wordings.get(`${subject} ${subjectId}`) === wordingSha256) return [];
  return [`the wording of ${subject} ${subjectId} in ${qualificationVersion} is not the one that was signed.`];
}
