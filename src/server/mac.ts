import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the portal signs for itself: 256 bits as 43 characters of base64url. Each purpose is a world of its own. */
export interface Mac {
  of(purpose: string, text: string): string;
  fits(purpose: string, text: string, given: string): boolean;
}

/** Over a secret that is kept outside the database. */
export function openMac(secret: Buffer): Mac {
  const of = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`portal ${purpose}\0${text}`).digest('base64url');
  const fits = (purpose: string, text: string, given: string) => {
    const [expected, found] = [Buffer.from(of(purpose, text)), Buffer.from(given)];
    return expected.length === found.length && timingSafeEqual(expected, found);
  };
  return { of, fits };
}
