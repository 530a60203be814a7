/** Field name -> what is wrong, in the order they are shown. The key '' stands for the form as a whole. Same shape as `Refusal.fields`. */
export type FormErrors = Readonly<Record<string, string>>;

/** One of several things to choose between. */
export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

/** A link as data. `hidden` is added for screen readers only, to tell ten links called "Change" apart. */
export interface Link {
  readonly href: string;
  readonly text: string;
  readonly hidden?: string | undefined;
}

/** A table column. `key` makes it sortable; `hidden` keeps its heading for screen readers only. */
export interface Column {
  readonly text: string;
  readonly key?: string | undefined;
  readonly numeric?: boolean | undefined;
  readonly hidden?: boolean | undefined;
}

/** The three sizes a label, legend or caption comes in. */
export type TextSize = 's' | 'm' | 'l';

/** The level of a heading inside the page; the page's own title is level 1. */
export type HeadingLevel = 1 | 2 | 3 | 4;
