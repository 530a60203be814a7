import { listAssessorStandings } from '#db/queries/assessorStandings.ts';
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
import { standingOnDay } from '#src/domain/quality/standing.ts';
import { now, today } from './portal.ts';

export interface HandOverQuestion {
  readonly fromId: string;
  readonly toId: string;
  /** The first day with the new assessor. */
  readonly startsOn: string;
}

/** Everything a hand-over depends on, and everybody who may be chosen. Three queries in one round trip. */
export async function loadHandOver(db: Reader, { fromId, toId, startsOn }: HandOverQuestion) {
  const [people, standings, trainees] = await Promise.all([
    listHandOverPeople(db, startsOn),
    listAssessorStandings(db, [fromId, toId]),
    fromId === '' ? [] : listHandOverTrainees(db, { fromId, toId, day: startsOn }),
  ]);
  const personOf = (id: string) => {
    const row = people.find((one) => one.id === id);
    return row ? person(row, standingOnDay(standings, id, startsOn)) : null;
  };
  const facts: HandOverFacts = {
    from: personOf(fromId),
    to: personOf(toId),
    startsOn,
    today: today(),
    latest: addDays(today(), HAND_OVER_DAYS_AHEAD),
    trainees,
  };
  return { people, facts, problems: handOverProblems(facts) };
}

function person({ id, name, isAssessor, disabledAt }: HandOverPersonRow, standing: ReturnType<typeof standingOnDay>) {
  return { id, name, isAssessor: isAssessor === 1, isDisabled: disabledAt !== null, standing };
}

export interface HandOver extends HandOverQuestion {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  /** The trainees on the page that was confirmed. */
  readonly shown: readonly string[];
  /** Whoever confirmed ticked that unfinished records may stay unfinished. */
  readonly anyway: boolean;
}

/**
 * Hands all trainees of one assessor to another, with every rule asked again. A repeat changes nothing. Throws `bad_input` with the
 * fields of the form, `conflict` where the trainees are not those that were shown.
 */
export async function handOver(tx: Writer, viewer: Pick<Viewer, 'id'>, asked: HandOver): Promise<void> {
  const { id, fromId, toId, startsOn } = asked;
  const kept = await findHandOver(tx, id);
  if (kept) return refuseOther(kept, asked);
  const { facts, problems } = await loadHandOver(tx, asked);
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
  const begins = facts.trainees.filter(({ hasNew }) => !hasNew).map(({ traineeId }) => traineeId);
  await handOverTrainees(tx, { id, fromId, toId, startsOn, trainees, handedBy: viewer.id, handedAt: now() }, begins);
}

function refuseOther(kept: { fromId: string; toId: string; startsOn: string }, asked: HandOver): void {
  if (kept.fromId === asked.fromId && kept.toId === asked.toId && kept.startsOn === asked.startsOn) return;
  throw new Refusal('conflict');
}
