import { z } from 'zod';
import { currentVersion, marker } from './migrations.ts';
import { Mute, Subscription, Suspension } from './schema/audience.ts';
import { AuditEntry } from './schema/audit.ts';
import { Change } from './schema/change.ts';
import { KnownCircuit, WatchedSubscription } from './schema/circuit.ts';
import { RecordedOrder } from './schema/order.ts';
import { Owed, Parked, PostedCard } from './schema/owed.ts';
import { Request } from './schema/request.ts';

/**
 * The whole file. Fields that are not named here are dropped. Whatever an older Trunkline could not read back, and be
 * it one new value of an enumeration, needs a new schema version: it must meet 'newer', not 'damaged'.
 */
export const StoreDocument = z.object({
  trunkline: z.literal(marker),
  schemaVersion: z.literal(currentVersion),
  watched: z.array(WatchedSubscription).readonly(),
  subscriptions: z.array(Subscription).readonly(),
  mutes: z.array(Mute).readonly(),
  suspensions: z.array(Suspension).readonly(),
  owed: z.array(Owed).readonly(),
  parked: z.array(Parked).readonly(),
  settledKeys: z.array(z.string()).readonly(),
  posted: z.array(PostedCard).readonly(),
  requests: z.array(Request).readonly(),
  orders: z.array(RecordedOrder).readonly(),
  dueAudit: z.array(AuditEntry).readonly(),
  settledAudit: z.array(z.string()).readonly(),
  changes: z.array(Change).readonly(),
  circuits: z.array(KnownCircuit).readonly(),
});
export type StoreDocument = z.output<typeof StoreDocument>;

/** What may be written: whatever the domain holds must be readable again, or it does not compile. */
export type WritableDocument = z.input<typeof StoreDocument>;
