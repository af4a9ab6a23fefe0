import { isOverlapping, type Network, networkAround } from '../../domain/peering/addresses.ts';
import type { RouteObject } from '../../domain/validation/evidence.ts';
import { SourceFault } from '../source-fault.ts';
import { limits } from './limits.ts';

/**
 * The route and route6 objects of an answer about a network, those that cover it, each once. Throws SourceFault when
 * there is something and none of it can be read, or is about that network: that is not "there is none".
 */
export function readRouteObjects(text: string, network: Network): readonly RouteObject[] {
  const blocks = text.split(/\n[ \t\r]*\n/u).filter((block) => block.trim() !== '');
  if (blocks.length > limits.objects) {
    throw new SourceFault('unreadable', `It sent more than ${limits.objects} objects for one prefix.`);
  }
  const objects = blocks.map(readAttributes).filter((object) => !isPseudo(object));
  const routes = objects
    .flatMap((object) => readRoute(object) ?? [])
    .filter((route) => isCovering(route, network));
  if (objects.length > 0 && routes.length === 0) {
    throw new SourceFault('unreadable', 'It answered with something that is no route object for the prefix.');
  }
  return unique(routes);
}

/** Attributes in their order; a line that begins with a blank or `+` goes on with the one before (RFC 2622). */
type Attributes = readonly (readonly [name: string, value: string])[];

function readAttributes(block: string): Attributes {
  const lines = block.trim().replace(/\r?\n[ \t+]+/gu, ' ');
  return lines.split(/\r?\n/u).flatMap((line) => {
    const [, name, value = ''] = /^([a-z][a-z\d-]*):([^#]*)/iu.exec(line) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
}

/** IRRd shows ROAs as objects of a registry that is none. They are looked at where they come from. */
function isPseudo(attributes: Attributes): boolean {
  return attribute(attributes, 'source')?.toUpperCase() === 'RPKI';
}

function readRoute(attributes: Attributes): RouteObject | undefined {
  const [kind, text] = attributes[0] ?? [];
  const network = kind === 'route' || kind === 'route6' ? networkAround(text ?? '') : undefined;
  const origin = originIn(attribute(attributes, 'origin'));
  const source = attribute(attributes, 'source')?.toUpperCase();
  if (!network || origin === undefined || !source) return undefined;
  const maintainers = attributes.flatMap(([name, value]) =>
    name === 'mnt-by' ? value.split(/[\s,]+/u) : [],
  );
  return {
    prefix: network.text,
    origin,
    source,
    ...(maintainers.length > 0 ? { maintainers: maintainers.filter(Boolean) } : {}),
  };
}

function attribute(attributes: Attributes, wanted: string): string | undefined {
  return attributes.find(([name]) => name === wanted)?.[1];
}

function originIn(text: string | undefined): number | undefined {
  const [, digits] = /^AS(\d{1,10})$/iu.exec(text ?? '') ?? [];
  const asn = Number(digits);
  return digits !== undefined && asn <= 4_294_967_295 ? asn : undefined;
}

function isCovering({ prefix }: RouteObject, network: Network): boolean {
  const around = networkAround(prefix);
  return around !== undefined && around.length <= network.length && isOverlapping(around, network);
}

/** The same object comes twice when a server mirrors, and when it is asked for twice. */
function unique(routes: readonly RouteObject[]): readonly RouteObject[] {
  const keyed = routes.map((route) => [`${route.prefix} ${route.origin} ${route.source}`, route] as const);
  return [...new Map(keyed).values()];
}
