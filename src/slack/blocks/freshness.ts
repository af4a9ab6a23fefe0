import type { Instant } from '../../domain/instant.ts';
import type { Freshness } from '../../usecases/freshness.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import { duration, moment } from './time.ts';
import { counted } from './words/units.ts';

/** How old the knowledge is, and what cannot be read. The oldest subscription speaks for all. */
export function freshnessLine(freshness: readonly Freshness[], now: Instant): Mrkdwn {
  const read = freshness.flatMap(({ lastReadAt }) => lastReadAt ?? []);
  const age =
    read.length > 0
      ? md`As Azure said ${duration(now - Math.min(...read))} ago.`
      : md`Azure has not been read yet.`;
  return lines(
    age,
    ...freshness
      .filter(({ trouble }) => trouble)
      .slice(0, 5)
      .map(troubleLine),
    unreadableLine(freshness),
  );
}

function troubleLine({ subscriptionId, trouble, lastReadAt }: Freshness): Mrkdwn {
  if (!trouble) return md``;
  const since = lastReadAt === undefined ? md`it was never read` : md`last read ${moment(lastReadAt)}`;
  return md`:warning: Subscription ${subscriptionId} could not be read since ${moment(trouble.since)} (${trouble.message}); ${since}.`;
}

function unreadableLine(freshness: readonly Freshness[]): Mrkdwn {
  const count = freshness.reduce((sum, { unreadable }) => sum + unreadable, 0);
  if (count === 0) return nothing;
  return md`:warning: ${counted(count, 'circuit')} could not be understood at the last read: what is known of ${count === 1 ? 'it' : 'them'} may be old. My log names the subscription.`;
}
