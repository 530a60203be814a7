import { bare } from './finding.ts';
import { findPersonalData, type PersonalDataHit } from './patterns.ts';
import { isPersonalDataKind, type PersonalDataKind } from './words.ts';

/** A text of a form or of a file, by the name it is known by: the field's, or `file:ID`. */
export interface Place {
  readonly place: string;
  readonly text: string;
}

/** Why a hit may stand where it stands. The n-th of a kind in a place answers the n-th hit of that kind there. */
export interface Justification {
  readonly place: string;
  readonly kind: PersonalDataKind;
  readonly reason: string;
}

/** A hit in its place, and which of its kind it is there, from 1. */
export interface PlacedHit extends PersonalDataHit {
  readonly place: string;
  readonly number: number;
}

export const REASON_LIMITS = { least: 10, most: 300 } as const;

/** Every hit of some texts, in order, each numbered within its kind and place. */
export function placedHits(places: readonly Place[]): PlacedHit[] {
  return places.flatMap(({ place, text }) => {
    const counts = new Map<PersonalDataKind, number>();
    return findPersonalData(text).map((hit) => {
      const number = (counts.get(hit.kind) ?? 0) + 1;
      counts.set(hit.kind, number);
      return { ...hit, place, number };
    });
  });
}

/** The name of the field in which a hit is justified. */
export const justifyField = ({ place, kind, number }: Pick<PlacedHit, 'place' | 'kind' | 'number'>): string =>
  `justify-${place}-${kind}-${String(number)}`;

const FIELD = /^justify-(?<place>.{1,120})-(?<kind>[a-z_]{1,30})-(?<number>\d{1,4})$/s;

/** Reasons as a form sent them, by the name of their field; what is no such field, or empty, is left out. */
export function readReasons(fields: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const reasons = Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const kind = FIELD.exec(name)?.groups?.['kind'] ?? '';
    const reason = typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
    return isPersonalDataKind(kind) && reason !== '' ? [[name, reason]] : [];
  });
  return new Map(reasons);
}

/** At least so many letters and digits of a hit may not come again in its reason. */
const LEAST_REPEATED = 4;

/** The words of a name that say who it is; the whole of anything else. */
function tellingParts({ kind, found }: PersonalDataHit): string[] {
  if (kind !== 'name') return [bare(found)];
  return found.split(/\s+/).slice(1).map(bare);
}

/** What is wrong with the reason given for a hit, as a sentence, or null. It may not tell what the hit was, nor hold another. */
export function reasonProblem(reason: string, hit: PersonalDataHit): string | null {
  if (reason === '') return `${openWords(hit)} Take it out, or say why it may stay`;
  if (reason.length < REASON_LIMITS.least)
    return 'Say in a few words why it may stay, for example “A made-up person from a training case”';
  if (reason.length > REASON_LIMITS.most) return `Keep the reason under ${String(REASON_LIMITS.most)} characters`;
  const told = bare(reason);
  const isRepeated = tellingParts(hit).some((part) => part.length >= LEAST_REPEATED && told.includes(part));
  if (isRepeated || findPersonalData(reason).length > 0)
    return 'The reason is kept, so it must not repeat the passage or hold another like it. Say why it may stay without naming it';
  return null;
}

/** What a hit is taken for, as a sentence. */
export function openWords({ found, name }: PersonalDataHit): string {
  return `“${found.replace(/\s+/g, ' ').trim()}” looks like ${name}.`;
}

/** A hit as a form shows it: the reason given so far, and what is wrong with it, or null where it is answered. */
export interface AnsweredHit {
  readonly hit: PlacedHit;
  readonly field: string;
  readonly reason: string;
  readonly problem: string | null;
}

/** What makes two hits of a place the same passage: its kind and its letters and digits. */
export const passageOf = ({ place, kind, found }: PlacedHit): string => `${place} ${kind} ${bare(found)}`;

/** Each hit of some texts with the reason that a form gives for it. A reason also answers the same passage further down in its place. */
export function answeredHits(places: readonly Place[], reasons: ReadonlyMap<string, string>): AnsweredHit[] {
  const given = new Map<string, string>();
  return placedHits(places).map((hit) => {
    const field = justifyField(hit);
    const reason = reasons.get(field) ?? given.get(passageOf(hit)) ?? '';
    given.set(passageOf(hit), reason);
    return { hit, field, reason, problem: reasonProblem(reason, hit) };
  });
}

/** What of the answers is kept: the kind and the reason, in the order of the hits. */
export function justificationsOf(answered: readonly AnsweredHit[]): Justification[] {
  return answered.map(({ hit, reason }) => ({ place: hit.place, kind: hit.kind, reason }));
}

/** Reasons as they are kept, by the name of their field. */
export function keptReasons(justifications: readonly Justification[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    justifications.map(({ place, kind, reason }) => {
      const number = (counts.get(`${place} ${kind}`) ?? 0) + 1;
      counts.set(`${place} ${kind}`, number);
      return [justifyField({ place, kind, number }), reason];
    }),
  );
}

/** Kinds in the text of a file, and how often each, in the order in which they first come. Never what was found. */
export function checkFileText(text: string): [kind: PersonalDataKind, count: number][] {
  const byKind = Map.groupBy(findPersonalData(text), ({ kind }) => kind);
  return [...byKind].map(([kind, hits]) => [kind, hits.length]);
}
