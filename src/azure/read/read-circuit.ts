import type { Circuit } from '../../domain/circuit/circuit.ts';
import { type CircuitAddress, parseCircuitAddress } from '../../domain/circuit/circuit-id.ts';
import type { CircuitSight, GlobalReach } from '../../domain/operation/circuit-sight.ts';
import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { CircuitWire } from '../circuit-wire.ts';
import { type Raw, rawsAt, textAt } from '../raw.ts';
import { readRaw, stateOf } from '../read-raw.ts';
import { circuitUrl } from '../resource-url.ts';
import { isSameText } from '../same-text.ts';
import { toCircuit } from '../to-circuit.ts';
import { advertisedIn } from './read-advertised-prefixes.ts';

const keyForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/** What Azure sends as service key until it has issued one (facts/azure.md, oddity 2). */
const nobodysKey = /^[0-]*$/u;

/** One GET. Undefined: there is no such circuit. */
export async function readCircuit(arm: ArmClient, target: CircuitAddress): Promise<CircuitSight | undefined> {
  const raw = await readRaw(arm, circuitUrl(target));
  return raw && toSight(raw);
}

/** The key is handed out when Azure has done with the circuit, and never the all-zero one. */
export async function readServiceKey(arm: ArmClient, target: CircuitAddress): Promise<string | undefined> {
  const raw = await readRaw(arm, circuitUrl(target));
  return raw && stateOf(raw) === 'Succeeded' ? serviceKeyOf(raw) : undefined;
}

function toSight(raw: Raw): CircuitSight {
  const guid = textAt(raw, 'properties', 'resourceGuid');
  return {
    circuit: circuitOf(raw),
    etag: textAt(raw, 'etag') || undefined,
    ...(guid ? { resourceGuid: guid } : {}),
    hasServiceKey: serviceKeyOf(raw) !== undefined,
    globalReach: rawsAt(raw, 'properties', 'peerings').flatMap(globalReachOf),
    signatures: signaturesIn(raw),
    redeemedBy: redeemedByOf(raw),
  };
}

/** Throws AzureFault. */
export function circuitOf(raw: Raw): Circuit {
  const wire = CircuitWire.safeParse(raw);
  const address = parseCircuitAddress(textAt(raw, 'id'));
  if (!wire.success || !address.ok) {
    throw new AzureFault('unreadable', "Azure's answer about the circuit could not be understood");
  }
  return toCircuit(wire.data, address.value);
}

function serviceKeyOf(raw: Raw): string | undefined {
  const key = textAt(raw, 'properties', 'serviceKey');
  return keyForm.test(key) && !nobodysKey.test(key) ? key : undefined;
}

/** The empty ones that Azure makes by itself are none. */
function signaturesIn(raw: Raw): Readonly<Record<string, string>> {
  const peering = rawsAt(raw, 'properties', 'peerings').find((one) =>
    isSameText(textAt(one, 'name'), 'MicrosoftPeering'),
  );
  const entries = peering ? advertisedIn(peering) : [];
  return Object.fromEntries(
    entries.flatMap(({ prefix, signature }) => (signature ? [[prefix, signature] as const] : [])),
  );
}

/** Only authorizations in use name the connection that redeemed them. */
function redeemedByOf(raw: Raw): Readonly<Record<string, string>> {
  const redeemed = rawsAt(raw, 'properties', 'authorizations').flatMap((authorization) => {
    const connectionId = textAt(authorization, 'properties', 'connectionResourceUri');
    return connectionId ? [[textAt(authorization, 'name'), connectionId] as const] : [];
  });
  return Object.fromEntries(redeemed);
}

/** `connections` start here, `peeredConnections` at another circuit. */
function globalReachOf(peering: Raw): readonly GlobalReach[] {
  const joined = ['connections', 'peeredConnections'].flatMap((list) => rawsAt(peering, 'properties', list));
  return joined.map((connection) => ({
    name: textAt(connection, 'name'),
    peering: textAt(peering, 'name'),
    status: textAt(connection, 'properties', 'circuitConnectionStatus') || 'Unknown',
  }));
}
