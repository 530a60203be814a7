import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import demoSet from '#src/content/qualification/demo-1.json' with { type: 'json' };
import { choicesText } from '#src/domain/qualification/mapping.ts';
import { CRITERIA_COLUMNS } from '#src/domain/qualification/columns.ts';
import { RECORD_GROUPS } from '#src/domain/retention/words.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Reach, Visit } from './reach.ts';
import { WAYS } from './world.ts';

interface Units {
  readonly criteria: readonly { readonly id: string }[];
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Each way follows the newest version there is, which drops every criterion, on a day that no other test reaches. */
function nextVersion({ portal }: Visit): Fields {
  const [newest] = portal.rows(`select * from qualification_versions order by effective_from desc limit 1`);
  const units = (newest ? JSON.parse(String(newest['units'])) : demoSet.units) as readonly Units[];
  const dropped = units.flatMap(({ criteria }) =>
    criteria.map(({ id }) => [id, { becomes: 'dropped', newIds: '' }] as const),
  );
  const version = `test-${randomUUID().slice(0, 8)}`;
  return {
    ...{ version, label: version, notice: 'Made up.', follows: newest ? String(newest['version']) : demoSet.version },
    csv: `${CRITERIA_COLUMNS.join(',')}\n1,Unit,About it.,1.1,${version},1,assignment,,\n`,
    choices: choicesText(new Map(dropped)),
    effectiveFrom: newest ? dayAfter(String(newest['effective_from'])) : nextMonth(),
    password: DEMO_PASSWORD,
  };
}

/** Each way keeps everything a month longer than the one before, from a day that no other test reaches. */
function longerRules({ portal, way }: Visit): Fields {
  const [newest] = portal.rows(`select id from retention_rules order by effective_from desc, rowid desc limit 1`);
  const kept = RECORD_GROUPS.flatMap((group) => [
    [`keep-${group}`, String(40 + WAYS.indexOf(way))],
    [`unit-${group}`, 'months'],
  ]);
  return {
    ...{ ruleId: randomUUID(), newest: newest ? String(newest['id']) : 'default-2026-11', effectiveFrom: nextMonth() },
    ...(Object.fromEntries(kept) as Fields),
    reason: 'Our policy',
  };
}

export const CRITERIA_REACHES: Readonly<Record<string, Reach>> = {
  'qualification.bringIn': { page: () => '/admin/qualification/import', input: nextVersion },
  'retention.apply': {
    page: () => '/admin/retention',
    input: () => ({ password: DEMO_PASSWORD }),
    changes: 'sessions only',
  },
  'retention.set': { page: () => '/admin/retention', input: longerRules },
};
