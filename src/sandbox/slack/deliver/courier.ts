import type { SlackWorld } from '../world/slack-world.ts';
import { signatureHeaders } from './signature.ts';

export type Parcel = {
  /** What a fault's `match` is compared with: `deliver command …`, `deliver action …`, `deliver event …`. */
  readonly subject: string;
  readonly body: string;
  readonly contentType: 'application/x-www-form-urlencoded' | 'application/json';
  readonly headers?: Readonly<Record<string, string>>;
};

type Delivered = { readonly ok: true; readonly status: number; readonly body: string };
/** `operation_timeout`: no answer in time. `dispatch_failed`: no connection, or not a 2xx. */
export type Undelivered = {
  readonly ok: false;
  readonly error: 'operation_timeout' | 'dispatch_failed';
  readonly status?: number;
  /** The bot asked not to get this event again (`X-Slack-No-Retry`). */
  readonly noRetry?: boolean;
};
export type Delivery = Delivered | Undelivered;

const faultKinds = ['duplicate', 'drop', 'delay', 'hang', 'lose-answer'] as const;

/** Carries one request to the bot, as the network would: with the faults that were asked for. */
export async function deliver(world: SlackWorld, parcel: Parcel): Promise<Delivery> {
  const fault = world.faults.take('slack', parcel.subject, faultKinds);
  switch (fault?.kind) {
    case 'drop':
      return { ok: false, error: 'dispatch_failed' };
    case 'hang':
      return { ok: false, error: 'operation_timeout' };
    case 'lose-answer':
      await send(world, parcel);
      return { ok: false, error: 'operation_timeout' };
    case 'duplicate': {
      const [first] = await Promise.all([send(world, parcel), send(world, parcel)]);
      return first;
    }
    case 'delay':
      await new Promise<void>((resolve) => world.clock.after(fault.delayMs ?? 5_000, resolve));
      return send(world, parcel);
    default:
      return send(world, parcel);
  }
}

async function send(world: SlackWorld, parcel: Parcel): Promise<Delivery> {
  const bot = world.connection.current();
  if (!bot) return { ok: false, error: 'dispatch_failed' };
  try {
    const answer = await fetch(bot.requestUrl, {
      method: 'POST',
      redirect: 'manual',
      body: parcel.body,
      // The bot holds the time against its own clock, so this is wall time even in a world that was moved forward.
      headers: {
        'content-type': parcel.contentType,
        ...signatureHeaders(world.signingSecret, Date.now(), parcel.body),
        ...parcel.headers,
      },
      signal: AbortSignal.timeout(world.answerTimeoutMs),
    });
    const body = await answer.text();
    if (answer.ok) return { ok: true, status: answer.status, body };
    const noRetry = answer.headers.get('x-slack-no-retry') === '1';
    return { ok: false, error: 'dispatch_failed', status: answer.status, noRetry };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, error: late ? 'operation_timeout' : 'dispatch_failed' };
  }
}
