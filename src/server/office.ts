import { listOfficeSettings, type OfficeRow } from '#db/queries/office.ts';
import type { Reader } from '#db/client.ts';
import { type Office, OFFICE_SCHEMAS, type SettingVersion } from '#src/domain/office/settings.ts';
import type { Names } from '#src/domain/office/describe.ts';
import type { Known } from '#src/domain/office/problems.ts';
import type { Content } from './content.ts';
import { keptRules } from './kept.ts';
import { portal } from './portal.ts';

/** The defaults that stand in src/content, as versions. */
function defaultVersions({ workload, office }: Pick<Content, 'workload' | 'office'>): SettingVersion[] {
  const figures = workload.map((value): SettingVersion => ({
    kind: 'workload_figures',
    version: value.version,
    effectiveFrom: value.effectiveFrom,
    value,
    set: null,
    note: `${value.source.title}. ${value.source.note}`,
  }));
  return [...figures, ...office.map((version): SettingVersion => ({ ...version, set: null }))];
}

function versionOf(row: OfficeRow): SettingVersion {
  const { id, kind, effectiveFrom, value, reason, enteredAt, enteredByName } = row;
  return {
    kind,
    version: id,
    effectiveFrom,
    value: OFFICE_SCHEMAS[kind].parse(JSON.parse(value)),
    set: { at: enteredAt, by: enteredByName, reason },
    note: reason,
  };
}

/** Every version of every setting, read now: for transactions, and for commands that hand in the content. One query. */
export async function readOffice(
  db: Reader,
  content: Pick<Content, 'workload' | 'office'> = portal().content,
): Promise<Office> {
  const rows = await listOfficeSettings(db);
  return { versions: [...defaultVersions(content), ...rows.map(versionOf)] };
}

/** The same for pages: at most ten seconds old. */
export const officeNow = keptRules((db) => readOffice(db));

/** What people read for modules and routes that a setting names, and the ids it may name. */
export function officeNames(): Names & Known {
  const { modules, routes } = portal().content;
  return {
    module: (id) => modules.find((module) => module.id === id)?.title ?? id,
    route: (id) => routes.find((route) => route.id === id)?.name ?? id,
    moduleIds: new Set(modules.map(({ id }) => id)),
    routeIds: new Set(routes.map(({ id }) => id)),
  };
}

/** After a setting was changed here: the next page reads it. */
export function forgetOffice(): void {
  officeNow.forget();
}
