import { standings } from './irr-memory.ts';
import type { RegisteredPrefix, Standing } from './registration.ts';
import { type RegistryLoss, registryLossKinds } from './registry-loss.ts';

/** So many objects are named in a message. */
const routesNamed = 5;

/**
 * What a prefix has lost by all that is known, the worst first. `source`: the routing registry that its peering names:
 * where our AS number stood there, Microsoft looks there, and the others do not make up for it.
 */
export function lossesOf(prefix: RegisteredPrefix, source: string | undefined): readonly RegistryLoss[] {
  const found = [routeLoss(prefix, source), rpkiLoss(prefix), certificateLoss(prefix)].flatMap(
    (loss) => loss ?? [],
  );
  return found.toSorted((a, b) => registryLossKinds.indexOf(a.kind) - registryLossKinds.indexOf(b.kind));
}

/** Without those that were seen for the first time at the last look. */
export function believedOf(
  { doubted }: Pick<RegisteredPrefix, 'doubted'>,
  losses: readonly RegistryLoss[],
): readonly RegistryLoss[] {
  return losses.filter(({ kind }) => !doubted.includes(kind));
}

function routeLoss(
  { prefix, asn, irr }: RegisteredPrefix,
  source: string | undefined,
): RegistryLoss | undefined {
  const allHad = irr.flatMap(({ had }) => had);
  const isNamed = allHad.some((standing) => standing.source === source);
  const counts = (of: { readonly source: string }) => !isNamed || of.source === source;
  const had = allHad.filter(counts);
  const routes = irr.flatMap((memory) => memory.routes).filter(counts);
  const has = standings(routes, prefix, asn);
  if (gradeOf(has) >= gradeOf(had)) return undefined;
  const sources = [...new Set(had.map((standing) => standing.source))].sort();
  const others = routes.filter((route) => route.prefix === prefix && route.origin !== asn);
  if (others.length === 0) return { kind: 'route-gone', sources, isCovered: has.length > 0 };
  return { kind: 'origin-changed', sources, routes: named(others) };
}

/** For exactly the prefix is better than for a network around it, which is better than nothing. */
function gradeOf(all: readonly Standing[]): number {
  return Math.max(0, ...all.map(({ isExact }) => (isExact ? 2 : 1)));
}

function named(routes: readonly { readonly origin: number; readonly source: string }[]) {
  const byText = new Map(routes.map(({ origin, source }) => [`${source} ${origin}`, { origin, source }]));
  return [...byText]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, routesNamed)
    .map(([, route]) => route);
}

function rpkiLoss({ rpki }: RegisteredPrefix): RegistryLoss | undefined {
  if (!rpki || rpki.had === undefined || rpki.had === 'invalid') return undefined;
  if (rpki.state === 'invalid') return { kind: 'rpki-invalid', vrps: rpki.vrps };
  return rpki.had === 'valid' && rpki.state === 'not-found' ? { kind: 'roa-gone' } : undefined;
}

function certificateLoss({ record }: RegisteredPrefix): RegistryLoss | undefined {
  const { signer, certificates = [], handle } = record ?? {};
  if (!signer || certificates.some(({ fingerprint }) => fingerprint === signer.fingerprint)) return undefined;
  return { kind: 'certificate-gone', ...(handle === undefined ? {} : { handle }) };
}
