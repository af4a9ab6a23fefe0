import { expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Digest } from '../../src/domain/alert/digest.ts';
import type { Incident } from '../../src/domain/alert/incident.ts';
import type { Mute } from '../../src/domain/alert/mute.ts';
import type { Owed } from '../../src/domain/alert/notice.ts';
import type { Held, MaintenanceWindow, QuietHours } from '../../src/domain/alert/quiet.ts';
import type { Subscription } from '../../src/domain/alert/subscription.ts';
import type { Request } from '../../src/domain/approval/request.ts';
import type { AuditEntry } from '../../src/domain/audit/entry.ts';
import type { Change } from '../../src/domain/circuit/changes.ts';
import type { Connectivity } from '../../src/domain/circuit/connectivity.ts';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import type { Case } from '../../src/domain/validation/case/case.ts';
import { StoreDocument } from '../../src/store/document.ts';
import type { RecordedOrder } from '../../src/store/state.ts';

type Document = z.output<typeof StoreDocument>;
type Plain = string | number | boolean | undefined;

/** With every field that may be left out: only so does the compiler see that one was forgotten. */
type Whole<T> = T extends Plain
  ? T
  : T extends readonly (infer E)[]
    ? readonly Whole<E>[]
    : { readonly [K in keyof T]-?: Whole<Exclude<T[K], undefined>> };

it('the schemas know every field of the domain, also those that may be left out', () => {
  expectTypeOf<Whole<Document['circuits'][number]>>().toExtend<Whole<Omit<KnownCircuit, 'order'>>>();
  expectTypeOf<Whole<Document['orders'][number]>>().toExtend<Whole<RecordedOrder>>();
  expectTypeOf<Whole<Document['owed'][number]>>().toExtend<Whole<Owed>>();
  expectTypeOf<Whole<Document['requests'][number]>>().toExtend<Whole<Request>>();
  expectTypeOf<Whole<Document['cases'][number]>>().toExtend<Whole<Case>>();
  expectTypeOf<Whole<Document['dueAudit'][number]>>().toExtend<Whole<AuditEntry>>();
  expectTypeOf<Whole<Document['changes'][number]>>().toExtend<Whole<Change>>();
  expectTypeOf<Whole<Document['connectivity'][number]>>().toExtend<Whole<Connectivity>>();
  expectTypeOf<Whole<Document['subscriptions'][number]>>().toExtend<Whole<Subscription>>();
  expectTypeOf<Whole<Document['mutes'][number]>>().toExtend<Whole<Mute>>();
  expectTypeOf<Whole<Document['quietHours'][number]>>().toExtend<Whole<QuietHours>>();
  expectTypeOf<Whole<Document['windows'][number]>>().toExtend<Whole<MaintenanceWindow>>();
  expectTypeOf<Whole<Document['incidents'][number]>>().toExtend<Whole<Incident>>();
  expectTypeOf<Whole<Document['digests'][number]>>().toExtend<Whole<Digest>>();
  expectTypeOf<Whole<Document['held'][number]>>().toExtend<Whole<Held>>();
  expect(Object.keys(StoreDocument.shape)).toContain('requests');
});
