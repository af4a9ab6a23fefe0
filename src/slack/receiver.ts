import type { IncomingMessage } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Now } from '../usecases/ports.ts';
import { answerClientOptions } from './client.ts';

export type Inbound =
  | { readonly kind: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number }
  | { readonly kind: 'socket'; readonly appToken: string };

export const requestPath = '/slack/events';

export type Door = {
  readonly receiver: Receiver;
  /** Resolves to the URL that Slack must call, or undefined where nobody calls. */
  readonly open: () => Promise<string | undefined>;
};

export function createDoor(inbound: Inbound, apiUrl: string, logger: Logger, now: Now): Door {
  return inbound.kind === 'http' ? httpDoor(inbound, logger, now) : socketDoor(inbound, apiUrl, logger);
}

function socketDoor(
  { appToken }: Extract<Inbound, { kind: 'socket' }>,
  apiUrl: string,
  logger: Logger,
): Door {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: answerClientOptions({ apiUrl, logger }) },
  });
  return {
    receiver,
    open: async () => {
      await receiver.start();
      return undefined;
    },
  };
}

function httpDoor(
  { signingSecret, host, port }: Extract<Inbound, { kind: 'http' }>,
  logger: Logger,
  now: Now,
): Door {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: requestPath, logger });
  refuseFuture(receiver, now);
  return {
    receiver,
    open: async () => {
      const server = await receiver.start({ host, port });
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      return `http://${host}:${actual}${requestPath}`;
    },
  };
}

const toleranceSeconds = 300;

/** Bolt refuses old timestamps but takes any future one (facts/slack.md 3.2), which would make a replay last for ever. */
function refuseFuture(receiver: HTTPReceiver, now: Now): void {
  const verified = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (secondsAhead(request, now()) > toleranceSeconds) response.writeHead(401).end();
    else verified(request, response);
  };
}

function secondsAhead(request: IncomingMessage, now: number): number {
  return Number(request.headers['x-slack-request-timestamp'] ?? 0) - now / 1_000;
}
