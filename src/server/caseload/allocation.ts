import { listTakerFacts } from '#db/queries/caseloadTakers.ts';
import { listTrainees } from '#db/queries/trainees.ts';
import type { Reader } from '#db/client.ts';
import type { OfficeOnCases, Taker } from '#src/domain/caseload/allocationEffect.ts';
import type { CaseChoices } from '#src/domain/caseload/allocationQuery.ts';
import { type Office, settingOn } from '#src/domain/office/settings.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { type Caseload, readCaseloads } from '../caseload.ts';
import { findRoute } from '../standings.ts';
import { portal, today } from '../portal.ts';

/** A trainee who might take a case, with all that is asked about her. */
export interface CaseTaker extends Taker {
  readonly caseload: Caseload;
  readonly tutors: readonly { readonly id: string; readonly name: string }[];
}

/** Trainees who might take a case, by name. Three queries in one round trip. `office`: read inside the transaction, or `officeNow()`. */
export async function loadTakers(db: Reader, traineeIds: readonly string[], office: Office): Promise<CaseTaker[]> {
  if (traineeIds.length === 0) return [];
  const day = today();
  const [trainees, caseloadFor, known] = await Promise.all([
    listTrainees(db, traineeIds),
    readCaseloads(db, traineeIds, office),
    listTakerFacts(db, traineeIds, day),
  ]);
  return trainees.map((trainee) => {
    const { traineeId, enrolment } = trainee;
    const caseload = caseloadFor(trainee);
    const own = known.filter((fact) => fact.traineeId === traineeId);
    return {
      caseload,
      load: caseload.load,
      week: programmePlace(enrolment, findRoute(enrolment.routeId), day).week,
      doneModules: own.filter(({ fact }) => fact === 'module').map(({ id }) => id),
      tutors: own.flatMap((fact) => (fact.fact === 'tutor' ? [{ id: fact.id, name: fact.name }] : [])),
    };
  });
}

/** Rules by stage and complexity weights in force today, and the titles of modules. */
export function officeOnCases(office: Office): OfficeOnCases & { readonly rulesVersion: string } {
  const rules = settingOn(office, 'case_rules', today());
  const titles = new Map(portal().content.modules.map(({ id, title }) => [id, title]));
  return {
    rules: rules.value,
    rulesVersion: rules.version,
    complexity: settingOn(office, 'complexity', today()).value,
    moduleTitle: (id) => titles.get(id),
  };
}

/** What a manager may choose from about a case. */
export function caseChoices({ rules, complexity }: OfficeOnCases): CaseChoices {
  return {
    attributes: rules.attributes.map(({ id }) => id),
    factors: complexity.factors.map(({ id }) => id),
    usualShares: complexity.sharePercent,
  };
}
