import { deleteNoticesBefore } from '#db/queries/notices/notices.ts';
import { deleteMailsBefore } from '#db/queries/notices/sending.ts';
import { now, write } from '../portal.ts';

const DAY_MS = 24 * 60 * 60_000;
/** How long somebody can look up what she was told. Source: docs/notices.md. */
const NOTICE_DAYS = 180;
/** How long it can be looked up what was sent. */
const MAIL_DAYS = 90;

/** Takes away notices and e-mails that have served their purpose. */
export async function sweepNotices(): Promise<void> {
  const at = now().getTime();
  await write(async (tx) => {
    await deleteNoticesBefore(tx, new Date(at - NOTICE_DAYS * DAY_MS));
    await deleteMailsBefore(tx, new Date(at - MAIL_DAYS * DAY_MS));
  });
}
