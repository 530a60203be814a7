import { listWeekFacts } from '#db/queries/week.ts';
import type { TraineeRecord } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { Agenda, Audience } from '#src/domain/week/agenda.ts';
import { weekAgenda } from '#src/domain/week/agendaOf.ts';
import type { Qualifications } from '#src/domain/portfolio/versions.ts';
import type { WeekFact } from '#src/domain/week/facts.ts';
import { portal, today } from './portal.ts';
import { readQualifications } from './qualification.ts';

export interface AgendaRange {
  /** First and last day, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  readonly audience: Audience;
}

/** What was read already of a trainee's days. */
export interface AgendaRead {
  readonly facts: readonly WeekFact[];
  readonly qualifications: Qualifications;
}

/** A trainee's agenda from what was read already, so that a page can ask for it beside its other questions. */
export function agendaOf(
  { enrolment }: Pick<TraineeRecord, 'enrolment'>,
  { facts, qualifications }: AgendaRead,
  range: AgendaRange,
): Agenda {
  const { routes, modules, bankHolidays, defaultPattern } = portal().content;
  const route = routes.find(({ id }) => id === enrolment.routeId) ?? null;
  const titles = new Map(modules.map(({ id, title }) => [id, title]));
  return weekAgenda({
    ...range,
    facts,
    qualifications,
    enrolment,
    route,
    titles,
    holidays: bankHolidays,
    usual: defaultPattern.days,
    today: today(),
  });
}

/** A trainee's days in a range, in words for one audience. Three queries in one round trip. */
export async function loadAgenda(db: Reader, trainee: TraineeRecord, range: AgendaRange): Promise<Agenda> {
  const [facts, qualifications] = await Promise.all([
    listWeekFacts(db, trainee.traineeId, range),
    readQualifications(db),
  ]);
  return agendaOf(trainee, { facts, qualifications }, range);
}
