import { listCaseFile } from '#db/queries/caseloadFile.ts';
import { listObjections } from '#db/queries/caseloadObjections.ts';
import type { Reader } from '#db/client.ts';
import { authorise, can } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type AllocationEffect, allocationEffect } from '#src/domain/caseload/allocationEffect.ts';
import { type CaseFile, caseFileOf, type FiledAllocation, subjectsOf } from '#src/domain/caseload/caseFile.ts';
import { caseHistory } from '#src/domain/caseload/caseHistory.ts';
import type { RuleFinding } from '#src/domain/caseload/rules.ts';
import { CARRYINGS, type Carrying } from '#src/domain/caseload/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { type CaseTaker, loadTakers, officeOnCases } from './allocation.ts';
import { officeNow } from '../office.ts';
import { read, today } from '../portal.ts';

/** Somebody's share of a case, with what the viewer may do about it. */
export interface CarriedShare {
  readonly allocation: FiledAllocation;
  /** Null where the viewer is not her manager. */
  readonly taker: CaseTaker | null;
  /** Rules that stand in the way of how she carries it and that nobody has set aside; worst first. */
  readonly against: readonly RuleFinding[];
  readonly canChange: boolean;
  readonly canRename: boolean;
  readonly canObject: boolean;
  /** What each way of carrying it, at its usual share, would do to her caseload. */
  readonly ways: readonly {
    readonly carrying: Carrying;
    readonly sharePercent: number;
    readonly effect: AllocationEffect;
  }[];
}

/** The case, where the viewer may read it for one of those who carry it. Throws `not_found` otherwise. One query. */
async function findReadableCase(db: Reader, viewer: Viewer | null, caseId: string): Promise<CaseFile> {
  const file = caseFileOf(caseId, await listCaseFile(db, caseId), today());
  const readable = file && subjectsOf(file).find((subject) => can(viewer, 'case.read', subject));
  authorise(viewer, 'case.read', readable ?? null);
  if (!file) throw new Refusal('not_found');
  return file;
}

type OnCases = ReturnType<typeof officeOnCases>;

/** Set aside for this share, in the stage that the rule names. */
function isSetAside(file: CaseFile, allocation: FiledAllocation, { attribute, stage }: RuleFinding): boolean {
  return file.facts.some(
    (fact) =>
      fact.fact === 'override' &&
      fact.allocationId === allocation.id &&
      fact.attribute === attribute &&
      fact.stage === stage,
  );
}

function shareOf(file: CaseFile, allocation: FiledAllocation, { viewer, takers, onCases }: Viewed): CarriedShare {
  const known = takers.find(({ caseload }) => caseload.trainee.traineeId === allocation.traineeId);
  const effectOf = (carrying: Carrying, sharePercent: number, taker: CaseTaker) =>
    allocationEffect(taker, { ...file.now, id: file.caseId, carrying, sharePercent }, onCases);
  const asItIs = known && effectOf(allocation.carrying, allocation.sharePercent, known);
  const canChange = can(viewer, 'case.change', allocation);
  const shares = onCases.complexity.sharePercent;
  const ways =
    known && canChange
      ? CARRYINGS.map((way) => ({
          carrying: way,
          sharePercent: shares[way],
          effect: effectOf(way, shares[way], known),
        }))
      : [];
  return {
    allocation,
    taker: canChange ? (known ?? null) : null,
    against: asItIs?.against.filter((finding) => !isSetAside(file, allocation, finding)) ?? [],
    canChange,
    canRename: can(viewer, 'case.rename', allocation),
    canObject: can(viewer, 'case.object', allocation),
    ways,
  };
}

interface Viewed {
  readonly viewer: Viewer;
  readonly takers: readonly CaseTaker[];
  readonly onCases: OnCases;
}

function namesIn({ rules, complexity }: OnCases): (id: string) => string {
  const names = new Map([...rules.attributes, ...complexity.factors].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? (id === 'any' ? 'every case' : id);
}

/** The page of one case as this viewer may see it: of others who carry it their share, not their caseload. Six queries in two round trips. */
export async function loadCasePage(viewer: Viewer, caseId: string) {
  const stands = await officeNow();
  const onCases = officeOnCases(stands);
  const file = await read((db) => findReadableCase(db, viewer, caseId));
  const mayRead = (subject: FiledAllocation) => can(viewer, 'case.read', subject);
  const ids = [...new Set([...file.carried, ...file.last].filter(mayRead).map(({ traineeId }) => traineeId))];
  const [takers, objections] = await read((db) => Promise.all([loadTakers(db, ids, stands), listObjections(db, ids)]));
  return {
    ...onCases,
    file,
    figures: settingOn(stands, 'workload_figures', today()).value,
    shares: file.carried.map((allocation) => shareOf(file, allocation, { viewer, takers, onCases })),
    objections: objections.filter((objection) => objection.caseId === caseId),
    history: caseHistory(file, { named: namesIn(onCases), showsPoints: mayRead }),
  };
}
