import { app, team } from '../world/app-identity.ts';
import type { JsonObject } from '../world/json.ts';
import type { Person } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { type Delivery, deliver } from './courier.ts';

/** Slack still sends it; the signature is what counts. */
export const verificationToken = 'sandbox-verification-token';

/** Sends an interaction payload: a form with one field. */
export function deliverInteraction(
  world: SlackWorld,
  person: Person,
  payload: JsonObject,
): Promise<Delivery> {
  const whole = {
    ...payload,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: app.appId,
    token: verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
  return deliver(world, {
    subject: `deliver action ${String(payload.type)}`,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ payload: JSON.stringify(whole) }).toString(),
  });
}
