import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { CriterionMapping, Qualifications } from '#src/domain/portfolio/versions.ts';

const kind = { neededTimes: 1, kinds: ['assignment'], mustInclude: [], currentForMonths: null } as const;

/** A version whose only unit holds these criteria. */
export function version(name: string, ...ids: string[]): Qualification {
  const criteria = ids.map((id) => ({
    ...kind,
    kinds: [...kind.kinds],
    mustInclude: [],
    id,
    text: `${id} in ${name}`,
  }));
  return {
    version: name,
    label: name,
    notice: 'Made up.',
    units: [{ id: '1', title: 'Unit', summary: 'It.', criteria }],
  };
}

/** `1.1>1.2` carries, `1.1~1.2` is looked at again, `1.1>` is dropped. */
export function step(fromVersion: string, toVersion: string, ...rows: string[]): CriterionMapping[] {
  return rows.map((row) => {
    const [oldId = '', newId = ''] = row.split(/[>~]/u);
    return {
      fromVersion,
      toVersion,
      oldId,
      newId: newId === '' ? null : newId,
      carries: row.includes('>') && newId !== '',
    };
  });
}

/** Versions in the order in which they came to count. */
export const line = (versions: Qualification[], mappings: CriterionMapping[]): Qualifications => {
  const current = versions.at(-1);
  if (!current) throw new Error('A line has a version');
  return { versions, current, mappings };
};

/** The one version that most tests know. */
export const ONE: Qualifications = line([version('demo-1', '3.1', '3.2')], []);
