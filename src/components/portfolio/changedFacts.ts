import type { WordedSubmission } from '#db/queries/submissions.ts';
import { formatDay } from '#src/domain/calendar.ts';
import { answerWords, DETAIL_FIELDS, detailsOf } from '#src/domain/portfolio/details.ts';

type Version = Pick<
  WordedSubmission,
  'title' | 'happenedOn' | 'claims' | 'whereShown' | 'kind' | 'details' | 'fileCount'
>;

/** What besides the text is not as it was in the version before, each a sentence. */
export function changedFacts(before: Version, after: Version): string[] {
  return [
    ...(before.title === after.title ? [] : [`Title: “${after.title}” instead of “${before.title}”.`]),
    ...(before.happenedOn === after.happenedOn ? [] : [`Day: ${day(after)} instead of ${day(before)}.`]),
    ...detailFacts(before, after),
    ...listFact(
      'Criteria added',
      after.claims.filter((id) => !before.claims.includes(id)),
    ),
    ...listFact(
      'Criteria taken out',
      before.claims.filter((id) => !after.claims.includes(id)),
    ),
    ...listFact(
      'Where it is shown, said anew for',
      after.claims.filter((id) => isSaidAnew(before, after, id)),
    ),
    ...(before.fileCount === after.fileCount
      ? []
      : [`Files: ${String(after.fileCount)} instead of ${String(before.fileCount)}.`]),
  ];
}

const day = ({ happenedOn }: Version) => (happenedOn ? formatDay(happenedOn, { year: true }) : 'none');

const listFact = (what: string, ids: readonly string[]) => (ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}.`]);

const isSaidAnew = (before: Version, after: Version, id: string) =>
  before.claims.includes(id) && (before.whereShown[id] ?? '') !== (after.whereShown[id] ?? '');

function detailFacts(before: Version, after: Version): string[] {
  const [old, now] = [detailsOf(before.details), detailsOf(after.details)];
  return DETAIL_FIELDS[after.kind].flatMap((field) => {
    const [was, is] = [old[field.name] ?? '', now[field.name] ?? ''];
    if (was === is) return [];
    const said = (answer: string) => (answer === '' ? 'nothing' : `“${answerWords(field, answer)}”`);
    return [`${field.label} ${said(is)} instead of ${said(was)}.`];
  });
}
