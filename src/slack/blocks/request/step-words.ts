import type { ExecutingView } from '../../../domain/approval/view.ts';
import type { Step } from '../../../domain/operation/step.ts';

/** What happens now, and what it waits for. How long Azure takes: demands.md 3 (creation 97–169 s, bandwidth 206–425 s …). */
const doings: Readonly<Record<Step['kind'], string>> = {
  'create-circuit': 'Azure creates the circuit; about 2 to 3 minutes',
  'change-circuit': 'Azure changes the circuit; about 3 to 7 minutes',
  'delete-circuit': 'Azure deletes the circuit; some minutes',
  'put-peering': 'Azure configures the peering; up to 12 minutes',
  'delete-peering': 'Azure removes the peering; some minutes',
  'put-signature': 'Azure saves the signature; up to 12 minutes',
  'put-authorization': 'Azure makes the authorization',
  'delete-authorization': 'Azure revokes the authorization',
  'put-connection': 'Azure makes the connection; some minutes',
  'delete-connection': 'Azure removes the connection; some minutes',
  'start-failover-test': 'Azure starts the failover test',
  'stop-failover-test': 'Azure stops the failover test',
  'await-deprovisioned': 'the provider has to deprovision it',
  hold: 'the test runs',
};

const waits: Readonly<Partial<Record<ExecutingView['waitsFor'], string>>> = {
  lock: '. Azure is busy with another change of it; this one follows by itself',
  quota: '. Azure asked to wait; it goes on by itself',
  network: '. Azure does not answer; it goes on by itself',
};

export function stepWords({ doing, waitsFor }: ExecutingView): string {
  return `${doings[doing]}${waits[waitsFor] ?? ''}`;
}
