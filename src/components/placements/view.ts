import type { AgreementFacts, PlacementTerms } from '#src/domain/placements/agreement.ts';
import { criteriaField, OBJECTIVE_NUMBERS } from '#src/domain/placements/objectives.ts';
import type { PlacementKind } from '#src/domain/placements/words.ts';
import { movedIds, type Qualifications, versionTold } from '#src/domain/portfolio/versions.ts';

/** A placement as pages show it. */
export interface PlacementView extends AgreementFacts, PlacementTerms {
  readonly id: string;
  readonly traineeId: string;
  readonly kind: PlacementKind;
  readonly hostContact: string;
  readonly supervisor: string;
  readonly lookFor: string;
  readonly travelNotes: string;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
  readonly recordedDays: number;
  readonly reportFinishedAt: Date | null;
}

/** An objective of a placement, with its criteria. */
export interface ObjectiveView {
  readonly id: string;
  readonly placementId: string;
  readonly words: string;
  readonly criteria: readonly string[];
  /** The version they are named in; null: the first one there was. */
  readonly version: string | null;
}

/** The report at the end. */
export interface ReportView {
  readonly words: string;
  readonly revision: number;
  readonly savedAt: Date;
  readonly finishedAt: Date | null;
  /** The piece of evidence that it became. */
  readonly evidenceId: string | null;
}

/** Who may agree, by part. */
export type AgreerView = { readonly part: string; readonly personId: string; readonly name: string };

/** What was typed into the form of a placement, by field; for a change, what it says now. */
export type PlacementTyped = Readonly<Record<string, readonly string[]>>;

/** A stored placement as the fields of its form. */
export function placementAsTyped(
  placement: PlacementView,
  { objectives, qualifications }: { objectives: readonly ObjectiveView[]; qualifications: Qualifications },
): PlacementTyped {
  const now = objectives.map(({ criteria: ids, version }) => movedIds(qualifications, { version, ids }).ids);
  const { kind, place, hostContact, supervisor, lookFor, startsOn, endsOn, travelNotes } = placement;
  const single = { kind, place, hostContact, supervisor, lookFor, startsOn, endsOn, travelNotes };
  return {
    ...Object.fromEntries(Object.entries(single).map(([name, value]) => [name, [value]])),
    startsAt: [placement.startsAt ?? ''],
    endsAt: [placement.endsAt ?? ''],
    weekdays: placement.weekdays.map(String),
    ...Object.fromEntries(objectives.map(({ words }, index) => [`objective${index + 1}`, [words]])),
    ...Object.fromEntries(now.map((moved, index) => [`criteria${index + 1}`, moved.map(({ id }) => id)])),
  };
}

/** What was typed into a form of an earlier version, with its criteria as they are called now. */
export function typedNow(typed: PlacementTyped, qualifications: Qualifications): PlacementTyped {
  const version = versionTold(qualifications, typed['criteriaVersion']?.[0]).version;
  const isCriteria = (name: string) => OBJECTIVE_NUMBERS.some((number) => name === criteriaField(number));
  const now = (ids: readonly string[]) => movedIds(qualifications, { version, ids }).ids.map(({ id }) => id);
  return Object.fromEntries(
    Object.entries(typed).map(([name, values]) => [name, isCriteria(name) ? now(values.filter(Boolean)) : values]),
  );
}
