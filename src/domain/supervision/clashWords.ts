/** What stands against a meeting on a day. */
export type Clash =
  | { readonly why: 'placement'; readonly place: string }
  | { readonly why: 'away'; readonly place: string }
  | { readonly why: 'holiday'; readonly name: string }
  | { readonly why: 'pause' };

/** The same as a sentence, with the way on. */
export function clashWords(clash: Clash): string {
  if (clash.why === 'placement')
    return `There is a placement on that day: ${clash.place}. Choose another day, or plan it all the same`;
  if (clash.why === 'holiday')
    return `That is a bank holiday: ${clash.name}. Choose another day, or plan it all the same`;
  if (clash.why === 'pause')
    return 'The programme stands still on that day. Choose another day, or plan it all the same';
  const words = clash.place === 'leave' ? 'That is a day of leave.' : 'That is not a working day for this trainee.';
  return `${words} Choose another day, or plan it all the same`;
}
