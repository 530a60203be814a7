import { resendPath, returnPath } from './returnPath.ts';

/** The sign-in form's own fields. A form of another page must not use these names, or they would not be carried. */
export const SIGN_IN_FIELDS = ['email', 'password', 'to', 'carriedFor'] as const;

/** Fields that hold a password: never shown again, never carried along. */
export const PASSWORD_FIELDS: readonly string[] = ['password', 'newPassword'];

const isOwn = (name: string) => (SIGN_IN_FIELDS as readonly string[]).includes(name) || PASSWORD_FIELDS.includes(name);

/** Form fields by name, each with every value that was sent. */
export type Posted = Readonly<Record<string, readonly string[]>>;

/** A form whose session had ended when it arrived, as the sign-in page carries it along. */
export interface LateForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Where it goes after signing in. */
  readonly to: string;
  /** Whom it belongs to, as a mark that only the portal can read. */
  readonly carriedFor: string;
}

/** What the sign-in page carries along: everything that was typed into the other form, passwords never. */
export function carriedFields(posted: Posted): [name: string, value: string][] {
  return Object.entries(posted).flatMap(([name, values]) =>
    isOwn(name) ? [] : values.map((value): [string, string] => [name, value]),
  );
}

/**
 * Where a form goes once its owner has signed in again: to its own action, which then runs and saves the text.
 * A form that asked for the password goes to its page without the action: nobody signs anything by signing in.
 */
export function carriedTo(address: string, asksPassword: boolean): string {
  return asksPassword ? returnPath(address) : resendPath(address);
}
