import type { Circuit } from '../domain/circuit/circuit.ts';
import { addressOf } from '../domain/circuit/circuit-id.ts';
import {
  diagnosePeering,
  type EdgeSaid,
  type PeeringFinding,
  type Table,
} from '../domain/circuit/diagnosis.ts';
import type { KnownCircuit } from '../domain/circuit/known-circuit.ts';
import type { Instant } from '../domain/instant.ts';
import { nameOf } from '../domain/open-enum.ts';
import { type ExpectedSession, expectedSessions } from '../domain/peering/expected-sessions.ts';
import { isAtEdge } from '../domain/peering/session-place.ts';
import { answer, type Result, refuse } from '../domain/result.ts';
import { AzureFault, type Now } from './ports.ts';
import type { Telemetry, Traffic } from './telemetry.ts';

export type DiagnoseDeps = { readonly telemetry: Telemetry; readonly now: Now };

export type Diagnosis = {
  readonly circuit: Circuit;
  readonly at: Instant;
  readonly findings: readonly PeeringFinding[];
  /** What the edge said, place by place: tables that could not be read say why. */
  readonly said: readonly EdgeSaid[];
  readonly traffic: Table<Traffic>;
};

export type DiagnoseRefusal = {
  readonly code: 'nothing-to-diagnose';
  readonly name: string;
  /** Azure's state of the provider; '' where there is none. */
  readonly providerState: string;
};

/** How long the edge is waited for, milliseconds: it looks into a router. */
const timeoutMs = 20_000;

/**
 * Asks Microsoft's edge now about each peering that should run, or about the one named, on both links: a routes summary
 * and an ARP table for each, at once. A table that cannot be read is told as such.
 */
export async function diagnoseCircuit(
  { telemetry, now }: DiagnoseDeps,
  { circuit }: KnownCircuit,
  peering?: string,
): Promise<Result<Diagnosis, DiagnoseRefusal>> {
  const expected = expectedSessions(circuit).filter(
    (session) => peering === undefined || nameOf(session.peering) === peering,
  );
  if (expected.length === 0) return refuse(nothing(circuit));
  const target = addressOf(circuit);
  const [said, traffic] = await Promise.all([
    Promise.all(placesOf(expected).map((place) => askEdge(telemetry, circuit, place))),
    tableOf(async () => [await telemetry.traffic(target)]),
  ]);
  const at = now();
  const peerings = [...new Map(expected.map((one) => [nameOf(one.peering), one.peering])).values()];
  const findings = peerings.map((one) =>
    diagnosePeering(
      one,
      expected.filter((session) => nameOf(session.peering) === nameOf(one)),
      said,
      at,
    ),
  );
  return answer({ circuit, at, findings, said, traffic });
}

function nothing({ name, service }: Circuit): DiagnoseRefusal {
  const providerState = service.kind === 'provider' ? nameOf(service.providerState) : '';
  return { code: 'nothing-to-diagnose', name, providerState };
}

/** Each peering and link once, whatever its families. */
function placesOf(expected: readonly ExpectedSession[]): readonly ExpectedSession[] {
  return expected.filter((one, index) => expected.findIndex((other) => isAtEdge(other, one)) === index);
}

async function askEdge(
  telemetry: Telemetry,
  circuit: Circuit,
  { peering, peeringName, link }: ExpectedSession,
): Promise<EdgeSaid> {
  const ask = { target: addressOf(circuit), peering: peeringName, link, timeoutMs };
  const [routes, arp] = await Promise.all([
    tableOf(() => telemetry.routeSummary(ask)),
    tableOf(() => telemetry.arpTable(ask)),
  ]);
  return { peering, link, routes, arp };
}

async function tableOf<Line>(read: () => Promise<readonly Line[]>): Promise<Table<Line>> {
  try {
    return { kind: 'read', lines: await read() };
  } catch (fault) {
    if (fault instanceof AzureFault) return { kind: 'unreadable', reason: fault.message };
    throw fault;
  }
}
