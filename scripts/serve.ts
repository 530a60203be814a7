import { demoEmail, DEMO_PASSWORD, fillDemo, findDemo, NAMED_PEOPLE } from '#db/demo/index.ts';
import { programmeDay } from '#src/server/clock.ts';
import { createPortal, isStartError } from '#src/server/createPortal.ts';
import { createPortalServer, type PageHandler, type PortalServer } from '#src/server/http/server.ts';
import { loadStaticFiles } from '#src/server/http/staticFiles.ts';
import { closeLog, createLogger, type Logger } from '#src/server/logger.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { readSettings, type Settings } from '#src/server/settings.ts';
import { welcomeText } from '#src/server/welcome.ts';

const root = new URL('../', import.meta.url);
/** Accepted requests get this long to finish once the portal is asked to stop. */
const STOP_WITHIN_MS = 10_000;
const LOG_WITHIN_MS = 1000;
/** Whatever still hangs then, in a start that does not end for instance, is left behind. */
const GIVE_UP_MS = 30_000;

/** Starts the built portal and keeps it until SIGTERM or SIGINT. */
async function serve(settings: Settings, log: Logger): Promise<void> {
  const askedToStop = firstSignal();
  const portal = await createPortal({ settings, log, root, demo: { DEMO_PASSWORD, findDemo, fillDemo } });
  installPortal(portal);
  const server = await openServer(portal, settings).catch(async (error: unknown) => {
    await portal.database.close();
    throw error;
  });
  portal.mail.start();
  process.stdout.write(welcome(portal));
  log.info({ signal: await askedToStop }, 'stopping');
  await server.stop(STOP_WITHIN_MS);
  await portal.mail.close();
  await portal.exports.close();
  await portal.files.close();
  await portal.database.close();
  log.info('stopped');
}

async function openServer(portal: Portal, { host, port, publicUrl }: Settings): Promise<PortalServer> {
  const { handler } = (await import(new URL('dist/server/entry.mjs', root).href)) as { handler: PageHandler };
  const files = await loadStaticFiles(new URL('dist/client', root).pathname);
  const server = createPortalServer({ publicUrl, handler, files, log: portal.log });
  await server.listen(port, host);
  return server;
}

function welcome({ settings: { publicUrl, demo, programmeNow } }: Portal): string {
  const people = { people: NAMED_PEOPLE, emailOf: demoEmail, password: DEMO_PASSWORD };
  return welcomeText({ address: publicUrl.origin, demo, today: programmeDay(programmeNow), ...people });
}

/** Resolves when the portal is first asked to stop. A terminal and npm both pass Ctrl-C on, so it may be said more than once. */
function firstSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const heard = (signal: NodeJS.Signals) => {
      setTimeout(() => end(log, 1), GIVE_UP_MS).unref();
      resolve(signal);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, heard);
  });
}

/** Bugs that nobody caught go into the log without the values they may carry. After an exception nothing can be relied on. */
function logBugs(bugs: Logger): void {
  process.on('unhandledRejection', (error) =>
    bugs.error({ err: error }, 'a promise was rejected and nobody waited for it'),
  );
  process.on('uncaughtException', (error) => {
    bugs.fatal({ err: error }, 'an error that nobody caught: the portal stops');
    end(bugs, 1);
  });
}

/** Ends the process once the log is written. Where nobody reads it any more that never happens, and it ends a second later. */
function end(written: Logger, code?: number): void {
  if (code !== undefined) process.exitCode = code;
  void closeLog(written, LOG_WITHIN_MS).then(() => process.exit());
}

/** A sentence for what the operator can put right; everything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (inUse) return 'Another program already listens on this address. Stop it, or set PORT to another number.';
  if (isStartError(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const log = createLogger();
logBugs(log);
try {
  await serve(readSettings(process.env), log);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
end(log);
