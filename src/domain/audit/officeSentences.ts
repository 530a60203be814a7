import { counted } from '../counted.ts';
import { listNamed, LIST_WORDS } from '../people/lists.ts';
import { andWords, type AuditFact, dayIn, nameIn, numberIn, textIn } from './fact.ts';

const begins = (fact: AuditFact) => andWords(', beginning on ', dayIn(fact, 'startsOn'));

const made = (fact: AuditFact): string[] => [
  `Cohort made${textIn(fact, 'templateId') === '' ? '' : ' from a template'}${begins(fact)}`,
];

const rolled = (fact: AuditFact): string[] => [
  `Cohort made as the next intake after ${nameIn(fact, 'fromCohortId', 'another cohort')}${begins(fact)}`,
];

function changed(fact: AuditFact): string[] {
  const { details } = fact;
  if ('closedOn' in details)
    return [details['closedOn'] === null ? 'Cohort opened again' : 'Cohort closed: nobody joins it'];
  const [before, after] = [dayIn(fact, 'fromStartsOn'), dayIn(fact, 'startsOn')];
  const all = [
    ...(numberIn(fact, 'isRenamed') === 1 ? ['Cohort given another name'] : []),
    ...(before === after ? [] : [`First day of the cohort: ${before} became ${after}`]),
  ];
  return all.length > 0 ? all : ['Region of the cohort changed'];
}

/** What a file of people came to: only what was more than nothing. */
function imported(fact: AuditFact): string[] {
  const of = (key: string, one: string, many: string) => {
    const count = numberIn(fact, key);
    return count === 0 ? [] : [counted(count, one, many)];
  };
  const people = [
    ...of('new', 'new person', 'new people'),
    ...of('changed', 'person changed', 'people changed'),
    ...of('same', 'as before', 'as before'),
  ];
  const rest = [
    ...of('places', 'place in the programme given', 'places in the programme given'),
    ...of('begun', 'assignment begun', 'assignments begun'),
    ...of('ended', 'assignment ended', 'assignments ended'),
    ...of('admins', 'person became an administrator', 'people became administrators'),
  ];
  return [`File of people brought in${andWords(': ', people.join(', '))}`, ...rest];
}

function exported(fact: AuditFact): string[] {
  const rows = `, ${counted(numberIn(fact, 'rows'), 'row', 'rows')}`;
  const list = listNamed(textIn(fact, 'list'));
  if (list !== null) return [`List taken out as a file: ${LIST_WORDS[list].title.toLowerCase()}${rows}`];
  const some = textIn(fact, 'query') === '' ? '' : ', as it was filtered or sorted';
  return [`List of ${fact.cohort ?? 'a cohort'} taken out as a file${rows}${some}`];
}

/** Cohorts, files that came in and lists that went out. */
export const OFFICE_SENTENCES = {
  'cohort.made': made,
  'cohort.changed': changed,
  'cohort.rolled': rolled,
  'import.done': imported,
  'list.exported': exported,
} as const;
