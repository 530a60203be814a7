import type { DemoAssignment, DemoPerson } from './people.ts';
import { oneOf } from './oneOf.ts';
import { STORIES, type Story } from './stories.ts';

const FIRST_NAMES = [
  'Alder',
  'Birch',
  'Cedar',
  'Dell',
  'Elm',
  'Fern',
  'Glen',
  'Hazel',
  'Iris',
  'Jasper',
  'Kestrel',
  'Linden',
  'Marlow',
  'Nettle',
  'Olive',
  'Perry',
  'Quince',
  'Rowan',
  'Sage',
  'Teasel',
];
const LAST_NAMES = [
  'Ashdown',
  'Brook',
  'Clay',
  'Downs',
  'Eastfield',
  'Ford',
  'Grange',
  'Heath',
  'Isle',
  'Knoll',
  'Lea',
  'Meadow',
  'Northway',
  'Orchard',
  'Pike',
  'Ridge',
  'Southgate',
  'Thicket',
  'Vale',
  'Weir',
];
const COHORT_SIZE = 16;
const CYCLE = STORIES.filter(({ routeId }) => routeId === 'standard-15');

export interface Crowd {
  readonly cohorts: readonly { id: string; name: string; region: string }[];
  readonly staff: readonly DemoPerson[];
  readonly assignments: readonly DemoAssignment[];
  readonly stories: readonly Story[];
}

/** Trainees beyond the named 25, in cohorts of sixteen with a tutor, an assessor and a manager each. The same for the same number. */
export function crowdOf(traineeCount: number): Crowd {
  const extra = Math.max(0, traineeCount - STORIES.length);
  const groups = Array.from({ length: Math.ceil(extra / COHORT_SIZE) }, (_, index) => index + 1);
  return {
    cohorts: groups.map((n) => ({ id: `cohort-${n}`, name: `Cohort ${n}`, region: n % 2 === 0 ? 'London' : 'Wales' })),
    staff: groups.flatMap(staffOf),
    assignments: groups.map((n) => ({
      kind: 'tutor',
      personId: `tutor-${n}`,
      cohortId: `cohort-${n}`,
      startsWeeksAgo: 30,
    })),
    stories: Array.from({ length: extra }, (_, index) => storyOf(index)),
  };
}

function staffOf(n: number): DemoPerson[] {
  return [
    { id: `tutor-${n}`, name: nameOf(n * 3), roles: ['tutor'] },
    { id: `assessor-${n}`, name: nameOf(n * 3 + 1), roles: ['assessor'] },
    { id: `manager-${n}`, name: nameOf(n * 3 + 2), roles: ['manager'] },
  ];
}

/**
 * Months 7 to 12 leave twice the points of the first six, months 13 to 15 three times. Cases come two a week, so a caseload has
 * grown some weeks after the stage began.
 */
function casesIn(week: number, ofFirstSix: Story['cases']): Story['cases'] {
  const times = week >= 60 ? 3 : week >= 34 ? 2 : 1;
  return Array.from({ length: times }, () => ofFirstSix).flat();
}

function storyOf(index: number): Story {
  const group = Math.floor(index / COHORT_SIZE) + 1;
  const like = oneOf(CYCLE, index);
  const week = 4 + ((index * 11) % 60);
  return {
    ...like,
    cases: casesIn(week, like.cases),
    id: `trainee-${index + 1}`,
    name: nameOf(index * 7 + 5),
    week,
    cohortId: `cohort-${group}`,
    assessorId: `assessor-${group}`,
    managerId: `manager-${group}`,
  };
}

function nameOf(seed: number): string {
  return `${oneOf(FIRST_NAMES, seed)} ${oneOf(LAST_NAMES, Math.floor(seed / FIRST_NAMES.length))}`;
}
