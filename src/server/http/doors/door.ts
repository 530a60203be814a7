import type { IncomingMessage } from 'node:http';

/** Where the portal is reached, worked out once at start. */
export interface Address {
  /** The address people use. */
  readonly publicUrl: URL;
  /** Whether people come over https, through a proxy that ends TLS. */
  readonly secure: boolean;
  /** Values of the Host header that mean this portal, in lower case. */
  readonly hosts: ReadonlySet<string>;
}

export interface Limits {
  readonly bodyBytes: number;
  /** The same for the one address that takes files. */
  readonly uploadBytes: number;
  readonly addressCharacters: number;
}

/** Why a request goes no further: an HTTP status, and headers that belong to it. */
export interface TurnedAway {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One small check before Astro. Null lets the request pass; a door may also tidy its headers. */
export type Door = (req: IncomingMessage, address: Address, limits: Limits) => TurnedAway | null;
