import { app, slackbotId } from '../world/app-identity.ts';
import type { Channel } from '../world/channels.ts';
import { maySee } from '../world/channels.ts';
import { isObject, type JsonObject, readJson } from '../world/json.ts';
import { domainOf, type Person, people } from '../world/people.ts';
import type { SlackWorld } from '../world/slack-world.ts';
import { type Delivery, deliver } from './courier.ts';
import { escapeTyped } from './escape.ts';
import { verificationToken } from './interaction.ts';
import { ResponseBody, showResponse } from './response.ts';

export type Typed = {
  readonly person: Person;
  readonly channel: Channel;
  readonly command: string;
  readonly text: string;
};

const channelName = (channel: Channel): string =>
  ({ public: channel.name, private: 'privategroup', im: 'directmessage' })[channel.kind];

/** Sends a slash command to the bot and shows what it answers at once. */
export async function deliverCommand(world: SlackWorld, typed: Typed): Promise<Delivery> {
  const delivery = await deliver(world, {
    subject: `deliver command ${typed.command}`,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(commandForm(world, typed)).toString(),
  });
  if (delivery.ok) showAnswer(world, typed, delivery.body);
  else showFailure(world, typed, delivery.error);
  return delivery;
}

function commandForm(world: SlackWorld, { person, channel, command, text }: Typed): Record<string, string> {
  const seen = world.channels.list().filter((one) => maySee(one, person.id));
  return {
    token: verificationToken,
    team_id: person.teamId,
    team_domain: domainOf(person),
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text: escapeTyped(text, people, seen),
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: world.responseUrls.issue({ channel: channel.id, user: person.id }),
    trigger_id: world.triggers.issue(person.id),
  };
}

/** An empty body shows nothing; text or JSON is a message, to the person alone unless it says `in_channel`. */
function showAnswer(world: SlackWorld, typed: Typed, body: string): void {
  const parsed = readJson(body);
  const answer = isObject(parsed) ? parsed : { text: body };
  if (body.trim() === '' || Object.keys(answer).length === 0) return;
  const error = showMessage(world, typed, answer);
  if (error) showFailure(world, typed, error);
}

function showMessage(world: SlackWorld, typed: Typed, answer: JsonObject): string | undefined {
  const response = ResponseBody.safeParse(answer);
  if (!response.success) return 'invalid_command_response';
  if (response.data.response_type === 'in_channel') echo(world, typed);
  return showResponse(world, { channel: typed.channel.id, user: typed.person.id }, response.data);
}

/** An answer for everybody is shown below the command that it answers. */
function echo(world: SlackWorld, { person, channel, command, text }: Typed): void {
  world.timeline.post({
    channel: channel.id,
    user: person.id,
    text: `${command} ${text}`.trim(),
    blocks: [],
  });
}

function showFailure(world: SlackWorld, { person, channel, command }: Typed, error: string): void {
  world.timeline.post({
    channel: channel.id,
    user: slackbotId,
    text: `${command} failed with the error "${error}"`,
    blocks: [],
    ephemeralTo: person.id,
  });
}
