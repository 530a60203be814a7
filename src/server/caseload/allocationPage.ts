import { findAllocationSubject, findCaseOn, listOpenShares } from '#db/queries/caseloadWrites.ts';
import type { Reader } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { allocationEffect } from '#src/domain/caseload/allocationEffect.ts';
import { readAllocationQuery } from '#src/domain/caseload/allocationQuery.ts';
import { shareLeft } from '#src/domain/caseload/caseFacts.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { caseChoices, loadTakers, officeOnCases } from './allocation.ts';
import { officeNow } from '../office.ts';
import { read, today } from '../portal.ts';

type Values = (name: string) => readonly string[];

/** A case that is carried already and is to move, or to be carried by one more. */
interface CarriedAlready {
  readonly mode: 'move' | 'join';
  readonly fromAllocationId: string;
}

/** Which of three things the page is for, from its address or from the form that was sent. */
export function allocationMode(values: Values): CarriedAlready | { readonly mode: 'new' } {
  const posted = values('mode')[0];
  for (const mode of ['move', 'join'] as const) {
    const fromAllocationId = posted === mode ? values('fromAllocationId')[0] : values(mode)[0];
    if (fromAllocationId) return { mode, fromAllocationId };
  }
  return { mode: 'new' };
}

async function office() {
  const stands = await officeNow();
  return {
    stands,
    onCases: officeOnCases(stands),
    figures: settingOn(stands, 'workload_figures', today()).value,
  };
}

/** What the page shows for a new case: nothing but questions until it is known, then what it does to each of the manager's trainees. */
export async function loadNewAllocation(viewer: Viewer, values: Values) {
  const { stands, onCases, figures } = await office();
  const asked = readAllocationQuery(values, caseChoices(onCases));
  const added = asked.case;
  const takers = added ? await read((db) => loadTakers(db, viewer.managerOf, stands)) : [];
  const effects = added ? takers.map((taker) => ({ taker, effect: allocationEffect(taker, added, onCases) })) : [];
  return { ...onCases, figures, asked, takers: effects };
}

async function findCarried(db: Reader, viewer: Viewer, fromAllocationId: string) {
  const subject = await findAllocationSubject(db, fromAllocationId);
  authorise(viewer, 'case.change', subject);
  if (!subject?.isOpen) throw new Refusal('not_found');
  return subject;
}

/** How it would be carried: as was asked; else as it is now where it moves, or as a co-worker where somebody joins. */
function shareAsked(values: Values, chosen: Readonly<Record<string, string>>): Values {
  return (name) => {
    const asked = values(name);
    return asked.length === 0 && chosen[name] !== undefined ? [chosen[name]] : asked;
  };
}

type Shares = Awaited<ReturnType<typeof listOpenShares>>;

/** How the one who carries it does so now, and how much of the case would be left for another. */
function whatIsLeft(shares: Shares, { mode, fromAllocationId }: CarriedAlready, usualShare: number) {
  const own = shares.find(({ allocationId }) => allocationId === fromAllocationId);
  const left = shareLeft(mode === 'move' ? shares.filter((share) => share !== own) : shares);
  if (mode === 'join') return { left, usual: { carrying: 'co_work', share: String(Math.min(left, usualShare)) } };
  return { left, usual: { carrying: own?.carrying ?? 'sole', share: String(own?.sharePercent ?? '') } };
}

/** The same for a case that is carried already: its facts are known, and somebody else of hers takes it over or joins in. */
export async function loadCarriedAllocation(viewer: Viewer, already: CarriedAlready, values: Values) {
  const { stands, onCases, figures } = await office();
  const from = await read((db) => findCarried(db, viewer, already.fromAllocationId));
  const others = viewer.managerOf.filter((id) => id !== from.traineeId);
  const [carried, shares, takers] = await read((db) =>
    Promise.all([
      findCaseOn(db, from.caseId, today()),
      listOpenShares(db, from.caseId),
      loadTakers(db, others, stands),
    ]),
  );
  if (!carried) throw new Refusal('not_found');
  const { left, usual } = whatIsLeft(shares, already, onCases.complexity.sharePercent.co_work);
  const asked = readAllocationQuery(
    shareAsked(values, { ...usual, tier: carried.tier, kind: carried.kind }),
    caseChoices(onCases),
  );
  const added = asked.case && { ...carried, carrying: asked.case.carrying, sharePercent: asked.case.sharePercent };
  const carriers = new Set(shares.map(({ traineeId }) => traineeId));
  const free = takers.filter(({ caseload }) => !carriers.has(caseload.trainee.traineeId));
  const effects = added ? free.map((taker) => ({ taker, effect: allocationEffect(taker, added, onCases) })) : [];
  return { ...onCases, figures, asked, added, carried, caseId: from.caseId, left, takers: effects };
}
