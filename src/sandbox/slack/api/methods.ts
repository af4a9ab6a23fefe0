import { authTest, botsInfo, teamInfo } from './auth.ts';
import { chatPostEphemeral, chatPostMessage } from './chat-post.ts';
import type { Method } from './method.ts';

/** The Web API methods that the workspace serves; any other is an `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['auth.test', authTest],
  ['bots.info', botsInfo],
  ['team.info', teamInfo],
  ['chat.postMessage', chatPostMessage],
  ['chat.postEphemeral', chatPostEphemeral],
]);
