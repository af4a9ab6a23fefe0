import { createHmac } from 'node:crypto';

export const signingSecret = 'signing-secret-of-the-tests';

export type Sending = {
  /** What the signature says; now, when not given. */
  readonly atMs?: number;
  readonly secret?: string;
  /** Sent in place of the body that was signed. */
  readonly tampered?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Sends a body signed as Slack signs (v0, HMAC-SHA256 of version, seconds and raw body). */
export async function sendSigned(url: string, body: string, sending: Sending = {}): Promise<Response> {
  const { atMs = Date.now(), secret = signingSecret, tampered, headers = {} } = sending;
  const seconds = Math.floor(atMs / 1_000);
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body: tampered ?? body,
  });
}

export const asForm = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
export const asPayload = (payload: object) => asForm({ payload: JSON.stringify(payload) });

let deliveries = 0;
/** A trigger that no other delivery has. */
const newTrigger = () => `${++deliveries}.trigger`;

type Fields = Readonly<Record<string, unknown>>;

export function commandFields(
  responseUrl: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
) {
  return {
    command: '/circuit',
    text,
    team_id: 'T0TRUNK001',
    user_id: 'U0OMAR0001',
    channel_id: 'C0NETOPS001',
    trigger_id: newTrigger(),
    response_url: responseUrl,
    ...more,
  };
}

/** A press of a button in a message that only the person sees. */
export function actionPayload(responseUrl: string, action: Fields, more: Fields = {}) {
  return {
    type: 'block_actions',
    team: { id: 'T0TRUNK001' },
    user: { id: 'U0OMAR0001', team_id: 'T0TRUNK001' },
    channel: { id: 'C0NETOPS001' },
    container: { type: 'message', channel_id: 'C0NETOPS001', is_ephemeral: true },
    trigger_id: newTrigger(),
    response_url: responseUrl,
    actions: [{ type: 'button', block_id: 'b', action_ts: '1.0', ...action }],
    ...more,
  };
}

/** The same in a modal or App Home: there is no channel and nowhere to answer. */
export function viewActionPayload(action: Fields, view: Fields) {
  const { channel: _c, container: _d, response_url: _r, ...rest } = actionPayload('', action);
  return { ...rest, view: { id: 'V0SHOWN0001', ...view } };
}

export function submissionPayload(view: Fields, more: Fields = {}) {
  return {
    type: 'view_submission',
    team: { id: 'T0TRUNK001' },
    user: { id: 'U0OMAR0001', team_id: 'T0TRUNK001' },
    trigger_id: newTrigger(),
    view: { id: 'V0SHOWN0001', type: 'modal', private_metadata: '', state: { values: {} }, ...view },
    ...more,
  };
}

export function eventBody(event: Fields, eventId: string) {
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T0TRUNK001',
    api_app_id: 'A0TRUNKAPP',
    event_id: eventId,
    event_time: 1_767_225_600,
    event,
  });
}
