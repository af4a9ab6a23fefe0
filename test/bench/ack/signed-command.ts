import { createHmac, randomUUID } from 'node:crypto';

export const signingSecret = 'a-secret-of-the-bench';

export type SignedRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

/** A slash command as Slack sends it; each is another delivery. */
export function signedCommand(text: string, responseUrl: string): SignedRequest {
  const body = new URLSearchParams({
    token: 'deprecated',
    team_id: 'T0TRUNK001',
    team_domain: 'trunk',
    channel_id: 'C0NETOPS001',
    channel_name: 'network-ops',
    user_id: 'U0OMAR0001',
    user_name: 'omar',
    command: '/circuit',
    text,
    api_app_id: 'A0TRUNKAPP',
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: randomUUID(),
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    },
  };
}
