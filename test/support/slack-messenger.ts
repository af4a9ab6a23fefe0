import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createMessenger } from '../../src/slack/messenger.ts';
import type { SlackSight } from '../../src/usecases/sights.ts';
import { t0 } from './a-circuit.ts';
import { keptLog } from './kept-log.ts';
import { type Answer, type Answers, startWebApi } from './slack-web-api.ts';

/** The messenger with Slack's real client before a stand-in Web API, which tells of its calls. */
export async function startMessenger(answers: Answers = {}) {
  const api = await startWebApi(answers);
  const log = keptLog();
  const sights: SlackSight[] = [];
  const client = createOnceClient({
    token: 'xoxb-1',
    apiUrl: api.apiUrl,
    logger: createBoltLogger(log),
    calls: { observe: (sight) => void sights.push(sight), now: () => t0 },
  });
  return { ...createMessenger(client, log), api, log, sights, [Symbol.asyncDispose]: api.close };
}

export const refusal = (error: string): Answer => ({ body: { ok: false, error } });
