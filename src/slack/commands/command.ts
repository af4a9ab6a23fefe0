import type { WebClient } from '@slack/web-api';
import type { Word } from '../../domain/text/words.ts';
import type { CommandHelp } from '../blocks/help.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** Who asks, where. All ids are Slack's own, from the signed request. */
export type Ask = {
  readonly userId: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly triggerId: string;
  readonly client: WebClient;
  /** Says something before the answer, which takes a while. */
  readonly say: (reply: Reply) => Promise<void>;
};

/**
 * One subcommand of /circuit: how it is described and what it answers, to the asker alone. Undefined: a modal was opened,
 * which is the answer.
 */
export type Command = CommandHelp & {
  /** Also answers people who may look at nothing. */
  readonly isForAnybody?: true;
  readonly run: (words: readonly Word[], ask: Ask, deps: ChatDeps) => Promise<Reply | undefined>;
};
