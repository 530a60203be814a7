import type { BrowserContext, Request, Response } from '@playwright/test';

/** What a browser complained about while a test ran. */
export interface Watch {
  /** Says that the test asks for an answer with this status, as a page or of an action; a file that is missing is never fine. */
  allow(status: number): void;
  /** Watches every page of another browser. */
  on(context: BrowserContext): void;
  complaints(): readonly string[];
}

/** Chromium says this of every answer from 400 on; the answers themselves are looked at instead. */
const FAILED_ANSWER = /^Failed to load resource: the server responded with a status of/;
/** Said when somebody is already in a field by the time the page would put the focus on its errors: typing wins, as it should. */
const TYPING_ALREADY = /^Autofocus processing was blocked because a document already has a focused element/;
/** A request that the browser itself gave up because it left the page. */
const GIVEN_UP = 'net::ERR_ABORTED';

/** Anything on the console but the browser's own hints to developers, any exception, any request that failed, and any answer from 400 on that nobody asked for. */
export function openWatch(): Watch {
  const found: string[] = [];
  const allowed = new Set<number>();
  const onAnswer = (response: Response) => {
    const request = response.request();
    const isAsked = request.isNavigationRequest() || /\/_actions\/|\/portfolio\/files\?/.test(response.url());
    const what = `${request.method()} ${response.url()}`;
    if (response.status() >= 400)
      found.push(isAsked ? `${response.status()} ${what}` : `a file was not there: ${what}`);
  };
  const onFailure = (request: Request) => {
    const reason = request.failure()?.errorText ?? '';
    if (reason !== GIVEN_UP) found.push(`${reason} ${request.url()}`);
  };
  const on = (context: BrowserContext) => {
    context.on('console', (message) => {
      const isHint = (message.type() as string) === 'verbose';
      if (isHint || FAILED_ANSWER.test(message.text()) || TYPING_ALREADY.test(message.text())) return;
      found.push(`console ${message.type()}: ${message.text()}`);
    });
    context.on('weberror', (error) => found.push(`exception: ${String(error.error())}`));
    context.on('response', onAnswer);
    context.on('requestfailed', onFailure);
  };
  const isAllowed = (complaint: string) => [...allowed].some((status) => complaint.startsWith(`${status} `));
  return {
    on,
    allow: (status) => void allowed.add(status),
    complaints: () => found.filter((complaint) => !isAllowed(complaint)),
  };
}
