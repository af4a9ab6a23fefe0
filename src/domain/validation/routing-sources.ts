import { noRegistry, routingRegistries } from '../peering/registry.ts';
import type { IrrSight, RouteObject } from './evidence.ts';

/** How the IRR names the registry that Azure names; undefined: Azure looks into none of that name. */
export function irrSourceOf(azureRegistry: string): string | undefined {
  const wanted = azureRegistry.toUpperCase();
  if (wanted === noRegistry || !routingRegistries.some((known) => known === wanted)) return undefined;
  return wanted === 'RIPENCC' ? 'RIPE' : wanted;
}

/** The other way round: what a peering must name so that Azure looks into this source. */
export function azureRegistryOf(source: string): string | undefined {
  return routingRegistries.find((registry) => irrSourceOf(registry) === source.toUpperCase());
}

/** Run by those who assign the addresses: only the holder, or who the holder lets, registers there (facts 2.1). */
const authenticated = ['RIPE', 'ARIN', 'APNIC', 'AFRINIC', 'LACNIC'];

/** Whether anybody can register what they like there: RADB, NTTCOM, ALTDB, and what an RIR keeps apart as NONAUTH. */
export function isUnauthenticated(source: string): boolean {
  return !authenticated.includes(source.toUpperCase());
}

/** Servers that are known to hold one registry and no other. Any other server may mirror all of them, as RADB's does. */
const homes: Readonly<Record<string, string>> = {
  'whois.ripe.net': 'RIPE',
  'rr.arin.net': 'ARIN',
  'whois.apnic.net': 'APNIC',
  'whois.afrinic.net': 'AFRINIC',
  'irr.lacnic.net': 'LACNIC',
  'whois.altdb.net': 'ALTDB',
};

/**
 * Whether what is in a source, and what is not, was told: by the server that is its home, or by all that may hold it.
 * Otherwise the one that was silent may have had it.
 */
export function isSourceTold(source: string, irr: readonly IrrSight[]): boolean {
  const holding = irr.filter((sight) => (homeOf(sight) ?? source) === source);
  const told = holding.filter((sight) => sight.told.kind === 'told');
  if (told.some((sight) => homeOf(sight) === source)) return true;
  return told.length > 0 && told.length === holding.length;
}

/**
 * The objects that count, each once. Of a registry whose own server has told, only what that says: mirrors lag. And a server
 * that is home to one registry speaks for no other that Azure looks into.
 */
export function believedObjects(irr: readonly IrrSight[]): readonly RouteObject[] {
  const believed = irr.flatMap((sight) =>
    sight.told.kind === 'told' ? sight.told.value.filter(({ source }) => isBelieved(source, sight, irr)) : [],
  );
  return [
    ...new Map(
      believed.map((object) => [`${object.prefix} ${object.origin} ${object.source}`, object]),
    ).values(),
  ];
}

function isBelieved(source: string, sight: IrrSight, irr: readonly IrrSight[]): boolean {
  const home = homeOf(sight);
  if (home !== undefined) return home === source || azureRegistryOf(source) === undefined;
  return !irr.some((other) => homeOf(other) === source && other.told.kind === 'told');
}

function homeOf({ server }: IrrSight): string | undefined {
  const host = server.replace(/:\d+$/u, '').toLowerCase();
  return Object.hasOwn(homes, host) ? homes[host] : undefined;
}
