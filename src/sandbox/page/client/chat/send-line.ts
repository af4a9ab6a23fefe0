import { runCommand, writeMessage } from '../data/deeds.ts';
import { say, tell } from '../data/toasts.ts';

/** Sends what was typed: a line that begins with a slash is a command, all else a message. False when it failed. */
export async function sendLine(channel: string, line: string, threadTs?: string): Promise<boolean> {
  if (!/^\/[a-z]/.test(line)) return tell(() => writeMessage(channel, line, threadTs));
  if (threadTs === undefined) return tell(() => runCommand(channel, line));
  say('Slash commands do not work in threads, as in Slack. Run it in the channel.');
  return false;
}
