/** What an error page says: what happened in one sentence, one way on, a reference. */
export interface Problem {
  readonly status: number;
  readonly heading: string;
  readonly words: string;
  readonly reference: string;
  /** Where "try again" leads, where that makes sense. */
  readonly again: string | null;
}

export const BUG_HEADING = 'Something went wrong on our side';

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'That did not arrive whole',
  401: 'Sign in to carry on',
  403: 'That is for another role',
  404: 'There is nothing here',
  405: 'That address works differently',
  409: 'Somebody was quicker',
  413: 'That is too large',
  422: 'Something was not right',
  429: 'Please wait a little',
  503: 'The portal is busy',
};

/** The heading of an error page by its status. */
export const problemHeading = (status: number): string => HEADINGS[status] ?? BUG_HEADING;

/** What is said of a fault of ours. The reference leads to the line in the log. */
export function wordsForBug(reference: string): string {
  return `Something went wrong on our side and nothing was saved. Try again; if it happens again, tell us this reference: ${reference}`;
}
