export { openSessions, type SessionsOptions } from './open.ts';
export type { Sessions, SessionSummary, SignedIn, SignInAttempt, ValidSession } from './sessions.ts';
