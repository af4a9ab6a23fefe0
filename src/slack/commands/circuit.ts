import type { App, RespondFn } from '@slack/bolt';
import { parseWords } from '../../domain/text/words.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { createTurns } from '../turns.ts';
import { typedText } from '../typed-text.ts';
import type { Ask } from './command.ts';
import { findCommand, unknownCommand } from './help.ts';

/**
 * The slash command. Acknowledged at once: Slack waits three seconds, Azure may take longer. A middleware and not a
 * listener: Bolt shows a payload to every listener, which costs more than all the rest until the acknowledgement.
 */
export function registerCircuitCommand(app: App, deps: SharedDeps): void {
  const turns = createTurns();
  app.use(async (args) => {
    if (!('command' in args) || args.command?.command !== '/circuit') return args.next();
    const { ack, command, respond, client } = args;
    await ack();
    const text = typedText(command.text ?? '');
    const ask = {
      userId: command.user_id,
      teamId: command.team_id,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
      client,
      say: async (reply: Reply) => {
        await respond({ response_type: 'ephemeral', ...reply });
      },
    };
    // Not awaited: all that Bolt holds for a request is let go while the answer waits for its turn.
    turns
      .next()
      .then(() => giveAnswer(text, ask, respond, deps))
      .catch((error: unknown) => deps.log.error({ err: error }, 'an answer did not reach Slack'));
  });
}

async function giveAnswer(text: string, ask: Ask, respond: RespondFn, deps: SharedDeps): Promise<void> {
  const reply = await answerCommand(text, ask, deps).catch((error: unknown) => troubleReply(error, deps.log));
  if (reply) await respond({ response_type: 'ephemeral', ...reply });
}

/** An empty line asks for help. */
async function answerCommand(text: string, ask: Ask, deps: SharedDeps): Promise<Reply | undefined> {
  const words = parseWords(text);
  if (!words.ok) return refusalReply(words.refusal);
  const [first, ...rest] = words.value;
  const name =
    first === undefined ? 'help' : first.key === undefined ? first.value : `${first.key}:${first.value}`;
  const command = findCommand(name);
  if (!command) return refusalReply(unknownCommand(name));
  const personal = await personalDeps(deps, ask.userId);
  const { refusal } = personal.sight;
  return refusal && !command.isForAnybody ? refusalReply(refusal) : command.run(rest, ask, personal);
}
