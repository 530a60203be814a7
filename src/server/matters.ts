import { listMatterFacts } from '#db/queries/matters.ts';
import { listTrainees, type TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type Matter, type MatterFact, mattersOf } from '#src/domain/matters/matter.ts';
import { type Caseload, readCaseloads } from './caseload.ts';
import { loadHistories } from './caseload/caseloadHistory.ts';
import { officeNow } from './office.ts';
import { today } from './portal.ts';
import { gapMatters } from './supervision.ts';

/** An agreement that has ended, or that there never was, matters only where the caseload is over its limit. */
const isUnagreed = ({ kind }: MatterFact) => kind === 'over-limit-unagreed';
const needsLoad = (fact: MatterFact) => fact.kind === 'over-limit-ended' || isUnagreed(fact);

/** What the viewer should know of, newest first, once her page knows the caseloads that it shows anyway. */
export type ReadMatters = (known: readonly Caseload[]) => Promise<Matter[]>;

/**
 * Reads what the viewer may have to know of and gives back how to find out, so that a page can ask beside its other questions. One
 * query; two more in one round trip for caseloads that may be over their limit without an agreement and that the page does not know;
 * one more where some of them are, and nothing was ever agreed.
 */
export async function readMatters(db: Reader, viewer: Viewer): Promise<ReadMatters> {
  const [found, office] = await Promise.all([listMatterFacts(db, viewer, today()), officeNow()]);
  const facts = gapMatters(found, office);
  return async (known) => {
    const over = await overLimit(db, facts, known);
    const standing = facts.filter((fact) => !needsLoad(fact) || over.has(fact.traineeId));
    return mattersOf(await withOverSince(db, { viewer, over, facts: standing }));
  };
}

/** Who of those whose caseload matters is over her limit. */
async function overLimit(db: Reader, facts: readonly MatterFact[], known: readonly Caseload[]) {
  const asked = new Set(facts.filter(needsLoad).map(({ traineeId }) => traineeId));
  const caseloads = known.filter(({ trainee }) => asked.has(trainee.traineeId));
  for (const { trainee } of caseloads) asked.delete(trainee.traineeId);
  const others = asked.size > 0 ? await caseloadsById(db, [...asked]) : [];
  const over = [...caseloads, ...others].filter(({ load }) => load.limit === 'over');
  return new Map(over.map(({ trainee }) => [trainee.traineeId, trainee]));
}

interface Standing {
  readonly viewer: Viewer;
  /** Those who are over their limit. */
  readonly over: ReadonlyMap<string, TraineeRecord>;
  readonly facts: readonly MatterFact[];
}

/** Says since when a caseload is over that nobody agreed to: its history knows. */
async function withOverSince(db: Reader, { viewer, over, facts }: Standing): Promise<readonly MatterFact[]> {
  const ids = new Set(facts.filter(isUnagreed).map(({ traineeId }) => traineeId));
  if (ids.size === 0) return facts;
  const histories = await loadHistories(
    db,
    viewer,
    [...over.values()].filter(({ traineeId }) => ids.has(traineeId)),
  );
  const since = new Map(histories.map(({ trainee, reading }) => [trainee.traineeId, reading.since]));
  return facts.map((fact) => (isUnagreed(fact) ? { ...fact, since: since.get(fact.traineeId) ?? fact.since } : fact));
}

async function caseloadsById(db: Reader, traineeIds: readonly string[]): Promise<Caseload[]> {
  const [trainees, caseloadFor] = await Promise.all([listTrainees(db, traineeIds), readCaseloads(db, traineeIds)]);
  return trainees.map(caseloadFor);
}
