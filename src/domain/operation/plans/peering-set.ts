import { isPrivateAsn } from '../../peering/asn.ts';
import { type Ground, isRoutingByProvider, type LinkedNetwork, peeringOf } from '../../peering/ground.ts';
import { addressFamilies, type Peering } from '../../peering/peering.ts';
import { plannedChanges } from '../../peering/planned-changes.ts';
import { checkSettings } from '../../peering/settings.ts';
import { answer, type Result, refuse } from '../../result.ts';
import type { Caution } from '../caution.ts';
import { type PeeringSettings, type SetPeeringIntent, settablePeerings } from '../intent.ts';
import type { Plan, PlanInputs } from '../plan.ts';
import { linkFacts, peeringFacts } from './peering-facts.ts';
import type { PeeringRefusal } from './peering-refusal.ts';
import { peeringTarget } from './peering-target.ts';

/** Creates a peering or changes the one that is there. */
export function planSetPeering(intent: SetPeeringIntent, inputs: PlanInputs): Result<Plan, PeeringRefusal> {
  const { peering } = intent;
  const target = peeringTarget(intent, inputs);
  if (!target.ok) return target;
  const { circuit } = target.value;
  const on = { id: circuit.id, name: circuit.name };
  if (!settablePeerings.includes(peering)) return refuse({ code: 'peering-retired', on });
  const ground = { circuit, order: inputs.order, networks: networksOf(inputs) };
  const checked = checkSettings(intent, ground);
  if (!checked.ok) return refuse(checked.refusal[0]);
  const settings = checked.value;
  const before = peeringOf(circuit, peering);
  const changes = plannedChanges(peering, before, settings);
  if (changes.length === 0) return refuse({ code: 'nothing-to-change', name: circuit.name });
  return answer({
    changes,
    seen: [...linkFacts(settings), ...peeringFacts(target.value, peering, inputs)],
    cautions: cautionsOf(peering, settings, before, ground),
    policy: isRoutingByProvider(ground) ? 'peering-layer-3' : 'peering',
    steps: [{ kind: 'put-peering', peering, settings }],
  });
}

/** The virtual networks behind the circuit's connections, as far as Trunkline may read them. */
function networksOf({ connections, gateways }: PlanInputs): readonly LinkedNetwork[] {
  const linked = new Set(connections.map(({ gatewayId }) => gatewayId.toLowerCase()));
  return gateways
    .filter(({ id }) => linked.has(id.toLowerCase()))
    .flatMap(({ name, addressSpaces }) => (addressSpaces ? [{ gateway: name, spaces: addressSpaces }] : []));
}

function cautionsOf(
  peering: SetPeeringIntent['peering'],
  settings: PeeringSettings,
  before: Peering | undefined,
  ground: Ground,
): readonly Caution[] {
  return [
    ...(isRoutingByProvider(ground) ? (['layer-3-override'] as const) : []),
    ...(before ? (['traffic-may-stop'] as const) : []),
    ...(peering === 'MicrosoftPeering' ? microsoftCautions(settings, before) : []),
  ];
}

function microsoftCautions(settings: PeeringSettings, before: Peering | undefined): readonly Caution[] {
  const wanted = addressFamilies.flatMap((family) => settings[family]?.advertisedPrefixes ?? []);
  const present = addressFamilies.flatMap((family) => before?.[family]?.publicPrefixes?.advertised ?? []);
  const hasNew = wanted.some((prefix) => !present.includes(prefix));
  const hasGone = present.some((prefix) => !wanted.includes(prefix));
  const hasFilter = addressFamilies.some((family) => settings[family] && before?.[family]?.routeFilter);
  return [
    'internet-edge',
    ...(hasFilter ? [] : (['nothing-advertised-without-route-filter'] as const)),
    ...(hasNew || hasGone ? (['prefixes-change-access-lists'] as const) : []),
    ...(hasNew ? (['prefixes-need-validation'] as const) : []),
    ...(asnsOf(settings).some(isPrivateAsn) ? (['private-asn-needs-manual-validation'] as const) : []),
  ];
}

function asnsOf({ peerAsn, ipv4, ipv6 }: PeeringSettings): readonly number[] {
  return [peerAsn, ipv4?.customerAsn, ipv6?.customerAsn].flatMap((asn) => asn ?? []);
}
