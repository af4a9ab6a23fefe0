import { createHmac } from 'node:crypto';

/** Slack's request signature, version 0: an HMAC-SHA256 of version, time in seconds and raw body. */
export function signatureHeaders(secret: string, nowMs: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
