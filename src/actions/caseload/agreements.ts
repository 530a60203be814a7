import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertAgreementOver } from '#db/queries/caseload.ts';
import { hasAgreement } from '#db/queries/caseloadWrites.ts';
import { findTrainee, findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { agreementProblems } from '#src/domain/caseload/allocation.ts';
import { Refusal } from '#src/domain/errors.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { loadCaseloads } from '#src/server/caseload.ts';
import { tellBreach } from '#src/server/notices/tellings.ts';
import { readOffice } from '#src/server/office.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { dayOrEmpty } from '../typedFields.ts';
import { safeText } from '../typedText.ts';

const agreement = z.object({
  agreementId: z.uuid(),
  traineeId: z.string().min(1).max(100),
  agreedReason: safeText(1000),
  agreedUntil: dayOrEmpty('Give a day'),
});
const ending = agreement.omit({ agreedReason: true, agreedUntil: true });

/** Her caseload as it is now. Throws `not_found` for nobody. */
async function caseloadIn(tx: Writer, traineeId: string) {
  const trainee = await findTrainee(tx, traineeId);
  const [caseload] = trainee ? await loadCaseloads(tx, [trainee], await readOffice(tx)) : [];
  if (!caseload) throw new Refusal('not_found');
  return caseload;
}

async function agree(tx: Writer, input: z.infer<typeof agreement>, managerId: string): Promise<void> {
  const { agreementId, traineeId, agreedReason, agreedUntil } = input;
  if (await hasAgreement(tx, agreementId)) return;
  const { load } = await caseloadIn(tx, traineeId);
  if (load.limit !== 'over')
    throw new Refusal('conflict', { words: 'This caseload is within its limit now, so there is nothing to agree.' });
  const said = agreementProblems({ reason: agreedReason, until: agreedUntil || null, today: today() });
  const fields = {
    ...(said['reason'] !== undefined && { agreedReason: said['reason'] }),
    ...(said['until'] !== undefined && { agreedUntil: said['until'] }),
  };
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  await refuseFull(tx, 'agreements', traineeId);
  const row = { id: agreementId, traineeId, managerId, allocationId: null, startsOn: today(), agreedAt: now() };
  await insertAgreementOver(tx, { ...row, reason: agreedReason, until: agreedUntil });
  await tellBreach(tx, { traineeId, recordId: agreementId, what: 'agreed', byId: managerId });
}

async function endAgreement(tx: Writer, input: z.infer<typeof ending>, managerId: string): Promise<void> {
  const { agreementId, traineeId } = input;
  if (await hasAgreement(tx, agreementId)) return;
  const { agreement: standing } = await caseloadIn(tx, traineeId);
  if (!standing || standing.until <= today()) return;
  await insertAgreementOver(tx, {
    id: agreementId,
    traineeId,
    managerId,
    allocationId: null,
    reason: `Ended early. It was agreed for this reason: ${standing.reason}`.slice(0, 1000),
    startsOn: today(),
    until: today(),
    agreedAt: now(),
  });
  await tellBreach(tx, { traineeId, recordId: agreementId, what: 'ended', byId: managerId });
}

/** Being over the limit for a while, without a new case. */
export const agreeing = {
  /** Agreed, or agreed again, until another day, for a reason. Her tutor is told at once. */
  agreeOver: defineAction({
    accept: 'form',
    input: agreement,
    handler: guarded({
      ability: 'case.change',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, viewer, { write }) => {
        await write((tx) => agree(tx, input, viewer.id));
        return { traineeId: input.traineeId };
      },
    }),
  }),

  /** The agreement that stands ends today: the caseload comes back as over its limit at once. Where none stands nothing is done. */
  endOver: defineAction({
    accept: 'form',
    input: ending,
    handler: guarded({
      ability: 'case.change',
      subject: ({ traineeId }, _viewer, db) => findTraineeSubject(db, traineeId),
      run: async (input, viewer, { write }) => {
        await write((tx) => endAgreement(tx, input, viewer.id));
        return { traineeId: input.traineeId };
      },
    }),
  }),
};
