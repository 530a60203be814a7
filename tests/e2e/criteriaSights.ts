import { choicesText } from '#src/domain/qualification/mapping.ts';
import { CRITERIA_COLUMNS } from '#src/domain/qualification/columns.ts';
import demoSet from '#src/content/qualification/demo-1.json' with { type: 'json' };
import { post, see, type Sight } from './sight.ts';

/** Units and criteria, and how long records are kept. Nothing here changes anything. */
export const CRITERIA_PAGES: readonly Sight[] = [
  ...see('harvey', ['/admin/qualification', '/admin/qualification/demo-1', '/admin/qualification/import']),
  ...see('harvey', [
    '/admin/retention',
    '/admin/retention?removed=3&left=1&more=yes',
    '/admin/retention?from=2026-11-30',
  ]),
];

const IMPORT = '/admin/qualification/import';
const HEAD = CRITERIA_COLUMNS.join(',');
const named = { version: 'sight-1', label: 'As seen', notice: 'Made up.' };
const csv = `${HEAD}\n1,A unit,About it.,1.1,Explain what the probation service is for.,1,assignment,,\n`;
const ids = demoSet.units.flatMap(({ criteria }) => criteria.map(({ id }) => id));
const dropped = choicesText(new Map(ids.map((id) => [id, { becomes: 'dropped', newIds: '' }])));

/** Each step of an import, and what is wrong at each. */
export const CRITERIA_PROBLEMS: readonly Sight[] = [
  post('harvey', IMPORT, IMPORT, { step: 'file' }, 422),
  post('harvey', IMPORT, IMPORT, { step: 'file', ...named, csv: `${HEAD}\n1,=A1,,2.1,,x,none,,\n` }, 422),
  post('harvey', IMPORT, IMPORT, { step: 'file', ...named, csv }, 200),
  post('harvey', IMPORT, IMPORT, { step: 'mapping', ...named, csv, 'becomes-1.1': 'same', 'new-1.1': '9.9' }, 422),
  post('harvey', IMPORT, IMPORT, { step: 'mapping', ...named, csv, choices: dropped }, 200),
  post('harvey', IMPORT, `${IMPORT}?_action=qualification.bringIn`, {
    ...{ step: 'effect', ...named, csv, choices: dropped, follows: 'demo-1' },
    ...{ effectiveFrom: '2020-01-01', password: '' },
  }),
  post('harvey', '/admin/retention', '/admin/retention?_action=retention.set', {
    ...{ ruleId: '5f0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f', newest: 'default-2026-11', effectiveFrom: '2020-01-01' },
    ...{ reason: '', 'keep-draft': 'x', 'keep-submission': '0', 'keep-file': '9999' },
  }),
  post('harvey', '/admin/retention', '/admin/retention?_action=retention.apply', { password: 'wrong' }),
];
