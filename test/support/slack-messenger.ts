import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import { keptLog } from './kept-log.ts';
import { type Answer, type Answers, startWebApi } from './slack-web-api.ts';

/** The messenger with Slack's real client before a stand-in Web API. */
export async function startMessenger(answers: Answers = {}) {
  const api = await startWebApi(answers);
  const log = keptLog();
  const client = createOnceClient({ token: 'xoxb-1', apiUrl: api.apiUrl, logger: createBoltLogger(log) });
  return { ...createMessenger(client, log), api, log, [Symbol.asyncDispose]: api.close };
}

export const refusal = (error: string): Answer => ({ body: { ok: false, error } });
