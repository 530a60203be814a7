import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Answer, PortalClient } from './portalClient.ts';

interface UploadOptions {
  readonly evidenceId: string;
  readonly name: string;
  readonly declared: string;
  readonly bytes: Buffer;
  readonly id?: string;
  readonly owner?: string;
  /** As an island does; a form without a script otherwise. */
  readonly asJson?: boolean;
}

/**
 * Uploads a file as the form of the portal does, but for its last bytes; gives back what sends them and answers. Its length is told
 * beforehand, as browsers do.
 */
export function uploadHalf(client: PortalClient, options: UploadOptions): () => Promise<number> {
  const { evidenceId, id = randomUUID() } = options;
  const { body, contentType } = uploadBody(options);
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: client.url, 'sec-fetch-site': 'same-origin', accept: 'application/json' };
  const to = new URL(`/portfolio/files?${new URLSearchParams({ evidenceId, id }).toString()}`, client.url);
  const sent = request(to, {
    method: 'POST',
    headers: { ...headers, 'content-type': contentType, 'content-length': body.length },
  });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  sent.write(body.subarray(0, -100));
  return async () => {
    sent.end(body.subarray(-100));
    const [{ statusCode = 0 }] = await answered;
    return statusCode;
  };
}

/** Uploads a file as the form of the portal does. */
export function upload(client: PortalClient, options: UploadOptions): Promise<Answer> {
  const { evidenceId, id = randomUUID(), asJson = true } = options;
  const headers = {
    origin: client.url,
    'sec-fetch-site': 'same-origin',
    ...(asJson && { accept: 'application/json' }),
  };
  const { body, contentType } = uploadBody(options);
  return client.send(`/portfolio/files?${new URLSearchParams({ evidenceId, id }).toString()}`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { ...headers, 'content-type': contentType },
  });
}

const BOUNDARY = '----a-form-of-the-portal';

/** A form with one file, byte by byte: `FormData` would tidy the odd names away. */
export function uploadBody({
  owner,
  name,
  declared,
  bytes,
}: Pick<UploadOptions, 'owner' | 'name' | 'declared' | 'bytes'>): {
  body: Buffer;
  contentType: string;
} {
  const field = owner === undefined ? '' : part('name="owner"', owner);
  const escaped = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${escaped}"\r\nContent-Type: ${declared}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(field), Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
  return { body, contentType: `multipart/form-data; boundary=${BOUNDARY}` };
}

const part = (head: string, content: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`;
