import { insertAssessorStanding } from '#db/queries/assessorStandings.ts';
import {
  findHandOver,
  type HandOverPersonRow,
  handOverTrainees,
  listHandOverPeople,
  listHandOverTrainees,
} from '#db/queries/handOver.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { addDays } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import {
  HAND_OVER_DAYS_AHEAD,
  type HandOverFacts,
  handOverProblems,
  leftUnfinished,
} from '#src/domain/handOver/rules.ts';
import { countersigningOf, standingsToEnter, takerProblem } from '#src/domain/handOver/countersigning.ts';
import { countersignerOn, type CountersignWorld } from '#src/domain/quality/countersigners.ts';
import { type StandingOnDay, standingOnDay } from '#src/domain/quality/standing.ts';
import { now, today } from './portal.ts';
import { readCountersigning } from './quality/countersigning.ts';
import { refuseFull } from './room.ts';

export interface HandOverQuestion {
  readonly fromId: string;
  readonly toId: string;
  /** The first day with the new assessor. */
  readonly startsOn: string;
}

/** Everything a hand-over depends on, and everybody who may be chosen. Four queries in one round trip. */
export async function loadHandOver(db: Reader, { fromId, toId, startsOn }: HandOverQuestion) {
  const [people, { people: assessors, rows, world }, trainees] = await Promise.all([
    listHandOverPeople(db, startsOn),
    readCountersigning(db, startsOn),
    fromId === '' ? [] : listHandOverTrainees(db, { fromId, toId, day: startsOn }),
  ]);
  const personOf = (id: string) => {
    const row = people.find((one) => one.id === id);
    return row
      ? person(row, { ...standingOnDay(rows, id, startsOn), countersignerId: countersignerOn(world, id) })
      : null;
  };
  const nameOf = (id: string) => assessors.find((one) => one.id === id)?.name ?? '';
  const facts: HandOverFacts = {
    from: personOf(fromId),
    to: personOf(toId),
    startsOn,
    today: today(),
    latest: addDays(today(), HAND_OVER_DAYS_AHEAD),
    trainees,
    countersigning: countersigningOf(world, fromId, nameOf),
  };
  return { people, facts, world, nameOf, problems: handOverProblems(facts) };
}

function person({ id, name, isAssessor, disabledAt }: HandOverPersonRow, standing: StandingOnDay) {
  return { id, name, isAssessor: isAssessor === 1, isDisabled: disabledAt !== null, standing };
}

export interface HandOver extends HandOverQuestion {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  /** The trainees on the page that was confirmed. */
  readonly shown: readonly string[];
  /** Whoever confirmed ticked that unfinished records may stay unfinished. */
  readonly anyway: boolean;
  /** Who countersigns from then on where the one who hands over did; she herself where she goes on with it; else empty. */
  readonly countersignerId: string;
}

/**
 * Hands all trainees of one assessor to another, with every rule asked again. A repeat changes nothing. Throws `bad_input` with the
 * fields of the form, `conflict` where the trainees are not those that were shown.
 */
export async function handOver(tx: Writer, viewer: Pick<Viewer, 'id'>, asked: HandOver): Promise<void> {
  const { id, fromId, toId, startsOn } = asked;
  const kept = await findHandOver(tx, id);
  if (kept) return refuseOther(kept, asked);
  const { facts, world, problems } = await loadHandOver(tx, asked);
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: problems });
  const trainees = facts.trainees.map(({ traineeId }) => traineeId);
  if (trainees.length !== asked.shown.length || trainees.some((one) => !asked.shown.includes(one)))
    throw new Refusal('conflict', {
      words: 'The trainees of this assessor changed after this page was shown. Look again.',
    });
  if (leftUnfinished(facts.trainees) > 0 && !asked.anyway)
    throw new Refusal('bad_input', {
      fields: { anyway: 'Say that these records may stay unfinished, or have them finished first' },
    });
  await handOverCountersigning(tx, { asked, facts, world, by: viewer.id });
  const begins = facts.trainees.filter(({ hasNew }) => !hasNew).map(({ traineeId }) => traineeId);
  await handOverTrainees(tx, { id, fromId, toId, startsOn, trainees, handedBy: viewer.id, handedAt: now() }, begins);
}

interface Countersigned {
  readonly asked: HandOver;
  readonly facts: HandOverFacts;
  readonly world: CountersignWorld;
  /** Whoever confirms. */
  readonly by: string;
}

/** Names who countersigns from the first day on, so that no decision is left in nobody's queue. Throws `bad_input` with its field. */
async function handOverCountersigning(tx: Writer, { asked, facts, world, by }: Countersigned): Promise<void> {
  const { id, fromId, countersignerId: takerId, startsOn } = asked;
  const taking = { countersigning: facts.countersigning, fromId, takerId };
  const problem = takerProblem(world, { ...taking, byId: by });
  if (problem !== null) throw new Refusal('bad_input', { fields: { countersignerId: problem } });
  const reason = `Countersigns from ${startsOn} on: entered with the hand-over of the trainees of ${facts.from?.name ?? ''}.`;
  for (const [index, row] of standingsToEnter(world, taking).entries()) {
    await refuseFull(tx, 'standings', row.assessorId);
    await insertAssessorStanding(tx, {
      ...row,
      ...{ id: `${id}:standing:${String(index)}`, reason, enteredBy: by, enteredAt: now() },
    });
  }
}

function refuseOther(kept: { fromId: string; toId: string; startsOn: string }, asked: HandOver): void {
  if (kept.fromId === asked.fromId && kept.toId === asked.toId && kept.startsOn === asked.startsOn) return;
  throw new Refusal('conflict');
}
