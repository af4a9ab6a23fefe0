import type { StoreRecoveredNotice } from '../../../domain/alert/notice.ts';
import { section } from '../kit.ts';
import { lines, md } from '../mrkdwn.ts';
import { type Reply, reply } from '../reply.ts';
import { moment } from '../time.ts';

/** The store was damaged and the backup was used: people must know that a little may be missing or come twice. */
export function storeRecoveredReply({ at, backupFrom }: StoreRecoveredNotice): Reply {
  return reply(md`Trunkline's store was damaged and was recovered from its backup`, [
    section(
      lines(
        md`:warning: *My store was damaged* and was recovered at ${moment(at)} from its backup of ${moment(backupFrom)}.`,
        md`What changed in between may be told again; a subscription or mute made in between may be missing.`,
        md`*You*: look at /circuit subscriptions. The damaged file was kept beside the store for whoever runs me.`,
      ),
    ),
  ]);
}
