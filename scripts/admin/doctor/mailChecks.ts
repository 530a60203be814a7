import { whyWords } from '#src/domain/notices/failure.ts';
import { readMailServer } from '#src/server/mail/mailServer.ts';
import { checkMailServer } from '#src/server/mail/transport.ts';
import { readSettings } from '#src/server/settings.ts';
import { good, note, problem, reason, type Sign } from './sign.ts';

/** Is there a mail server, does it answer, and does it take name and password? Sends nothing. */
export async function mailChecks(environment: NodeJS.ProcessEnv): Promise<Sign[]> {
  if (!environment.SMTP_URL) return [note('No mail server (SMTP_URL): the portal sends no e-mail')];
  try {
    const { smtpUrl, mailFrom, publicUrl } = readSettings(environment);
    const server = readMailServer({ smtpUrl: smtpUrl ?? '', mailFrom, publicUrl });
    const failure = await checkMailServer(server);
    const where = `${server.host}:${String(server.port)}`;
    return [failure ? problem(`${whyWords(failure.why)}: ${where}`) : good(`The mail server at ${where} answers`)];
  } catch (error) {
    return [problem(reason(error))];
  }
}
