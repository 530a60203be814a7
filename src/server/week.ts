import { listWeekFacts } from '#db/queries/week.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Agenda, Audience } from '#src/domain/week/agenda.ts';
import { weekAgenda } from '#src/domain/week/agendaOf.ts';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { portal, today } from './portal.ts';

export interface AgendaRange {
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly audience: Audience;
}

/** A trainee's agenda from facts that were read already, so that a page can ask for them beside its other questions. */
export function agendaOf(
  { enrolment }: Pick<TraineeRecord, 'enrolment'>,
  facts: readonly WeekFact[],
  range: AgendaRange,
): Agenda {
  const { routes, modules, bankHolidays, defaultPattern } = portal().content;
  const route = routes.find(({ id }) => id === enrolment.routeId) ?? null;
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  return weekAgenda({
    ...range,
    facts,
    enrolment,
    route,
    titles,
    holidays: bankHolidays,
    usual: defaultPattern.days,
    today: today(),
  });
}

/** A trainee's days in a range, in words for one audience. One query. */
export async function loadAgenda(db: Reader, trainee: TraineeRecord, range: AgendaRange): Promise<Agenda> {
  return agendaOf(trainee, await listWeekFacts(db, trainee.traineeId, range), range);
}
