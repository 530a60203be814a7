/** The name of the form field for a part of an exercise: unlike any other on the page of a module. Ids hold no underscores. */
export function partField(exerciseId: string, partId: string): string {
  return `${exerciseId}__${partId}`;
}

/** Where the page of a module shows an exercise. */
export const exerciseAnchor = (exerciseId: string): string => `exercise-${exerciseId}`;

/** Where it shows what there is to do now, or what came of what was done. */
export const nowAnchor = (exerciseId: string): string => `exercise-${exerciseId}-now`;
