import { WHOLE_QUALIFICATION, type WordedSubject } from '#src/domain/portfolio/wording.ts';

/** What an address asks to sign: `?criterion=3.2`, `?unit=3` or `?qualification`; null for everything that can be signed. */
export function subjectIn(params: URLSearchParams): WordedSubject | null {
  const criterion = params.get('criterion');
  const unit = params.get('unit');
  if (criterion !== null) return { subject: 'criterion', subjectId: criterion };
  if (unit !== null) return { subject: 'unit', subjectId: unit };
  return params.has('qualification') ? { subject: 'qualification', subjectId: WHOLE_QUALIFICATION } : null;
}

/** The same for the address of a form, which comes back where it is refused: `&criterion=3.2`, or nothing. */
export function askedAgain(asked: WordedSubject | null): string {
  return asked === null ? '' : `&${asked.subject}=${encodeURIComponent(asked.subjectId)}`;
}
