/** The strands that modules belong to, in the order the portal shows them. */
export const STRANDS = ['assessments', 'parole', 'sexual-offending', 'peer-learning'] as const;
export type Strand = (typeof STRANDS)[number];

/** Strands as people read them. */
export const STRAND_NAMES: Readonly<Record<Strand, string>> = {
  assessments: 'Assessments',
  parole: 'Parole',
  'sexual-offending': 'Sexual offending',
  'peer-learning': 'Peer learning',
};

/** How far a trainee is with a module. Opened is not begun: nothing is ticked or answered yet. */
export const MODULE_STATES = ['not_started', 'opened', 'in_progress', 'done'] as const;
export type ModuleState = (typeof MODULE_STATES)[number];
