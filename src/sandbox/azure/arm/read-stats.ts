import { bandwidthOf, type Circuit, circuitKey } from '../model/circuit.ts';
import { type Peering, peeringKindOf } from '../model/peering.ts';
import { type LinkName, servedPeerings } from '../model/session.ts';
import { numberOf } from '../telemetry/received.ts';
import { notFound } from '../wire/error.ts';
import { type ArmApp, type ArmDeps, armJson } from './arm-env.ts';
import { circuitPath, withCircuit } from './circuit-scope.ts';

/** `stats` of a circuit and of a peering: bytes since the routers began to count. The recorded spelling: BytesIn. */
export function addStats(app: ArmApp, deps: ArmDeps): void {
  app.get(`${circuitPath}/stats`, (context) =>
    withCircuit(context, deps, (circuit) => armJson(200, stats(deps, circuit, servedPeerings(circuit)))),
  );
  app.get(`${circuitPath}/peerings/:p/stats`, (context) =>
    withCircuit(context, deps, (circuit) => {
      const kind = peeringKindOf(context.var.names.peering);
      const isNamed = (peering: Peering) => peering.kind === kind;
      if (!circuit.peerings.some(isNamed)) return notFound(context.var.path);
      return armJson(200, stats(deps, circuit, servedPeerings(circuit).filter(isNamed)));
    }),
  );
}

function stats(deps: ArmDeps, circuit: Circuit, peerings: readonly Peering[]) {
  const total = (link: LinkName, direction: string) =>
    peerings.reduce((sum, { kind }) => sum + bytes(deps, circuit, { peering: kind, link }, direction), 0);
  return {
    primaryBytesIn: total('primary', 'in'),
    primaryBytesOut: total('primary', 'out'),
    secondaryBytesIn: total('secondary', 'in'),
    secondaryBytesOut: total('secondary', 'out'),
  };
}

/** When the counters stood at nothing: far enough back that they are never small. */
const countedSince = Date.parse('2026-01-01T00:00:00Z');

/** As much as 1 to 9 per cent of the bandwidth, in the time in which IPv4 was up. */
function bytes(
  { telemetry, clock }: ArmDeps,
  circuit: Circuit,
  place: { readonly peering: Peering['kind']; readonly link: LinkName },
  direction: string,
): number {
  const subject = { what: 'bgp', ...place, family: 'ipv4' } as const;
  const { up } = telemetry.of(circuit).spent(subject, countedSince, clock.now());
  const percent = 1 + (numberOf(`${circuitKey(circuit)} ${place.peering} ${place.link} ${direction}`) % 9);
  const bytesPerSecond = (bandwidthOf(circuit.delivery) * 125_000 * percent) / 100;
  return Math.floor((up / 1_000) * bytesPerSecond);
}
