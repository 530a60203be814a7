import { waitingWords } from '#src/domain/quality/countersigners.ts';

interface Asked {
  readonly name: string;
  readonly countersignerId: string | null;
  readonly waitsForNobody: boolean;
  readonly toCountersign: { readonly decisions: number } | null;
}

/** What of an assessor's decisions waits for a countersignature, and for whom; null where nothing does. */
export function countersignWords(
  { countersignerId, waitsForNobody, toCountersign }: Asked,
  nameOf: (id: string | null) => string | null,
): string | null {
  if (toCountersign === null) return null;
  const what = waitingWords(toCountersign.decisions);
  return waitsForNobody
    ? `${what} and nobody is there to countersign. Name somebody below`
    : `${what} for ${nameOf(countersignerId) ?? 'a colleague'}`;
}

/** Beside the choice of a countersigner: how much she takes. */
export const countersignHint = ({ toCountersign }: Asked): string =>
  toCountersign === null
    ? 'Needed while in training. A qualified colleague.'
    : `Needed: ${waitingWords(toCountersign.decisions)} for a countersignature. A qualified colleague, who takes ${toCountersign.decisions === 1 ? 'it' : 'them'} from the first day on.`;
