/** Lengths in characters. */
export const PEER_LIMITS = {
  title: 120,
  aim: 400,
  line: 200,
  note: 600,
  material: 4000,
  address: 500,
  swap: 300,
} as const;

/** So many sessions a rota can plan at once: a year of months. */
export const MOST_MONTHS = 12;

/** Materials that one session holds; each is something to read beforehand. */
export const MOST_MATERIALS = 12;

/** How far ahead a rota may begin, in days: a year. */
export const MOST_DAYS_AHEAD = 366;

/** Programme weeks in which nobody is asked to lead. Source: the first twelve weeks are when people leave, docs/decisions.md. */
export const WEEKS_BEFORE_LEADING = 12;
