import { findCaseOn, findOpenAllocation, insertOverride, listOverrides } from '#db/queries/caseloadWrites.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { approvalProblems, isForTutor } from '#src/domain/caseload/allocation.ts';
import { allocationEffect } from '#src/domain/caseload/allocationEffect.ts';
import type { RuleFinding } from '#src/domain/caseload/rules.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type CaseTaker, loadTakers, officeOnCases } from '#src/server/caseload/allocation.ts';
import { readOffice } from '#src/server/office.ts';
import { newId, now, today } from '#src/server/portal.ts';
import type { Terms } from './terms.ts';

/** Who approved it and why, as it was typed. */
export type ApprovalTerms = Pick<Terms, 'approverName' | 'approverJob' | 'approverTutor' | 'overrideReason'>;

/** Throws `bad_input` with every field that something is wrong with. */
export function refuse(fields: Record<string, string | undefined>): void {
  const said = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  if (said.length > 0) throw new Refusal('bad_input', { fields: Object.fromEntries(said) });
}

interface Asked {
  readonly taker: CaseTaker;
  readonly viewer: Viewer;
}

/** What is missing before these rules may be set aside, by form field. Nobody approves as the tutor what she decides as the manager. */
export function unapproved(against: readonly RuleFinding[], terms: ApprovalTerms, { taker, viewer }: Asked) {
  const said = {
    name: terms.approverName,
    job: terms.approverJob,
    tutorId: terms.approverTutor,
    reason: terms.overrideReason,
  };
  const problems = approvalProblems(
    against,
    said,
    taker.tutors.map(({ id }) => id).filter((id) => id !== viewer.id),
  );
  return {
    approverTutor: problems['tutor'],
    approverName: problems['name'],
    approverJob: problems['job'],
    overrideReason: problems['reason'],
  };
}

/** What was set aside, for whose share of a case. */
export interface Overriding {
  readonly viewer: Viewer;
  readonly terms: ApprovalTerms;
  readonly taker: CaseTaker;
  readonly office: { readonly rulesVersion: string };
  readonly allocationId: string;
  readonly against: readonly RuleFinding[];
}

/** Keeps one row for each rule that was set aside. */
export async function keepOverrides(tx: Writer, overriding: Overriding): Promise<void> {
  const { viewer, terms, taker, office, allocationId, against } = overriding;
  const tutor = taker.tutors.find(({ id }) => id === terms.approverTutor);
  for (const finding of against) {
    const byTutor = isForTutor(finding) ? tutor : undefined;
    await insertOverride(tx, {
      id: newId(),
      allocationId,
      attribute: finding.attribute,
      stage: finding.stage,
      rulesVersion: office.rulesVersion,
      approverName: byTutor ? `${byTutor.name}, practice tutor` : `${terms.approverName}, ${terms.approverJob}`,
      approverId: byTutor?.id ?? null,
      reason: terms.overrideReason,
      enteredBy: viewer.id,
      enteredAt: now(),
    });
  }
}

/** Rules that stand in the way of a share that is carried already, less those that were set aside for it: each in the stage it names. */
async function standingAgainst(tx: Writer, allocationId: string) {
  const allocation = await findOpenAllocation(tx, allocationId);
  const carried = allocation && (await findCaseOn(tx, allocation.caseId, today()));
  if (!carried) throw new Refusal('conflict', { words: 'This case has moved on or was closed in the meantime.' });
  const stands = await readOffice(tx);
  const office = officeOnCases(stands);
  const [taker] = await loadTakers(tx, [allocation.traineeId], stands);
  if (!taker) throw new Refusal('not_found');
  const { against } = allocationEffect(taker, { ...carried, ...allocation, id: carried.id }, office);
  const known = await listOverrides(tx, allocationId);
  const isSetAside = ({ attribute, stage }: RuleFinding) =>
    known.some((override) => override.attribute === attribute && override.stage === stage);
  return { taker, office, against: against.filter((finding) => !isSetAside(finding)) };
}

/** Sets aside what stands in the way of a share that is carried already. Throws `bad_input` by field; changes nothing where nothing is left. */
export async function setAside(
  tx: Writer,
  { allocationId, ...terms }: ApprovalTerms & { readonly allocationId: string },
  viewer: Viewer,
): Promise<void> {
  const { taker, office, against } = await standingAgainst(tx, allocationId);
  refuse(unapproved(against, terms, { taker, viewer }));
  await keepOverrides(tx, { viewer, terms, taker, office, allocationId, against });
}
