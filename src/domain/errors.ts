/** Why the portal says no. A closed list; everything else that is thrown is a bug and stays an ordinary `Error`. */
export const REFUSALS = {
  bad_input: {
    status: 422,
    actionCode: 'UNPROCESSABLE_CONTENT',
    words: 'Something that was sent could not be used. Check it and try again.',
  },
  malformed: {
    status: 400,
    actionCode: 'BAD_REQUEST',
    words: 'The address or the form did not arrive whole. Go back and try again.',
  },
  not_signed_in: { status: 401, actionCode: 'UNAUTHORIZED', words: 'Sign in to carry on.' },
  fresh_password: { status: 401, actionCode: 'UNAUTHORIZED', words: 'Give your password again to sign.' },
  not_allowed: {
    status: 403,
    actionCode: 'FORBIDDEN',
    words: 'This page is for people with another role in the programme.',
  },
  cross_site: {
    status: 403,
    actionCode: 'FORBIDDEN',
    words: 'This form was not sent from the portal, so nothing was done.',
  },
  not_found: { status: 404, actionCode: 'NOT_FOUND', words: 'There is nothing at this address that you can see.' },
  wrong_method: {
    status: 405,
    actionCode: 'METHOD_NOT_SUPPORTED',
    words: 'This address does not take that kind of request.',
  },
  conflict: {
    status: 409,
    actionCode: 'CONFLICT',
    words: 'Somebody, perhaps you in another tab, changed this in the meantime.',
  },
  too_large: { status: 413, actionCode: 'CONTENT_TOO_LARGE', words: 'What was sent is too large.' },
  too_many: { status: 429, actionCode: 'TOO_MANY_REQUESTS', words: 'Too many tries. Wait a little and try again.' },
  busy: {
    status: 503,
    actionCode: 'SERVICE_UNAVAILABLE',
    words: 'The portal is busy. Nothing was lost; try again in a moment.',
  },
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** A refusal in plain words. `fields` says which form field is wrong and why. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly fields: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, options: { words?: string; fields?: Record<string, string>; cause?: unknown } = {}) {
    super(options.words ?? REFUSALS[code].words, { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? {};
  }
}

/** Tells a refusal from a bug, also when it was thrown by another bundle's copy of this file. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'code' in error && String(error.code) in REFUSALS;
}
