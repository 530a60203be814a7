import { listCohortTrainees } from '#db/queries/cohorts.ts';
import { listLedDays } from '#db/queries/peerSessions/rota.ts';
import type { PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import type { Reader } from '#db/client.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type PlannedDay, programmeObstacle, type RotaMember } from '#src/domain/peerSessions/rota.ts';
import { portal } from '../portal.ts';

const routeOf = ({ enrolment }: TraineeRecord) =>
  portal().content.routes.find(({ id }) => id === enrolment.routeId) ?? null;

/** Those who are in a cohort now as a rota needs them, by name; nobody where the viewer is not its tutor. Two queries in one round trip. */
export async function loadRotaMembers(db: Reader, viewer: Viewer, cohortId: string): Promise<RotaMember[]> {
  const [trainees, led] = await Promise.all([
    listCohortTrainees(db, viewer, cohortId),
    listLedDays(db, viewer, cohortId),
  ]);
  const days = Map.groupBy(led, ({ traineeId }) => traineeId);
  return trainees.map((trainee) => ({
    traineeId: trainee.traineeId,
    name: trainee.name,
    ledOn: (days.get(trainee.traineeId) ?? []).map(({ day }) => day),
    enrolment: trainee.enrolment,
    route: routeOf(trainee),
  }));
}

/** Why a trainee cannot be asked to lead on a day, as far as her programme says. */
export const obstacleOn = (trainee: TraineeRecord, day: string) =>
  programmeObstacle(
    {
      traineeId: trainee.traineeId,
      name: trainee.name,
      ledOn: [],
      enrolment: trainee.enrolment,
      route: routeOf(trainee),
    },
    day,
  );

/** Sessions as a rota looks at them: those that are cancelled count for nothing. */
export const plannedDays = (sessions: readonly PeerSessionRow[]): PlannedDay[] =>
  sessions.flatMap(({ cancelledAt, day, leaderId }) => (cancelledAt === null ? [{ day, leaderId }] : []));
