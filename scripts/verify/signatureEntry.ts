/** The body of a signature under a supervision review, as the ledger holds it. */
export interface SignatureEntry {
  readonly signedBy: string;
  readonly traineeId: string;
  readonly reviewId: string;
  readonly reviewSha256: string;
  readonly part: string;
  readonly factorAt: string;
  readonly at: string;
}

const TEXTS = [
  'type',
  'signedBy',
  'sessionRef',
  'factor',
  'factorAt',
  'traineeId',
  'reviewId',
  'reviewSha256',
  'part',
  'at',
];

/** The signature in a body of type `supervision_signature`, or what is wrong with it as the rest of a sentence that begins with the entry's number. */
export function readSignature(body: Readonly<Record<string, unknown>>): SignatureEntry | string {
  if (body.version !== 1) return 'is of a kind that this verifier does not know.';
  const names = [...TEXTS, 'version'];
  if (Object.keys(body).length !== names.length || !names.every((name) => Object.hasOwn(body, name)))
    return 'does not have the fields of a signature under a supervision review.';
  if (!TEXTS.every((name) => typeof body[name] === 'string'))
    return 'has a field that does not belong in a signature under a supervision review.';
  return body as unknown as SignatureEntry;
}
