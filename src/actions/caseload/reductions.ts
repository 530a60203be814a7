import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  endReduction,
  endWork,
  findReductionSubject,
  findWorkSubject,
  insertReduction,
  insertWork,
  listReductions,
} from '#db/queries/caseloadWork.ts';
import { findTrainee, findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { addDays } from '#src/domain/calendar.ts';
import { reductionProblems, reductionReasons, readHours } from '#src/domain/caseload/reduction.ts';
import { isContact, workProblems } from '#src/domain/caseload/workForm.ts';
import { WORK_KINDS } from '#src/domain/caseload/words.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingOn } from '#src/domain/office/settings.ts';
import { programmePlace } from '#src/domain/programme/place.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { readOffice } from '#src/server/office.ts';
import { findRoute } from '#src/server/standings.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { dayOrEmpty, recordId } from '../typedFields.ts';
import { orEmpty } from '../typedText.ts';

const short = orEmpty(z.string().trim().max(100));

const reduction = z.object({
  reductionId: z.uuid(),
  traineeId: recordId,
  reasonId: short,
  hours: short,
  startsOn: short,
  lastDay: short,
});
type Reduction = z.infer<typeof reduction>;

const work = z.object({
  workId: z.uuid(),
  traineeId: recordId,
  kind: short,
  type: short,
  level: short,
  workStartsOn: short,
  workLastDay: short,
});
type Work = z.infer<typeof work>;

function refuse(fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
}

const figuresIn = async (tx: Writer) => settingOn(await readOffice(tx), 'workload_figures', today()).value;
const dayAfter = (day: string) => (day === '' ? null : addDays(day, 1));

/** Asked inside the transaction, so that two managers at once do not take the same hours off twice. */
async function addReduction(tx: Writer, typed: Reduction, enteredBy: string): Promise<void> {
  const { reductionId, traineeId, reasonId, startsOn, lastDay } = typed;
  if (await findReductionSubject(tx, reductionId)) return;
  const trainee = await findTrainee(tx, traineeId);
  if (!trainee) throw new Refusal('not_found');
  await refuseFull(tx, 'reductions', traineeId);
  const figures = await figuresIn(tx);
  const { enrolment } = trainee;
  const placeOn = (day: string) => programmePlace(enrolment, findRoute(enrolment.routeId), day);
  const contracted = enrolment.hoursPerWeek ?? figures.fullTimeHours;
  refuse(
    reductionProblems(typed, {
      figures,
      contracted,
      others: await listReductions(tx, traineeId),
      today: today(),
      isPublishedOn: (day) => (placeOn(day).stage?.reductionPercent ?? null) !== null,
    }),
  );
  const reason = reductionReasons(figures).find(({ id }) => id === reasonId);
  await insertReduction(tx, {
    id: reductionId,
    traineeId,
    reasonId,
    reason: reason?.name ?? reasonId,
    hoursPerWeek: readHours(typed.hours) ?? 0,
    startsOn,
    endsOn: dayAfter(lastDay),
    enteredBy,
    enteredAt: now(),
  });
}

/** The first day without something that began on `startsOn` and ends early: it never ends before it began, nor in the past. */
function earlierEnd(lastDay: string, { startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string {
  const wanted = startsOn > today() ? startsOn : addDays(lastDay || today(), 1);
  const problem =
    (wanted <= today() && startsOn <= today() && 'Give today or a day to come: the past stays as it was worked out') ||
    (endsOn !== null && wanted > endsOn && 'It ends before that day already') ||
    null;
  if (problem) throw new Refusal('bad_input', { fields: { endLastDay: problem } });
  return wanted;
}

async function addWork(tx: Writer, typed: Work, enteredBy: string): Promise<void> {
  const { workId, traineeId, workStartsOn: startsOn, workLastDay: lastDay } = typed;
  if (await findWorkSubject(tx, workId)) return;
  await refuseFull(tx, 'work', traineeId);
  refuse(workProblems({ ...typed, startsOn, lastDay }, { figures: await figuresIn(tx), today: today() }));
  const kind = WORK_KINDS.find((known) => known === typed.kind) ?? 'other_report';
  await insertWork(tx, {
    id: workId,
    traineeId,
    kind,
    type: typed.type || null,
    level: isContact(kind) ? (typed.level as 'low' | 'medium' | 'high') : null,
    startsOn,
    endsOn: addDays(lastDay, 1),
    enteredBy,
    enteredAt: now(),
  });
}

const endLastDay = dayOrEmpty('Give a day');

/** Hours taken off and work that is not a case, as the manager enters them. */
export const reducing = {
  /** Hours a week are taken off beyond the stage's own reduction. */
  reduce: defineAction({
    accept: 'form',
    input: reduction,
    handler: guarded({
      ability: 'reduction.write',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, viewer, { write }) => {
        await write((tx) => addReduction(tx, input, viewer.id));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** A reduction ends earlier than it was entered with, or is taken back before it began. */
  endReduction: defineAction({
    accept: 'form',
    input: z.object({ reductionId: recordId, endLastDay }),
    handler: guarded({
      ability: 'reduction.write',
      subject: ({ reductionId }, _viewer, db) => findReductionSubject(db, reductionId),
      run: async ({ reductionId: id, endLastDay: lastDay }, viewer, { write }) => {
        await write(async (tx) => {
          const known = await findReductionSubject(tx, id);
          if (!known || (known.endsOn !== null && known.endsOn <= today())) return;
          const endsOn = earlierEnd(lastDay, known);
          await endReduction(tx, { id, endsOn, endedBy: viewer.id, endedAt: now() });
        });
        return { reductionId: id };
      },
    }),
  }),

  /** A report that is due, or a contact done for or by a colleague. */
  addWork: defineAction({
    accept: 'form',
    input: work,
    handler: guarded({
      ability: 'reduction.write',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, viewer, { write }) => {
        await write((tx) => addWork(tx, input, viewer.id));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** Such work counts no longer: done, or entered by mistake. */
  endWork: defineAction({
    accept: 'form',
    input: z.object({ workId: recordId }),
    handler: guarded({
      ability: 'reduction.write',
      subject: ({ workId }, _viewer, db) => findWorkSubject(db, workId),
      run: async ({ workId: id }, _viewer, { write }) => {
        await write(async (tx) => {
          const known = await findWorkSubject(tx, id);
          if (known) await endWork(tx, { id, endsOn: known.startsOn > today() ? known.startsOn : today() });
        });
        return { workId: id };
      },
    }),
  }),
};
