import type { Sight } from './sight.ts';

const SETTINGS = ['case-rules', 'workload-figures', 'complexity', 'study-time', 'supervision', 'signals'] as const;
const see = (...paths: readonly string[]): Sight[] => paths.map((path) => ({ who: 'harvey', path, status: 200 }));

/** The settings of the office: each with its values and its form. */
export const OFFICE_PAGES: readonly Sight[] = [
  ...see('/admin/office', '/admin/office/complexity?version=default-2026-11', '/admin/office/supervision?set=yes'),
  ...SETTINGS.flatMap((setting) => see(`/admin/office/${setting}`, `/admin/office/${setting}/change`)),
];

/** What the demo's administrator has set. */
const SET: Readonly<Record<string, string>> = {
  'case-rules': 'office-rules-1',
  complexity: 'office-complexity-1',
};

/** Each form with a day that is over and nothing filled in. */
export const OFFICE_PROBLEMS: readonly Sight[] = SETTINGS.map((setting) => {
  const path = `/admin/office/${setting}/change`;
  const startedFrom = setting === 'workload-figures' ? '2026-02' : 'default-2026-11';
  const fields = {
    ...{ settingId: '5f0c6a52-1111-4a5b-8c1d-5a1b2c3d4e5f', kind: setting.replace('-', '_'), startedFrom },
    ...{ newest: SET[setting] ?? startedFrom, effectiveFrom: '2020-01-01', reason: '' },
  };
  return { who: 'harvey', path, status: 400, send: { action: `${path}?_action=office.set`, fields } };
});
