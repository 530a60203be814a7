import type { Role } from '#src/domain/access/roles.ts';
import { ROLES } from '#src/domain/access/roles.ts';

export interface NavigationLink {
  readonly href: string;
  readonly text: string;
}

const home = { href: '/', text: 'Home' };
const modules = { href: '/modules', text: 'Modules' };
const caseload = { href: '/caseload', text: 'Caseload' };

/** What stands in the header for each role, in this order. Hiding a link is never the check: policy.ts is. */
const LINKS: Readonly<Record<Role, readonly NavigationLink[]>> = {
  trainee: [
    home,
    { href: '/week', text: 'Week' },
    modules,
    { href: '/progress', text: 'Progress' },
    { href: '/portfolio', text: 'Portfolio' },
    caseload,
    { href: '/study-time', text: 'Study time' },
    { href: '/placements', text: 'Placements' },
    { href: '/supervision', text: 'Supervision' },
    { href: '/peer-sessions', text: 'Peer sessions' },
  ],
  tutor: [home, { href: '/cohorts', text: 'Cohorts' }, modules],
  assessor: [home, { href: '/assess', text: 'To assess' }, modules],
  manager: [home, caseload, modules],
  verifier: [home, { href: '/quality', text: 'Quality' }, modules],
  external: [home],
  admin: [home, { href: '/admin', text: 'Programme' }, modules],
};

/** The header links of somebody with these roles: each once, in the order of the roles. */
export function navigationFor(roles: readonly Role[]): readonly NavigationLink[] {
  const links = ROLES.filter((role) => roles.includes(role)).flatMap((role) => LINKS[role]);
  return links.filter((link, index) => links.findIndex(({ href }) => href === link.href) === index);
}

/** How a link relates to the page at `path`: the page itself, the section it belongs to, or neither. */
export function currentMark(href: string, path: string, section?: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  if (section !== undefined) return section === href ? 'true' : undefined;
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

/** How many notices are new, as the header says it: more than 99 are not counted. */
export function unreadText(unread: number): string {
  return unread > 99 ? '99+' : String(unread);
}
