import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { countQueries, currentCount, type QueryCount } from '#db/queryCount.ts';
import { FILE_LIMITS } from '#src/domain/files/limits.ts';
import type { Logger } from '../logger.ts';
import { Answer, type Attachment } from './answer.ts';
import { readBody } from './doors/body.ts';
import { contentDoor } from './doors/content.ts';
import type { Address, Limits, TurnedAway } from './doors/door.ts';
import { portalAddress } from './doors/host.ts';
import { passDoors } from './gate.ts';
import { answerRaw, statusOfParseError } from './rawAnswer.ts';
import { logWhenDone } from './requestLog.ts';
import { answerStaticFile, type StaticFiles } from './staticFiles.ts';
import { isUpload, mostBytesOf, pendingUpload, type UploadTimes } from './upload.ts';

/** Astro's built handler (`dist/server/entry.mjs`), or a stand-in for it in tests. */
export type PageHandler = (
  ...call: [req: IncomingMessage, answer: Answer, next: undefined, locals: Partial<App.Locals>]
) => unknown;

export interface Timeouts extends UploadTimes {
  /** The first line and the headers, from the connection. */
  readonly headersMs: number;
  /** The body of a form; a file has times of its own. */
  readonly requestMs: number;
  /** How often slow requests are looked for. */
  readonly checkMs: number;
  /** A page that is not there by then is answered with 503. */
  readonly answerMs: number;
  /** What an upload may take beside its way here: a file is looked at first. */
  readonly uploadAnswerMs: number;
}

export interface PortalServerOptions {
  readonly publicUrl: URL;
  readonly handler: PageHandler;
  readonly files: StaticFiles;
  readonly log: Logger;
  readonly limits?: Limits;
  readonly timeouts?: Timeouts;
}

