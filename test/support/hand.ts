import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { eventually, present } from './eventually.ts';
import { botUserId, channels, type PersonName, people } from './person.ts';
import { wordsOf } from './reading.ts';
import { actionPayload, asPayload, sendSigned, submissionPayload } from './slack-request.ts';
import type { World } from './world.ts';

const Verdict = z.object({
  response_action: z.string(),
  view: z.object({ blocks: z.array(z.record(z.string(), z.unknown())) }).optional(),
});

const Submission = z.looseObject({
  type: z.literal('view_submission'),
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({ id: z.string(), callback_id: z.string() }),
});

function payloadOf(body: string): unknown {
  return JSON.parse(new URLSearchParams(body).get('payload') ?? 'null');
}

/** What a press carries; whoever can sign can put anything in it. */
export type Pressed = { readonly by: PersonName; readonly action: string; readonly value: string };

/** Typed by a person, it does not reach the bot: it is taken for the ways to answer and to open a modal that it has. */
const taken = 'taken on the way';

const teamOf = (name: PersonName) => (name === 'xenia' ? 'T0PARTNER1' : 'T0TRUNK001');

/**
 * Somebody on the wire between Slack and the bot who can sign as Slack does: what they send in anybody's name, the bot
 * must judge by itself. All that Slack sends passes on as it was. `await using` ends it.
 */
export async function startHand(world: World, channel: string = channels.approvals) {
  const secret = world.environment.SLACK_SIGNING_SECRET ?? '';
  const bodies: string[] = [];

  async function passOn(request: IncomingMessage): Promise<Response> {
    const body = await text(request);
    bodies.push(body);
    if (new URLSearchParams(body).get('text') === taken) return new Response();
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      /^(?:content-type|x-slack-.*)$/u.test(name) ? [[name, String(value)] as const] : [],
    );
    return fetch(world.requestUrl(), { method: 'POST', body, headers: Object.fromEntries(headers) });
  }

  const server = createServer(async (request, response) => {
    const answer = await passOn(request);
    const type = answer.headers.get('content-type');
    response.writeHead(answer.status, type ? { 'content-type': type } : {}).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  world.connectBot({ requestUrl: url, opsUrl: world.opsUrl() });

  /** Signed anew, as one who knows the secret can. */
  const send = (body: string) => sendSigned(world.requestUrl(), body, { secret });

  /** The bot's answers to this person alone in the channel, oldest first. */
  const answersTo = async (name: PersonName): Promise<readonly string[]> =>
    (await world.control.messages(channel, people[name]))
      .filter(({ user, ephemeral }) => user === botUserId && ephemeral)
      .map(wordsOf);

  /** What is sent to the bot when that is pressed there, with a trigger and a way to answer of its own. */
  async function aPress({ by, action, value }: Pressed): Promise<string> {
    const user = people[by];
    await world.control.post('slack/command', { user, channel, command: '/circuit', text: taken });
    const form = new URLSearchParams(
      bodies.findLast((body) => new URLSearchParams(body).get('user_id') === user),
    );
    return asPayload(
      actionPayload(
        form.get('response_url') ?? '',
        { action_id: action, value },
        {
          user: { id: user, team_id: teamOf(by) },
          channel: { id: channel },
          container: { type: 'message', channel_id: channel, is_ephemeral: false },
          trigger_id: form.get('trigger_id') ?? '',
        },
      ),
    );
  }

  return {
    send,
    aPress,
    answersTo,
    /** Every body that Slack sent to the bot, oldest first. */
    bodies,
    /** The newest submission of a modal of this kind, as it would be if this person had submitted their own `viewId`. */
    submissionIn(by: PersonName, callbackId: string, viewId: string): string {
      const payloads = bodies.map((body) => Submission.safeParse(payloadOf(body)).data);
      const found = present(
        payloads.findLast((payload) => payload?.view.callback_id === callbackId),
        `a submission of ${callbackId}`,
      );
      return asPayload({
        ...found,
        user: { ...found.user, id: people[by], team_id: teamOf(by) },
        trigger_id: `${randomUUID()}.trigger`,
        view: { ...found.view, id: viewId },
      });
    },
    /** Presses, and gets what the bot says to this person alone. */
    async press(pressed: Pressed): Promise<string> {
      const before = (await answersTo(pressed.by)).length;
      await send(await aPress(pressed));
      return eventually(async () =>
        present((await answersTo(pressed.by))[before], `an answer to ${JSON.stringify(pressed)}`),
      );
    },
    /** Submits a modal and gets the verdict: what Slack shall do with it, and the words that take its place. */
    async submit(by: PersonName, view: Readonly<Record<string, unknown>>): Promise<string> {
      const user = { id: people[by], team_id: teamOf(by) };
      const team = { id: teamOf(by) };
      const body = await (await send(asPayload(submissionPayload(view, { user, team })))).text();
      if (body === '') return '';
      const { response_action: action, view: shown } = Verdict.parse(JSON.parse(body));
      return shown ? `${action}: ${wordsOf(shown)}` : action;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Hand = Awaited<ReturnType<typeof startHand>>;
