import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { insertOfficeSetting } from '#db/queries/office.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { settingChanges } from '#src/domain/office/describe.ts';
import { effectiveDayProblem } from '#src/domain/office/effectiveDay.ts';
import type { Fields } from '#src/domain/office/readFields.ts';
import { readSetting } from '#src/domain/office/readSetting.ts';
import { type Office, settingOn, type SettingValue, type SettingVersion } from '#src/domain/office/settings.ts';
import { stamped } from '#src/domain/office/stamp.ts';
import { newestVersion, versionNamed } from '#src/domain/office/timeline.ts';
import { OFFICE_SETTINGS } from '#src/domain/office/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { forgetOffice, officeNames, readOffice } from '#src/server/office.ts';
import { now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { neededText, orEmpty } from './typedText.ts';

const MAXIMUM_REASON = 1000;

/** What every form of a setting has; the fields of the setting itself are read by `readSetting`. */
const head = z.object({
  settingId: z.uuid(),
  kind: z.enum(OFFICE_SETTINGS),
  /** The version whose values the form began from, and the newest there was when it was shown. */
  startedFrom: z.string().max(200),
  newest: z.string().max(200),
  effectiveFrom: orEmpty(z.string().max(20)),
  reason: neededText(MAXIMUM_REASON, 'Say why, so that whoever is asked later can tell'),
});

type Head = z.infer<typeof head>;

const fieldsOf =
  (form: FormData): Fields =>
  (name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };

/** What is wrong with the fields around the setting, by field. */
function readHead(fields: Fields): { value: Head | null; errors: Record<string, string> } {
  const typed = Object.fromEntries(Object.keys(head.shape).map((name) => [name, fields(name)]));
  const { success, data, error } = head.safeParse(typed);
  if (success) return { value: data, errors: {} };
  const errors = error.issues.map(({ path, message }) => [String(path[0]), message]);
  return { value: null, errors: Object.fromEntries(errors) as Record<string, string> };
}

/** What is wrong with the day from which it is to count. */
function dayErrors(fields: Fields): Record<string, string> {
  const problem = effectiveDayProblem(fields('effectiveFrom') ?? '', today());
  return problem === null ? {} : { effectiveFrom: problem };
}

function baseOf(office: Office, { kind, startedFrom }: Head): SettingVersion {
  const base = versionNamed(office, kind, startedFrom);
  if (!base) throw new Refusal('not_found');
  return base;
}

/** Throws `conflict` where somebody entered a version since the form was shown: theirs would be undone without a word. */
function refuseOutdated(office: Office, { kind, newest }: Head): void {
  if (newestVersion(office, kind).version === newest) return;
  throw new Refusal('conflict', {
    words:
      'Somebody set another version of this while you were writing. Yours is not saved. Open the setting in another tab to compare, then begin from the newest version.',
  });
}

function changesNothing(office: Office, after: SettingVersion): boolean {
  const inForce = settingOn(office, after.kind, after.effectiveFrom);
  return settingChanges(inForce, after, officeNames()).length === 0;
}

interface Sent {
  readonly fields: Fields;
  readonly head: Head;
  readonly errors: Readonly<Record<string, string>>;
}

/** The new version from what was sent. Throws `bad_input` with everything that is wrong, by field. */
function newVersion(office: Office, { fields, head: sent, errors }: Sent): SettingVersion {
  const base = baseOf(office, sent);
  const read = readSetting(sent.kind, base.value, { fields, known: officeNames() });
  const wrong = { ...read.errors, ...errors };
  if (read.value === null || Object.keys(wrong).length > 0) throw new Refusal('bad_input', { fields: wrong });
  refuseOutdated(office, sent);
  const { kind, settingId: version, effectiveFrom, reason } = sent;
  const value: SettingValue<typeof kind> = stamped(kind, read.value, { effectiveFrom, base });
  const after = { kind, version, effectiveFrom, value, set: null, note: reason };
  if (!changesNothing(office, after)) return after;
  throw new Refusal('bad_input', {
    fields: { '': 'Nothing differs from what counts on that day already. Change something first' },
  });
}

async function setVersion(tx: Writer, sent: Sent, viewer: Viewer): Promise<void> {
  const office = await readOffice(tx);
  const { kind, settingId } = sent.head;
  if (office.versions.some(({ version }) => version === settingId)) return;
  const { effectiveFrom, value, note: reason } = newVersion(office, sent);
  const row = { id: settingId, kind, effectiveFrom, value: JSON.stringify(value), reason };
  await refuseFull(tx, 'settings', kind);
  await insertOfficeSetting(tx, { ...row, enteredBy: viewer.id, enteredAt: now() });
}

export const office = {
  /**
   * A new version of a setting, from today or a later day: the form's fields over the version it began from. Kept beside the
   * older ones, which stay as they are. A repeat of the same form changes nothing.
   */
  set: defineAction({
    accept: 'form',
    handler: guarded({
      ability: 'office.administer',
      subject: () => ({}),
      run: async (form: FormData, _viewer, { write }) => {
        const fields = fieldsOf(form);
        const read = readHead(fields);
        const errors = { ...dayErrors(fields), ...read.errors };
        const sent = read.value ?? headToGoOn(fields, errors);
        await write((tx, viewer) => setVersion(tx, { fields, head: sent, errors }, viewer));
        forgetOffice();
        return { version: sent.settingId, effectiveFrom: sent.effectiveFrom };
      },
    }),
  }),
};

/** Where only the reason is wrong, the rest is read too, so that every mistake is told at once. Throws `bad_input` otherwise. */
function headToGoOn(fields: Fields, errors: Record<string, string>): Head {
  const stand = head
    .omit({ reason: true, effectiveFrom: true })
    .safeParse(Object.fromEntries(Object.keys(head.shape).map((name) => [name, fields(name)])));
  if (!stand.success) throw new Refusal('bad_input', { fields: errors });
  return { ...stand.data, reason: '', effectiveFrom: today() };
}
