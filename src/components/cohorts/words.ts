/** How many of a cohort need a look, in a sentence. */
export function needingSentence(needing: number, of: number): string {
  if (of === 0) return 'Nobody is in this cohort at the moment.';
  if (needing === 0) return `Nobody of ${String(of)} needs a look today.`;
  return `${String(needing)} of ${String(of)} ${of === 1 ? 'trainee' : 'trainees'} ${needing === 1 ? 'needs' : 'need'} a look today.`;
}

/** Names in a sentence: "Tom Hughes, Leila Farouk and Hannah Frost". */
export function namesWords(names: readonly string[]): string {
  const [last, ...others] = names.toReversed();
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} and ${last ?? ''}`;
}
