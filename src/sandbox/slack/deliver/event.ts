import { app, team } from '../world/app-identity.ts';
import { randomId, toTs } from '../world/ids.ts';
import type { JsonObject } from '../world/json.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { type Delivery, deliver, type Undelivered } from './courier.ts';
import { verificationToken } from './interaction.ts';

/** Slack tries again about at once, after a minute and after five; world time. */
const retryDelaysMs = [1_000, 60_000, 300_000];

/** Sends an event to the bot, and again under the same `event_id` while it is not taken. */
export function deliverEvent(world: SlackWorld, event: JsonObject): Promise<Delivery> {
  const now = world.clock.now();
  const envelope = {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    api_app_id: app.appId,
    type: 'event_callback',
    event_id: `Ev${randomId(10)}`,
    event_time: Math.floor(now / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event: { ...event, event_ts: toTs(Math.floor(now * 1_000)) },
  };
  return attempt(world, String(event.type), JSON.stringify(envelope), 0);
}

async function attempt(
  world: SlackWorld,
  type: string,
  body: string,
  retry: number,
  reason = '',
): Promise<Delivery> {
  const headers = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason };
  const delivery = await deliver(world, {
    subject: `deliver event ${type}`,
    contentType: 'application/json',
    body,
    ...(retry > 0 && { headers }),
  });
  const delayMs = retryDelaysMs[retry];
  if (!delivery.ok && !delivery.noRetry && delayMs !== undefined) {
    world.clock.after(delayMs, () => void attempt(world, type, body, retry + 1, reasonOf(delivery)));
  }
  return delivery;
}

function reasonOf(failed: Undelivered): string {
  if (failed.error === 'operation_timeout') return 'http_timeout';
  return failed.status === undefined ? 'connection_failed' : 'http_error';
}
