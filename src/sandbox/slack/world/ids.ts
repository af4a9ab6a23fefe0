import { randomBytes } from 'node:crypto';

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789';

/** Letters and digits as in Slack's own ids. */
export const randomId = (length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');

/** A secret for one run of the sandbox. */
export const randomSecret = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Slack's timestamp of microseconds: seconds, a point, six digits. */
export const toTs = (microseconds: number): string =>
  `${Math.floor(microseconds / 1e6)}.${String(microseconds % 1e6).padStart(6, '0')}`;

/** Undefined when it is not a timestamp. */
export function fromTs(ts: string): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(ts);
  if (!match) return undefined;
  return Number(match[1]) * 1e6 + Number((match[2] ?? '').padEnd(6, '0'));
}
