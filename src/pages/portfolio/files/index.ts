import { Readable } from 'node:stream';
import type { APIContext, APIRoute } from 'astro';
import { z } from 'astro/zod';
import { authoriseRoute } from '#src/domain/access/routes.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal, Refusal } from '#src/domain/errors.ts';
import { FILE_PROBLEMS, type FileProblem, PROBLEM_IN_ADDRESS, statusOfProblem } from '#src/domain/files/problems.ts';
import { isFileRefused } from '#src/server/files/fileProblem.ts';
import type { Incoming } from '#src/server/files/receive.ts';
import { mayUpload, takeUpload } from '#src/server/files/upload.ts';

const ADDRESS = z.object({
  evidenceId: z.string().min(1).max(100),
  id: z.uuid(),
  page: z.enum(['evidence', 'record']).default('evidence'),
});
type FormAddress = z.infer<typeof ADDRESS>;

const PAGES = { evidence: '/portfolio/evidence', record: '/assess/records' } as const;

/** The page that the form stands on, told what became of it. */
function pageOf({ evidenceId, page }: Pick<FormAddress, 'evidenceId' | 'page'>, problem?: FileProblem): string {
  const path = `${PAGES[page]}/${encodeURIComponent(evidenceId)}`;
  // The error summary takes the focus by itself, and leads to the field.
  return problem ? `${path}?${PROBLEM_IN_ADDRESS}=${problem}` : `${path}?files=added#files`;
}

const bringsFile = ({ request }: APIContext) => request.headers.get('content-type')?.startsWith('multipart/') === true;
const wantsJson = ({ request }: APIContext) => request.headers.get('accept')?.startsWith('application/json') === true;

/** Takes one file for a piece of evidence. Whose and which stands in the address, so that it is asked before the body is read. */
export const POST: APIRoute = async (context) => {
  const address = ADDRESS.safeParse(Object.fromEntries(context.url.searchParams));
  if (!address.success) throw new Refusal('malformed');
  const viewer = signedIn(context);
  // Whoever signed in on the way comes here with the form alone: a file is never carried along.
  if (!bringsFile(context)) return context.redirect(pageOf(address.data, 'signed_out'), 303);
  try {
    const wanted = { ...address.data, viewer };
    if (await mayUpload(wanted)) await receive(context, (incoming) => takeUpload(incoming, wanted));
    return wantsJson(context)
      ? Response.json({ added: true }, { status: 201 })
      : context.redirect(pageOf(address.data), 303);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    if (!wantsJson(context)) return context.redirect(pageOf(address.data, problem), 303);
    return Response.json({ problem, words: FILE_PROBLEMS[problem] }, { status: statusOfProblem(problem) });
  }
};

/** Whoever signed in on the way comes here, with an empty form or none: back to the page, where the file can be chosen again. */
export const GET: APIRoute = ({ url, redirect }) => {
  const address = ADDRESS.omit({ id: true }).safeParse(Object.fromEntries(url.searchParams));
  return redirect(address.success ? pageOf(address.data, 'signed_out') : '/portfolio', 303);
};

function signedIn({ locals, routePattern }: APIContext): Viewer {
  authoriseRoute(locals.viewer, routePattern);
  if (!locals.viewer) throw new Refusal('not_signed_in');
  return locals.viewer;
}

/** The body as the door before Astro left it; under `astro dev` the request's own. It is let go of in any case. */
async function receive({ locals, request }: APIContext, take: (incoming: Incoming) => Promise<void>): Promise<void> {
  const contentType = locals.upload?.contentType ?? request.headers.get('content-type') ?? '';
  const stream = locals.upload?.open() ?? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    await take({ stream, contentType });
  } finally {
    locals.upload?.close();
  }
}

function problemOf(error: unknown): FileProblem | null {
  if (isFileRefused(error)) return error.problem;
  return isRefusal(error) && error.code === 'too_many' ? 'busy' : null;
}
