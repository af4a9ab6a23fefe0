import { createLog } from '../../src/log.ts';
import type { SharedDeps } from '../../src/slack/chat-deps.ts';
import { createSlack } from '../../src/slack/create-slack.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import type { Store } from '../../src/usecases/store.ts';
import { type QuietOptions, quietChat } from './quiet-chat.ts';
import {
  actionPayload,
  asForm,
  asPayload,
  commandFields,
  eventBody,
  type Sending,
  sendSigned,
  signingSecret,
  submissionPayload,
  viewActionPayload,
} from './slack-request.ts';
import { type Answers, startWebApi } from './slack-web-api.ts';

export const botToken = 'xoxb-1-secret-of-the-bot';

export type BotOptions = QuietOptions & {
  readonly deps?: Partial<Omit<SharedDeps, 'whole'>> & { readonly store?: Store };
  readonly answers?: Answers;
};

/** The bot's Slack edge on a free port, with a stand-in Web API behind it. `await using` ends both. */
export async function startSlackBot(options: BotOptions = {}) {
  const { deps = {}, answers = {} } = options;
  const api = await startWebApi(answers);
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const inbound = { kind: 'http', signingSecret, host: '127.0.0.1', port: 0 } as const;
  const slack = createSlack({ token: botToken, apiUrl: api.apiUrl, inbound }, log);
  const { store = createMemoryStore(), ...others } = deps;
  const quiet = quietChat({ directory: slack.directory, ...options, store });
  const url = (await slack.start({ ...quiet, whole: store, ...others })) ?? '';

  const send = (body: string, sending?: Sending) => sendSigned(url, body, sending);
  return {
    url,
    api,
    store,
    log: () => lines.join(''),
    send,
    /** Sends a command and waits for the acknowledgement. */
    command: (text: string, more?: Readonly<Record<string, string>>) =>
      send(asForm(commandFields(api.responseUrl, text, more))),
    /** Sends a command and waits for its answer, which must be the next one. */
    async ask(text: string, more?: Readonly<Record<string, string>>): Promise<Told> {
      const before = api.responses().length;
      await send(asForm(commandFields(api.responseUrl, text, more)));
      return told((await api.responded(before + 1))[before]);
    },
    press: (action: Readonly<Record<string, unknown>>, more?: Readonly<Record<string, unknown>>) =>
      send(asPayload(actionPayload(api.responseUrl, action, more))),
    /** Presses a button in a message and waits for the answer to it. */
    async pressed(
      action: Readonly<Record<string, unknown>>,
      more?: Readonly<Record<string, unknown>>,
    ): Promise<Told> {
      const before = api.responses().length;
      await send(asPayload(actionPayload(api.responseUrl, action, more)));
      return told((await api.responded(before + 1))[before]);
    },
    pressInView: (action: Readonly<Record<string, unknown>>, view: Readonly<Record<string, unknown>>) =>
      send(asPayload(viewActionPayload(action, view))),
    submit: (view: Readonly<Record<string, unknown>>, more?: Readonly<Record<string, unknown>>) =>
      send(asPayload(submissionPayload(view, more))),
    event: (event: Readonly<Record<string, unknown>>, eventId: string, sending: Sending = {}) =>
      send(eventBody(event, eventId), {
        ...sending,
        headers: { 'content-type': 'application/json', ...sending.headers },
      }),
    async [Symbol.asyncDispose]() {
      await slack.stop();
      await api.close();
    },
  };
}

export type SlackBot = Awaited<ReturnType<typeof startSlackBot>>;

/** An answer as it was sent to a response URL; `words` is all of its text. */
export type Told = {
  readonly words: string;
  readonly ephemeral: boolean;
  readonly replaces: boolean;
  readonly blocks: unknown;
};

function told(body: Readonly<Record<string, unknown>> = {}): Told {
  return {
    words: JSON.stringify(body).replaceAll('\\"', '"').replaceAll('\\n', '\n'),
    ephemeral: body.response_type === 'ephemeral',
    replaces: body.replace_original === true,
    blocks: body.blocks,
  };
}
