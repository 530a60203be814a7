/** A small file that stands in a form of the page itself. */
export interface SmallFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The bytes of such a file; see `namedSmallFile`. */
export async function smallFile(request: Request, field: string): Promise<Uint8Array | null> {
  return (await namedSmallFile(request, field))?.bytes ?? null;
}

/**
 * A small file with its name; null where none was chosen, or no form of that kind was sent. The doors before have turned away what is
 * too large. Read from a copy, so that an action can still read the form.
 */
export async function namedSmallFile(request: Request, field: string): Promise<SmallFile | null> {
  const isMultipart = (request.headers.get('content-type') ?? '').startsWith('multipart/form-data');
  if (request.method !== 'POST' || !isMultipart || request.bodyUsed) return null;
  const value = (await request.clone().formData()).get(field);
  if (!(value instanceof File) || value.size === 0) return null;
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}
