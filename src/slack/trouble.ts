import { randomBytes } from 'node:crypto';
import { AzureFault, type Log, SlackFault } from '../usecases/ports.ts';
import { StoreFault } from '../usecases/store.ts';
import { section } from './blocks/kit.ts';
import { lines, md } from './blocks/mrkdwn.ts';
import { type Reply, reply } from './blocks/reply.ts';

/** What the asker is told when something broke: their fault, later; our fault, with a mark to find it in the log. */
export function troubleReply(error: unknown, log: Log): Reply {
  const mark = randomBytes(4).toString('hex');
  log.error({ err: error, mark }, 'a request could not be answered');
  const text =
    error instanceof AzureFault || error instanceof SlackFault
      ? lines(md`:warning: ${sentence(error.message)}`, md`Nothing was changed. Try again in a minute.`)
      : error instanceof StoreFault
        ? lines(
            md`:warning: I could not write that down, so nothing was changed.`,
            md`Whoever runs me finds the reason in my log under \`${mark}\`.`,
          )
        : lines(
            md`:warning: That went wrong on my side.`,
            md`Whoever runs me finds it in my log under \`${mark}\`.`,
          );
  return reply(text, [section(text)]);
}

/** Azure's own words may be whole sentences. */
function sentence(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`;
}
