import { z } from 'zod';
import { currentVersion, marker } from './migrations.ts';
import { Mute, Subscription, Suspension } from './schema/audience.ts';
import { AuditEntry } from './schema/audit.ts';
import { Case } from './schema/case.ts';
import { Change } from './schema/change.ts';
import { KnownCircuit, WatchedSubscription } from './schema/circuit.ts';
import { Connectivity } from './schema/connectivity.ts';
import { Digest } from './schema/digest.ts';
import { Incident } from './schema/incident.ts';
import { RecordedOrder } from './schema/order.ts';
import { Owed, Parked, PostedCard } from './schema/owed.ts';
import { Held, MaintenanceWindow, QuietHours } from './schema/quiet.ts';
import { Registration } from './schema/registration.ts';
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
  quietHours: z.array(QuietHours).readonly(),
  windows: z.array(MaintenanceWindow).readonly(),
  suspensions: z.array(Suspension).readonly(),
  incidents: z.array(Incident).readonly(),
  digests: z.array(Digest).readonly(),
  held: z.array(Held).readonly(),
  owed: z.array(Owed).readonly(),
  parked: z.array(Parked).readonly(),
  settledKeys: z.array(z.string()).readonly(),
  posted: z.array(PostedCard).readonly(),
  requests: z.array(Request).readonly(),
  cases: z.array(Case).readonly(),
  orders: z.array(RecordedOrder).readonly(),
  dueAudit: z.array(AuditEntry).readonly(),
  settledAudit: z.array(z.string()).readonly(),
  changes: z.array(Change).readonly(),
  connectivity: z.array(Connectivity).readonly(),
  registrations: z.array(Registration).readonly(),
  circuits: z.array(KnownCircuit).readonly(),
});
export type StoreDocument = z.output<typeof StoreDocument>;

/** What may be written: whatever the domain holds must be readable again, or it does not compile. */
export type WritableDocument = z.input<typeof StoreDocument>;
