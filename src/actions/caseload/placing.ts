import { insertAgreementOver } from '#db/queries/caseload.ts';
import { endAllocation, insertAllocation, insertCase, listOpenShares } from '#db/queries/caseloadWrites.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { allocationNeedsReason, allocationProblems } from '#src/domain/caseload/allocation.ts';
import { type AllocationEffect, allocationEffect } from '#src/domain/caseload/allocationEffect.ts';
import { type CaseFacts, type Share, shareLeft } from '#src/domain/caseload/caseFacts.ts';
import { hasSameOutcome, readExpectation, whatMoved } from '#src/domain/caseload/expectation.ts';
import type { EndReason } from '#src/domain/caseload/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { type CaseTaker, loadTakers, officeOnCases } from '#src/server/caseload/allocation.ts';
import { tellBreach } from '#src/server/notices/tellings.ts';
import { readOffice } from '#src/server/office.ts';
import { newId, now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { keepOverrides, refuse, unapproved } from './setAside.ts';
import { factsOf, shareOf, type Terms } from './terms.ts';

/** Many times what anybody carries. It is for cases that count for nothing, as shadowed ones: no limit ends those. */
const MOST_CARRIED = 500;

type OnCases = ReturnType<typeof officeOnCases>;

/** A case that somebody is to carry, in a manager's words. */
export interface Placing {
  readonly viewer: Viewer;
  readonly traineeId: string;
  readonly terms: Terms;
  readonly reference: string;
  /** The case as it is; or, for one that is new, as the form says. */
  readonly facts: CaseFacts | Parameters<typeof factsOf>[0];
  /** Empty for a case that is new: then it is made. */
  readonly caseId: string | null;
  /** The allocation it takes over from, and why that one ends. */
  readonly from: { readonly allocationId: string; readonly traineeId: string; readonly endReason: EndReason } | null;
}

/** What was kept, for the page that comes next. */
export interface Placed {
  readonly traineeId: string;
  readonly reference: string;
  readonly caseId: string;
  readonly allocationId: string;
  /** The points that the manager had been shown, where they changed while she looked; else null. */
  readonly seenPoints: number | null;
}

interface Question extends Placing {
  readonly taker: CaseTaker;
  readonly office: OnCases;
  readonly caseFacts: CaseFacts;
  readonly share: Share;
  readonly effect: AllocationEffect;
}

/** Throws where she takes no case at the moment, or carries one of that reference already: nobody could tell the two apart. */
function refuseUntakable({ taker, effect, reference, caseId, from, traineeId }: Question): void {
  const carriesItAlready = from?.traineeId === traineeId;
  if (carriesItAlready && effect.fixed) throw new Refusal('conflict', { words: `${effect.fixed}.` });
  if (carriesItAlready) return;
  if (effect.unable) refuse({ traineeId: `${effect.unable}, so no case can be allocated. Choose somebody else` });
  const { cases } = taker.caseload;
  if (cases.length >= MOST_CARRIED)
    refuse({
      traineeId: `This trainee carries ${String(MOST_CARRIED)} cases, as many as a caseload holds. Close one first`,
    });
  if (caseId !== null && cases.some((carried) => carried.caseId === caseId))
    refuse({ traineeId: 'This trainee carries the case already. Choose somebody else' });
  if (cases.some((carried) => carried.reference === reference))
    refuse({ reference: `There is a case ${reference} on this caseload already. Make up another reference` });
}

/** The points she had been shown where they changed. Throws `conflict` where what the page showed would have led to another answer. */
function refuseOutdated({ terms, traineeId, effect }: Question): number | null {
  const shown = readExpectation(terms.expected, traineeId);
  const moved = shown && whatMoved(shown, effect);
  if (!moved) return null;
  if (!hasSameOutcome(shown, effect))
    throw new Refusal('conflict', { words: `${moved} Nothing was done. Look again and confirm.` });
  return shown.used;
}

const needsReason = ({ effect }: Question) => allocationNeedsReason(effect.after, effect.before);

/** Throws `bad_input` for every field that the limit or a rule asks for and that is missing. */
function refuseUnsaid(question: Question): void {
  const { effect, terms, taker, viewer } = question;
  const over = needsReason(question)
    ? allocationProblems({
        before: effect.before,
        after: effect.after,
        reason: terms.overLimitReason,
        until: terms.overLimitUntil || null,
        today: today(),
      })
    : {};
  const reasons = { overLimitReason: over['reason'], overLimitUntil: over['until'] };
  refuse({ ...reasons, ...unapproved(effect.against, terms, { taker, viewer }) });
}

/** Throws `bad_input` where the portal's trainees would carry more than the whole of a case between them. */
async function refuseOverfull(tx: Writer, { caseId, from, share }: Question): Promise<void> {
  if (caseId === null) return;
  const others = (await listOpenShares(tx, caseId)).filter(({ allocationId }) => allocationId !== from?.allocationId);
  const left = shareLeft(others);
  if (share.sharePercent > left)
    refuse({ share: `Only ${String(left)}% of this case is left: its shares never add up to more than 100%` });
}

async function keep(tx: Writer, question: Question): Promise<string> {
  const { viewer, traineeId, terms, reference, caseFacts, share, from, effect } = question;
  await refuseFull(tx, 'allocations', traineeId);
  const at = now();
  const caseId = question.caseId ?? newId();
  if (question.caseId === null) await insertCase(tx, { id: caseId, reference, createdAt: at, ...caseFacts });
  if (from) {
    const { allocationId, endReason } = from;
    await endAllocation(tx, { allocationId, endsOn: today(), endReason, endedBy: viewer.id, endedAt: at });
  }
  await insertAllocation(tx, {
    id: terms.allocationId,
    caseId,
    traineeId,
    managerId: viewer.id,
    ...share,
    startsOn: today(),
    allocatedAt: at,
    availablePoints: effect.after.available,
    usedPointsBefore: effect.before.used,
    usedPointsAfter: effect.after.used,
    movedFrom: from?.allocationId ?? null,
  });
  return caseId;
}

async function keepAgreement(tx: Writer, question: Question): Promise<void> {
  if (!needsReason(question)) return;
  const { viewer, traineeId, terms } = question;
  await insertAgreementOver(tx, {
    id: newId(),
    traineeId,
    managerId: viewer.id,
    allocationId: terms.allocationId,
    reason: terms.overLimitReason,
    startsOn: today(),
    until: terms.overLimitUntil,
    agreedAt: now(),
  });
  await tellBreach(tx, { traineeId, recordId: terms.allocationId, what: 'agreed', byId: viewer.id });
}

async function questionOf(tx: Writer, placing: Placing): Promise<Question> {
  const stands = await readOffice(tx);
  const office = officeOnCases(stands);
  const [taker] = await loadTakers(tx, [placing.traineeId], stands);
  if (!taker) throw new Refusal('not_found');
  const caseFacts = isKept(placing.facts) ? placing.facts : factsOf(placing.facts, office);
  const share = shareOf(placing.terms, office);
  const effect = allocationEffect(taker, { ...caseFacts, ...share, id: placing.caseId ?? undefined }, office);
  return { ...placing, taker, office, caseFacts, share, effect };
}

const isKept = (facts: Placing['facts']): facts is CaseFacts => typeof facts.transitionToAdulthood === 'boolean';

/**
 * Gives a case, or another share of it, to a trainee. Everything is worked out again here, inside the transaction, with the office
 * as it stands there: what is kept is what was true when the case was taken. Throws `bad_input` by field and `conflict`.
 */
export async function placeCase(tx: Writer, placing: Placing): Promise<Placed> {
  const question = await questionOf(tx, placing);
  refuseUntakable(question);
  await refuseOverfull(tx, question);
  const seenPoints = refuseOutdated(question);
  refuseUnsaid(question);
  const caseId = await keep(tx, question);
  await keepAgreement(tx, question);
  await keepOverrides(tx, { ...question, allocationId: placing.terms.allocationId, against: question.effect.against });
  const { traineeId, reference, terms } = placing;
  return { traineeId, reference, caseId, allocationId: terms.allocationId, seenPoints };
}
