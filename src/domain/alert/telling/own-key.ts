import type { DigestLine } from '../digest.ts';
import { changeKey } from '../owe.ts';
import { cardName } from './card.ts';

/** The key in Slack of the message that a line of a digest would have been, or was, by itself. */
export function ownKey(line: DigestLine, channelId: string): string {
  return line.kind === 'change'
    ? changeKey(line.changeId, channelId)
    : cardName(line.incidentId, 0, channelId);
}
