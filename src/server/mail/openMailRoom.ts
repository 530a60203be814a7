import type { Database } from '#db/client.ts';
import { machineClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Mac } from '../mac.ts';
import type { MailRoom } from '../notices/mailRoom.ts';
import { Rounds } from '../notices/rounds.ts';
import { standingCohorts } from '../notices/standingCohorts.ts';
import { MailLine } from './mailLine.ts';
import { readMailServer } from './mailServer.ts';
import { openTransport } from './transport.ts';

export interface MailRoomParts {
  /** Null: nothing is sent; what is put in waits. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly publicUrl: URL;
  readonly database: Database;
  readonly mac: Mac;
  readonly log: Logger;
  readonly today: () => string;
}

/** Opens the room; nothing goes out before `start`. Throws CannotStart over what SMTP_URL or MAIL_FROM say. */
export function openMailRoom(parts: MailRoomParts): MailRoom {
  const line = lineOf(parts);
  const rounds = new Rounds(parts.log);
  return {
    isSetUp: line !== null,
    start: () => {
      line?.start();
      rounds.start();
    },
    wake: () => line?.wake(),
    close: async () => {
      await rounds.close();
      await line?.close();
    },
  };
}

function lineOf({ smtpUrl, mailFrom, publicUrl, database, mac, log, today }: MailRoomParts): MailLine | null {
  if (smtpUrl === null) return null;
  const transport = openTransport(readMailServer({ smtpUrl, mailFrom, publicUrl }));
  const desk = { mac, publicUrl, today, now: machineClock, standing: standingCohorts };
  return new MailLine({ database, desk, transport, log });
}
