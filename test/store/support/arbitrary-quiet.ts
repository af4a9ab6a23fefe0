import fc from 'fast-check';
import type { Held, MaintenanceWindow, QuietHours } from '../../../src/domain/alert/quiet.ts';
import { filterKeys } from '../../../src/domain/circuit/filter.ts';
import { change } from './arbitrary-change.ts';
import { text, time } from './arbitrary-circuit.ts';
import { incidentId } from './arbitrary-incident.ts';

const channelId = fc.constantFrom('C1', 'C2', 'C3');
const short = { maxLength: 2 };

export const filter = fc.array(fc.record({ key: fc.constantFrom(...filterKeys), value: text }), short);

export const quietHours: fc.Arbitrary<QuietHours> = fc.record({
  channelId,
  fromMinute: time,
  toMinute: time,
  days: fc.array(fc.integer({ min: 1, max: 7 }), short),
  zone: text,
  byUserId: text,
});

export const windowId = fc.constantFrom('MW-1', 'MW-2');

export const maintenanceWindow: fc.Arbitrary<MaintenanceWindow> = fc.record({
  id: windowId,
  from: time,
  until: time,
  filter,
  effect: fc.constantFrom('mark', 'hold'),
  note: text,
  source: fc.oneof(
    fc.record({ kind: fc.constant('person' as const), userId: text, channelId }),
    fc.record({
      kind: fc.constant('azure' as const),
      subscriptionId: text,
      regions: fc.array(text, short),
    }),
  ),
});

export const heldId = fc.constantFrom('h1', 'h2', 'h3');

export const held: fc.Arbitrary<Held> = fc.record({
  id: heldId,
  channelId,
  at: time,
  why: fc.oneof(
    fc.constant({ kind: 'quiet-hours' } as const),
    fc.record({ kind: fc.constant('maintenance' as const), windowId }),
    fc.record({ kind: fc.constant('mute' as const), mute: text }),
  ),
  what: fc.oneof(
    fc.record({ kind: fc.constant('change' as const), change }),
    fc.record({ kind: fc.constant('incident' as const), incidentId }),
  ),
});