export interface PortalServer {
  /** Resolves to the port once connections are taken. Rejects when the address is in use. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no more connections and finishes what was accepted; after `withinMs` cuts what is left. */
  stop(withinMs: number): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
/** An upload: the largest file and what a form puts around it. */
export const LIMITS: Limits = {
  bodyBytes: 128 * 1024,
  uploadBytes: FILE_LIMITS.bytes + MEGABYTE,
  addressCharacters: 4096,
};
export const TIMEOUTS: Timeouts = {
  headersMs: 10_000,
  requestMs: 30_000,
  checkMs: 5_000,
  answerMs: 30_000,
  uploadMs: 15 * 60_000,
  silentUploadMs: 20_000,
  uploadAnswerMs: 150_000,
};
/** Longer than common proxies keep theirs, so that the proxy, which knows whether it is waiting, closes first. */
const KEEP_ALIVE_MS = 65_000;
/** Whoever is told no while a file is on its way gets to read it: browsers read no answer before they have sent everything. */
const UPLOAD_PATIENCE_MS = 60_000;
/** A browser that has stopped reading its answer is let go. */
const SILENT_MS = 120_000;

/** The portal's own HTTP server: the doors before Astro, then a file or Astro's page. Source of the order: docs/operations.md, "Doors". */
export function createPortalServer({
  limits = LIMITS,
  timeouts = TIMEOUTS,
  ...options
}: PortalServerOptions): PortalServer {
  const house: House = { ...options, limits, timeouts, address: portalAddress(options.publicUrl, 0), stopping: false };
  const server = createServer({
    ServerResponse: Answer,
    requireHostHeader: false,
    headersTimeout: timeouts.headersMs,
    // Forms end sooner, see takeBody; this is for what nobody reads.
    requestTimeout: timeouts.uploadMs + timeouts.uploadAnswerMs,
    connectionsCheckingInterval: timeouts.checkMs,
    keepAliveTimeout: KEEP_ALIVE_MS,
  });
  server.setTimeout(SILENT_MS);
  server.on('request', (req, answer) => receive(house, greet(house, { req, answer })));
  server.on('checkContinue', (req, answer) => receive(house, greet(house, { req, answer, asksFirst: true })));
  server.on('checkExpectation', (req, answer) => greet(house, { req, answer }).answer.refuse(417));
  server.on('connect', (_req, socket) =>
    turnAwayRaw(house, socket, { status: 405, headers: { allow: 'GET, HEAD, POST' } }),
  );
  server.on('clientError', (error, socket) => turnAwayRaw(house, socket, { status: statusOfParseError(error) }));
  return {
    listen: (port, host) => listen(house, server, { port, host }),
    stop: (withinMs) => stop(house, server, withinMs),
  };
}

type HttpServer = Server<typeof IncomingMessage, typeof Answer>;

interface House extends PortalServerOptions {
  readonly limits: Limits;
  readonly timeouts: Timeouts;
  address: Address;
  stopping: boolean;
}

interface Visit {
  readonly req: IncomingMessage;
  readonly answer: Answer;
  /** Live: what the page has asked of the database so far. */
  count: Readonly<QueryCount> | null;
  readonly locals: Partial<App.Locals>;
  /** The browser waits for a word before it sends the body. */
  readonly asksFirst?: boolean;
}

/** Gives the request its id and its line in the log. */
function greet(house: House, came: Pick<Visit, 'req' | 'answer' | 'asksFirst'>): Visit {
  const { req, answer } = came;
  const attach = (attachment: Attachment) => void (answer.attachment = attachment);
  const visit: Visit = { ...came, count: null, locals: { requestId: randomUUID(), viewer: null, attach } };
  const id = String(visit.locals.requestId);
  req.headers['x-request-id'] = id;
  answer.passage = { id, secure: house.address.secure, closing: () => house.stopping };
  logWhenDone(house.log, {
    req,
    answer,
    startedAt: performance.now(),
    count: () => visit.count,
    route: () => visit.locals.route,
  });
  return visit;
}

function receive(house: House, visit: Visit): void {
  const { req, answer } = visit;
  const turnedAway = passDoors(req, house.address, house.limits);
  if (turnedAway) return answer.refuse(turnedAway.status, turnedAway.headers);
  if (answerStaticFile(house.files, req, answer)) return;
  if (visit.asksFirst) answer.writeContinue();
  makePage(house, visit).catch((error: unknown) => {
    house.log.error({ id: answer.passage.id, err: error }, 'a page could not be made');
    answer.refuse(500);
  });
}

async function makePage(house: House, visit: Visit): Promise<void> {
  const { req, answer, locals } = visit;
  if (req.method === 'POST' && !(await (isUpload(req) ? leaveBody : takeBody)(house, visit))) return;
  answerInTime(house, visit);
  await countQueries(async () => {
    visit.count = currentCount();
    await house.handler(req, answer, undefined, locals);
  });
  if (!answer.isGiven) throw new Error('The page handler gave no answer.');
}

/** A page that is not there in time is answered for. An upload takes as long as its line, which is ended where it stalls. */
function answerInTime({ log, timeouts }: House, { answer, locals }: Visit): void {
  const withinMs = locals.upload ? timeouts.uploadMs + timeouts.uploadAnswerMs : timeouts.answerMs;
  const tooLate = setTimeout(() => {
    log.error({ id: answer.passage.id }, 'a page took too long');
    answer.refuse(503, { 'retry-after': '5' });
  }, withinMs);
  answer.once('close', () => clearTimeout(tooLate));
}

/** Leaves the body on the wire: the page opens it once it knows who sends it. Astro itself sees a form without anything in it. */
function leaveBody(house: House, { req, answer, locals }: Visit): Promise<boolean> {
  const { limits, timeouts: times } = house;
  const turnAway = ({ status, headers }: TurnedAway) => answer.refuse(status, headers);
  answer.patience = { ms: UPLOAD_PATIENCE_MS, bytes: limits.uploadBytes };
  Object.assign(req, { body: Buffer.alloc(0) });
  locals.upload = pendingUpload(req, { limits, times, turnAway });
  return Promise.resolve(true);
}

/** Reads and checks the body, and hands it to Astro in one piece. False where the request was turned away or has gone. */
async function takeBody(house: House, { req, answer }: Visit): Promise<boolean> {
  const body = await readBody(req, { mostBytes: mostBytesOf(req, house.limits), withinMs: house.timeouts.requestMs });
  if (body === null) return false;
  const turnedAway = Buffer.isBuffer(body) ? await contentDoor(req, body) : body;
  if (turnedAway) answer.refuse(turnedAway.status, turnedAway.headers);
  else Object.assign(req, { body });
  return turnedAway === null;
}

function turnAwayRaw(house: House, socket: Duplex, { status, headers }: TurnedAway): void {
  const id = randomUUID();
  if (socket.writable) house.log.info({ id, path: '/*', status });
  answerRaw(socket, status, { id, secure: house.address.secure, headers });
}

function listen(house: House, server: HttpServer, where: { port: number; host: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(where, () => {
      const { port } = server.address() as AddressInfo;
      house.address = portalAddress(house.publicUrl, port);
      server.off('error', reject);
      resolve(port);
    });
  });
}

function stop(house: House, server: HttpServer, withinMs: number): Promise<void> {
  house.stopping = true;
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), withinMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
