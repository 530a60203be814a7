/** One screen of the view for the wall. `minutes` null: it has no clock. */
export interface WallScreen {
  readonly title: string;
  readonly minutes: number | null;
  readonly lines: readonly string[];
}

/** A question on the wall; `name` null: asked without one. */
export interface WallQuestion {
  readonly id: string;
  readonly words: string;
  readonly name: string | null;
}

/** Everything that may stand on a wall, and nothing else: it is all in the page that is projected. */
export interface WallView {
  readonly sessionId: string;
  readonly screens: readonly WallScreen[];
  readonly questions: readonly WallQuestion[];
}
