/** One step of a way through a scenario. */
export interface Choice {
  readonly stepId: string;
  readonly choiceId: string;
}

/** One way through a scenario, from its first step; `endingId` is null until it has come to an end. */
export interface Path {
  readonly choices: readonly Choice[];
  readonly endingId: string | null;
}

/** What a trainee did with an exercise, by kind. Kept as JSON in `exercise_work`. */
export type ExerciseWork =
  | { readonly kind: 'scenario'; readonly paths: readonly Path[] }
  /** Item id -> box id of the last try. `bestCorrect` items were right in the best one. */
  | {
      readonly kind: 'sort';
      readonly tries: number;
      readonly bestCorrect: number;
      readonly last: Readonly<Record<string, string>>;
    }
  /** Step ids in the order of the last try. */
  | { readonly kind: 'order'; readonly tries: number; readonly bestCorrect: number; readonly last: readonly string[] }
  | { readonly kind: 'compare'; readonly text: string };
