import { isSame, nameOf } from '../open-enum.ts';
import { type AddressFamily, addressFamilies, type Peering, type PeeringFamily } from '../peering/peering.ts';
import type { Circuit, CircuitService } from './circuit.ts';
import type { KnownCircuit } from './known-circuit.ts';
import { type CircuitStatus, isBusy } from './states.ts';

/**
 * What Azure says while it carries out a write is not what the circuit is (facts/azure.md, oddities 1–3): status
 * Disabled on a live circuit, azureASN 0, no lastModifiedBy, prefixes NotConfigured. Such facts keep the value last
 * believed until the write is over.
 */
export function settlePeerings(before: Circuit, seen: Circuit): readonly Peering[] {
  const circuitBusy = isBusy(seen.provisioningState);
  return seen.peerings.map((peering) => {
    const old = before.peerings.find(({ name }) => isSameName(name, peering.name));
    return old ? settlePeering(old, peering, circuitBusy) : peering;
  });
}

export function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function settlePeering(old: Peering, seen: Peering, circuitBusy: boolean): Peering {
  const kept = {
    ...seen,
    azureAsn: seen.azureAsn ?? old.azureAsn,
    lastModifiedBy: seen.lastModifiedBy ?? old.lastModifiedBy,
  };
  if (!circuitBusy && !isBusy(seen.provisioningState)) return kept;
  return {
    ...kept,
    state: nameOf(seen.state) === 'Disabled' ? old.state : seen.state,
    ...Object.fromEntries(addressFamilies.map((family) => [family, settleFamily(old, seen, family)])),
  };
}

function settleFamily(old: Peering, seen: Peering, family: AddressFamily): PeeringFamily | undefined {
  const now = seen[family];
  const was = old[family]?.publicPrefixes;
  if (!now?.publicPrefixes || !was) return now;
  const { publicPrefixes } = now;
  const stateOf = (prefix: string) => was.each.find((entry) => entry.prefix === prefix)?.state;
  return {
    ...now,
    publicPrefixes: {
      ...publicPrefixes,
      state: nameOf(publicPrefixes.state) === 'NotConfigured' ? was.state : publicPrefixes.state,
      each: publicPrefixes.each.map((entry) =>
        entry.state === undefined || nameOf(entry.state) === 'NotConfigured'
          ? { ...entry, state: stateOf(entry.prefix) ?? entry.state }
          : entry,
      ),
    },
  };
}

export type SettledStatus = { readonly status: CircuitStatus; readonly doubted?: CircuitStatus };

/** Disabled is believed only outside of a write and when two polls in a row saw it (facts/azure.md, oddity 1). */
export function settleStatus(before: KnownCircuit, seen: Circuit): SettledStatus {
  const believed = before.circuit.status;
  if (isBusy(seen.provisioningState) || nameOf(seen.status) === '') return { status: believed };
  if (isSame(seen.status, believed) || nameOf(seen.status) !== 'Disabled') return { status: seen.status };
  if (isSame(before.doubtedStatus, seen.status)) return { status: seen.status };
  return { status: believed, doubted: seen.status };
}

/** A provider state or a bandwidth that is left out is no new one: what was believed stays. */
export function settleService(before: CircuitService, seen: CircuitService): CircuitService {
  const bandwidthMbps = seen.bandwidthMbps || before.bandwidthMbps;
  if (before.kind !== 'provider' || seen.kind !== 'provider') return { ...seen, bandwidthMbps };
  const isTold = nameOf(seen.providerState) !== '';
  return { ...seen, bandwidthMbps, providerState: isTold ? seen.providerState : before.providerState };
}
