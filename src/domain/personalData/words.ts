/** Kinds of personal data that the portal looks for in typed text and in the text of files. Only these words are ever kept, never what was found. */
export const PERSONAL_DATA_KINDS = [
  'email',
  'date_of_birth',
  'telephone',
  'nhs_number',
  'pnc_number',
  'prison_number',
  'national_insurance',
  'case_reference',
  'postcode',
  'name',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** What each is called in a sentence: "this looks like …". */
export const PERSONAL_DATA_NAMES: Readonly<Record<PersonalDataKind, string>> = {
  email: 'an e-mail address',
  date_of_birth: 'a date of birth',
  telephone: 'a telephone number',
  nhs_number: 'an NHS number',
  pnc_number: 'a police national computer number',
  prison_number: 'a prison number',
  national_insurance: 'a National Insurance number',
  case_reference: 'a case reference number',
  postcode: 'a postcode',
  name: 'a person’s name',
};

/** Several of them: "2 postcodes". */
const PERSONAL_DATA_PLURALS: Readonly<Record<PersonalDataKind, string>> = {
  email: 'e-mail addresses',
  date_of_birth: 'dates of birth',
  telephone: 'telephone numbers',
  nhs_number: 'NHS numbers',
  pnc_number: 'police national computer numbers',
  prison_number: 'prison numbers',
  national_insurance: 'National Insurance numbers',
  case_reference: 'case reference numbers',
  postcode: 'postcodes',
  name: 'people’s names',
};

export const isPersonalDataKind = (text: string): text is PersonalDataKind =>
  (PERSONAL_DATA_KINDS as readonly string[]).includes(text);

/** Words that are final once they are sent, in which a passage may be justified: the table keeps these names. */
export const JUSTIFIED_WORDS = ['assessment', 'record_words', 'witness_answer'] as const;
export type JustifiedWords = (typeof JUSTIFIED_WORDS)[number];

/** Kinds and how often, as words: "a postcode and 2 people’s names". */
export function kindsInWords(found: readonly (readonly [PersonalDataKind, number])[]): string {
  const parts = found.map(([kind, count]) =>
    count === 1 ? PERSONAL_DATA_NAMES[kind] : `${String(count)} ${PERSONAL_DATA_PLURALS[kind]}`,
  );
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
