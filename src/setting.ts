import { z } from 'zod';

/** Ticks of the schedule must divide a minute. */
export const movingSeconds = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];

export const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/u, 'must be a port number from 0 (any free port) to 65535')
    .transform(Number)
    .refine((value) => value <= 65_535, 'must be a port number from 0 (any free port) to 65535')
    .default(fallback);

export const wholeNumber = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,7}$/u, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(fallback);

/** The end of that day, UTC. */
export const lastDay = z
  .string()
  .refine((text) => !Number.isNaN(endOfDay(text)), 'must be a day like 2027-03-01')
  .transform(endOfDay)
  .optional();

export const subscriptionIds = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter(Boolean),
    ),
  ])
  .refine((ids) => ids.length > 0, 'names no subscription; give one or more ids, separated by commas')
  .refine(
    (ids) => ids.every((id) => /^[\w.-]{1,64}$/u.test(id)),
    'must be subscription ids, separated by commas; `az account list` shows them',
  )
  .optional();

/** Texts separated by commas. */
export const textList = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .default([]);

const irrServer = /^(?<host>[a-z\d.-]+|\[[\da-f:]+\])(?::(?<port>\d{1,5}))?(?:\/(?<style>ripe|irrd))?$/iu;

/**
 * Whois servers of routing registries, asked in IRRd's style unless `/ripe` says that a server speaks RIPE's alone.
 * `none`: no routing registry is asked. Absent: see `usualIrrServers`.
 */
export const irrServers = z
  .string()
  .transform((text) => (text.trim() === 'none' ? [] : text.split(/[\s,]+/u).filter(Boolean)))
  .refine(
    (parts) => parts.every((part) => irrServer.test(part)),
    'must be whois servers like whois.radb.net or whois.ripe.net:43/ripe, separated by commas, or none',
  )
  .transform((parts) =>
    parts.map((part) => {
      const { host = part, port: written, style } = irrServer.exec(part)?.groups ?? {};
      const isRipe = style?.toLowerCase() === 'ripe';
      return { host, port: Number(written ?? 43), style: isRipe ? ('ripe' as const) : ('irrd' as const) };
    }),
  )
  .optional();

export const channelId = z
  .string()
  .regex(
    /^[CG][A-Z0-9]{2,}$/u,
    'must be a channel’s id (it starts with C); the channel’s details in Slack show it',
  );

function endOfDay(text: string): number {
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? Date.parse(`${text}T23:59:59Z`) : Number.NaN;
}
