/** Whose work is left to nobody when somebody cannot sign in any more. Names only. */
export interface LeftToNobody {
  /** Cohorts whose only tutor she is. */
  readonly cohorts: readonly string[];
  /** Trainees whom nobody else assesses. */
  readonly assessed: readonly string[];
  /** Trainees whom nobody else manages. */
  readonly managed: readonly string[];
  /** Assessors whose decisions nobody else countersigns. */
  readonly countersigned: readonly string[];
}

const SHOWN = 5;

/** Names as a sentence holds them; beyond five, how many more. */
function named(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join('; ')}; and ${String(more)} more` : shown.join('; ');
}

/** What has to be seen to, in sentences with where it is done. Empty where nothing is. */
export function leftWords(
  left: LeftToNobody,
): { readonly words: string; readonly href: string; readonly link: string }[] {
  const all = [
    { who: left.cohorts, says: 'No other tutor', href: '/admin/cohorts', link: 'Cohorts and their tutors' },
    { who: left.assessed, says: 'No other assessor', href: '/admin/hand-over', link: 'Hand over trainees' },
    { who: left.managed, says: 'No other line manager', href: '#assignments', link: 'Assignments on this page' },
    {
      who: left.countersigned,
      says: 'Nobody else countersigns',
      href: '/quality/assessors',
      link: 'Assessors in training',
    },
  ];
  return all
    .filter(({ who }) => who.length > 0)
    .map(({ who, says, href, link }) => ({ words: `${says}: ${named(who)}`, href, link }));
}
