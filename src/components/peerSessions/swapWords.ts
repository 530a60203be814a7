import type { SwapAnswer } from '#src/domain/peerSessions/words.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** How a wish to swap stands. */
export const SWAP_TAGS: Readonly<Record<SwapAnswer | 'open', { readonly kind: TagKind; readonly text: string }>> = {
  open: { kind: 'proposed', text: 'Waits for an answer' },
  agreed: { kind: 'agreed', text: 'Agreed' },
  declined: { kind: 'not_met', text: 'Declined' },
  withdrawn: { kind: 'plain', text: 'No longer asked' },
};
