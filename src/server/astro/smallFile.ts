/**
 * The bytes of a small file that stands in a form of the page itself; null where none was chosen, or no form of that kind was sent.
 * The doors before have turned away what is too large. Read from a copy, so that an action can still read the form.
 */
export async function smallFile(request: Request, field: string): Promise<Uint8Array | null> {
  const isMultipart = (request.headers.get('content-type') ?? '').startsWith('multipart/form-data');
  if (request.method !== 'POST' || !isMultipart || request.bodyUsed) return null;
  const value = (await request.clone().formData()).get(field);
  return value instanceof File && value.size > 0 ? new Uint8Array(await value.arrayBuffer()) : null;
}
