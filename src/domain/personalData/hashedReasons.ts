import { canonicalJson } from '../ledger/canonicalJson.ts';

/** Why a passage that looks like a real person's may stay, as a row holds it. */
export type HashedReason = { readonly place: string; readonly kind: string; readonly reason: string };

/** Reasons as they stand in a text that is hashed, in the order of their positions, without whatever else their rows hold. */
export const hashedReasons = (reasons: readonly HashedReason[]): HashedReason[] =>
  reasons.map(({ place, kind, reason }) => ({ place, kind, reason }));

/** The one text of the reasons beside words that have a hash of their own; none give a text too. Source: docs/ledger.md. */
export const wordReasonsText = (reasons: readonly HashedReason[]): string =>
  canonicalJson({ label: 'pqip-word-reasons-v1', reasons: hashedReasons(reasons) });
