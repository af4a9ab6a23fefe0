import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** On the day of the situation, UTC: `03:15` or `03:15:20`. */
const Time = z.string().regex(/^\d\d:\d\d(:\d\d)?$/u);

const Fault = z.strictObject({
  kind: z.enum(['throttled', 'unauthorized', 'forbidden', 'unavailable', 'unreachable', 'unreadable']),
  retryAfterSeconds: z.number().optional(),
});

/**
 * What Azure says from then on, of what is named; all else stays. A place is `lon-01 private primary`, and with a family
 * `lon-01 private primary ipv6`; `ldn-{1..40}` names forty.
 */
const AzureSays = z.strictObject({
  /** What is other than usual of a circuit; null: it is gone. */
  circuits: z.record(z.string(), z.looseObject({}).nullable()).default({}),
  /** Percent of each minute; null: no points. */
  bgp: z.record(z.string(), z.number().nullable()).default({}),
  arp: z.record(z.string(), z.number().nullable()).default({}),
  /** A number: established with so many prefixes; a text: the BGP state. */
  routes: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  arpTable: z.record(z.string(), z.enum(['answers', 'silent'])).default({}),
  /** `lon-01 conn-hub`: its status; null: there is none. */
  connections: z.record(z.string(), z.string().nullable()).default({}),
  /** null: it answers again. */
  faults: z.partialRecord(z.enum(['list', 'metrics', 'edge', 'graph']), Fault.nullable()).default({}),
});
export type AzureSays = z.infer<typeof AzureSays>;

/** What registries have of a prefix from then on. What a route or a ROA does not say is as usual: ours, and of RIPE. */
const RegistriesSay = z.record(
  z.string(),
  z.strictObject({
    routes: z
      .array(z.strictObject({ origin: z.number().optional(), source: z.string().optional() }))
      .optional(),
    vrps: z.array(z.strictObject({ asn: z.number().optional() })).optional(),
    isSilent: z.boolean().optional(),
  }),
);
export type RegistriesSay = z.infer<typeof RegistriesSay>;

const Deed = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('acknowledges'), of: z.string(), note: z.string().optional() }),
  z.strictObject({ does: z.literal('assigns'), of: z.string(), to: z.string() }),
  z.strictObject({ does: z.literal('mutes'), circuit: z.string(), until: Time, from: z.string().optional() }),
  z.strictObject({ does: z.literal('unmutes'), circuit: z.string() }),
  z.strictObject({ does: z.literal('sets quiet hours'), from: Time, until: Time }),
  z.strictObject({
    does: z.literal('plans maintenance'),
    from: Time,
    until: Time,
    effect: z.enum(['mark', 'hold']),
    note: z.string(),
  }),
  z.strictObject({ does: z.literal('subscribes'), wish: z.string() }),
  z.strictObject({
    does: z.literal('tests failover'),
    circuit: z.string(),
    link: z.enum(['Primary', 'Secondary']),
  }),
  z.strictObject({ does: z.literal('resizes'), circuit: z.string(), bandwidthMbps: z.number() }),
]);
export type Deed = z.infer<typeof Deed>;

const Happening = z.strictObject({
  at: Time,
  /** In words, for whoever reads what was told. */
  what: z.string(),
  azure: AzureSays.optional(),
  registries: RegistriesSay.optional(),
  slack: z
    .union([
      z.enum(['away', 'back']),
      z.strictObject({ lost: z.string() }),
      z.strictObject({ found: z.string() }),
    ])
    .optional(),
  bot: z.enum(['stops', 'is killed', 'starts']).optional(),
  person: z.strictObject({ who: z.string(), in: z.string(), deed: Deed }).optional(),
});
export type Happening = z.infer<typeof Happening>;

const Situation = z.strictObject({
  about: z.string(),
  /** What each channel wishes, in the words of `/circuit subscribe`. */
  channels: z.record(z.string(), z.array(z.string())),
  /** The channels listen when Trunkline looks for the first time; otherwise it knows the world already. */
  isFirstSight: z.boolean().default(false),
  azure: AzureSays,
  happenings: z.array(Happening),
  until: Time,
});
export type Situation = z.infer<typeof Situation>;

export function readSituation(path: URL): Situation {
  return Situation.parse(JSON.parse(readFileSync(path, 'utf8')));
}
