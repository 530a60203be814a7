import { endTutors, findTutor, insertTutors, listTutors, type TutorRow } from '#db/queries/cohortCover/tutors.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { loadTutorHandOver, type TutorHandOverQuestion } from './loadCover.ts';
import { noteActs } from './changing.ts';
import { refuseFull } from '../room.ts';

export interface AskedHandOver extends TutorHandOverQuestion {
  /** Made when the form was shown: sent twice, it is done once. */
  readonly id: string;
  /** The cohorts on the page that was confirmed. */
  readonly shown: readonly string[];
}

/**
 * Hands cohorts of one tutor to another from a day on, with every rule asked again. Nothing that is open moves: reviews, actions and
 * swaps belong to the cohort, so they are the new tutor's from that day. A repeat changes nothing. Throws `bad_input`, `conflict`.
 */
export async function handOverCohorts(tx: Writer, actor: Pick<Viewer, 'id'>, asked: AskedHandOver): Promise<void> {
  const { id, toId, startsOn, shown } = asked;
  const kept = await findTutor(tx, newTutorId(id, shown[0] ?? ''));
  if (kept) return refuseOther(kept, asked);
  const { cohorts, problems } = await loadTutorHandOver(tx, asked);
  if (Object.keys(problems).length > 0) throw new Refusal('bad_input', { fields: { ...problems } });
  const cohortIds = cohorts.map(({ cohortId }) => cohortId);
  if (cohortIds.length !== shown.length || cohortIds.some((one) => !shown.includes(one)))
    throw new Refusal('conflict', {
      words: 'The cohorts of this tutor changed after this page was shown. Look again.',
    });
  for (const cohortId of cohortIds) await refuseFull(tx, 'tutors', cohortId);
  const tutors = await listTutors(tx, cohortIds);
  const ending = endingOf(tutors, asked);
  await endTutors(
    tx,
    ending.map((one) => one.id),
    startsOn,
  );
  await insertTutors(
    tx,
    cohortIds.map((cohortId) => ({ id: newTutorId(id, cohortId), personId: toId, cohortId, startsOn })),
  );
  await noteActs(tx, actor, [...ending.map(ended(startsOn)), ...cohortIds.map(given(asked))]);
}

/** The assignment that a hand-over makes in a cohort. */
const newTutorId = (id: string, cohortId: string) => `${id}:${cohortId}`;

/** What ends then: all of the one who hands over, and what the new tutor had there already, because the new assignment follows on it. */
function endingOf(tutors: readonly TutorRow[], { fromId, toId, startsOn }: AskedHandOver): TutorRow[] {
  return tutors.filter(
    (one) =>
      (one.personId === fromId || one.personId === toId) &&
      (one.endsOn === null || (one.endsOn > startsOn && one.endsOn > one.startsOn)),
  );
}

const ended =
  (endsOn: string) =>
  ({ personId, cohortId, startsOn }: TutorRow) => ({
    act: 'assignment.ended' as const,
    ...{ personId, cohortId, details: { kind: 'tutor', startsOn, endsOn: endsOn < startsOn ? startsOn : endsOn } },
  });

const given =
  ({ toId, fromId, startsOn }: AskedHandOver) =>
  (cohortId: string) => ({
    act: 'assignment.given' as const,
    ...{ personId: toId, cohortId, details: { kind: 'tutor', startsOn, endsOn: null, fromId } },
  });

function refuseOther(kept: TutorRow, { toId, startsOn }: AskedHandOver): void {
  if (kept.personId !== toId || kept.startsOn !== startsOn) throw new Refusal('conflict');
}
