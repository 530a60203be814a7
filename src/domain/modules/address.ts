/** The page of a module; with the one section that was shown alone, where there was one. */
export function moduleAddress(moduleId: string, onlySection: string | null): string {
  return `/modules/${moduleId}${onlySection === null ? '' : `?section=${onlySection}`}`;
}

/** What the address of a form there ends with, so that it comes back to the section that was shown alone. */
export function sameView(onlySection: string | null | undefined): string {
  return onlySection ? `&section=${onlySection}` : '';
}
