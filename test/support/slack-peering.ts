import type { PeeringRuleRefusal } from '../../src/domain/operation/plans/peering-refusal.ts';
import { specialKinds } from '../../src/domain/peering/address-kind.ts';
import { asnReservations } from '../../src/domain/peering/asn.ts';
import type { SubnetInput } from '../../src/domain/peering/input.ts';
import { routingRegistries } from '../../src/domain/peering/registry.ts';
import { peeringModal } from '../../src/slack/blocks/forms/peering.ts';
import { peeringChoiceModal } from '../../src/slack/blocks/forms/peering-choice.ts';
import { peeringPayload } from '../../src/slack/blocks/forms/peering-payload.ts';
import { peeringRemovalModal } from '../../src/slack/blocks/forms/peering-removal.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import { circuitIdOf } from './a-circuit.ts';
import type { Cast } from './slack-cast.ts';
import { channelId } from './slack-cast.ts';
import { view } from './slack-shown.ts';

type Code = PeeringRuleRefusal['code'];
type Of<C extends Code> = Extract<PeeringRuleRefusal, { readonly code: C }>;

/** Every refusal about routing domains, with the text in every place. */
export function peeringRefusalsOf(text: string): { readonly [C in Code]: readonly Of<C>[] } {
  const on = { id: circuitIdOf('lon-01'), name: text };
  const subnets: readonly SubnetInput[] = ['ipv4-primary', 'ipv6-secondary'];
  const places = [...subnets, 'ipv4-prefixes', 'ipv6-prefixes'] as const;
  const families = ['ipv4', 'ipv6'] as const;
  const peerings = ['MicrosoftPeering', 'AzurePublicPeering', { unrecognised: text }] as const;
  const special = specialKinds.map((kind) => ({ kind, range: '10.0.0.0/8', value: '10.0.0.0/30' }));
  return {
    'peering-word-unknown': [undefined, 'private'].map((didYouMean) => ({
      code: 'peering-word-unknown',
      word: text,
      didYouMean,
    })),
    'network-malformed': places.flatMap((at) =>
      families.map((family) => ({ code: 'network-malformed', at, value: text, family })),
    ),
    'network-other-family': families.map((family) => ({
      code: 'network-other-family',
      at: `${family}-primary`,
      value: text,
      family,
    })),
    'network-host-bits': [
      { code: 'network-host-bits', at: 'ipv4-primary', value: '11.2.3.5/30', suggestion: '11.2.3.4/30' },
      { code: 'network-host-bits', at: 'ipv6-prefixes', value: text, suggestion: '2001:db8::/48' },
    ],
    'network-unusable': special.map((one) => ({ code: 'network-unusable', at: 'ipv4-primary', ...one })),
    'network-not-public': special.map((one) => ({ code: 'network-not-public', at: 'ipv6-prefixes', ...one })),
    'subnets-missing': [{ code: 'subnets-missing', at: 'ipv4-primary' }],
    'subnet-missing': subnets.map((at) => ({ code: 'subnet-missing', at })),
    'subnet-size': [
      { code: 'subnet-size', at: 'ipv4-primary', value: '10.0.0.0/8', length: 8, wanted: 30, whole: 29 },
      { code: 'subnet-size', at: 'ipv6-primary', value: text, length: 64, wanted: 126, whole: 125 },
    ],
    'subnets-overlap': [{ code: 'subnets-overlap', at: 'ipv4-secondary', value: text, other: text }],
    'subnet-in-peering': peerings.map((peering) => ({
      code: 'subnet-in-peering',
      at: 'ipv4-primary',
      value: text,
      peering,
      other: text,
    })),
    'subnet-in-network': [
      { code: 'subnet-in-network', at: 'ipv6-primary', value: text, gateway: text, other: text },
    ],
    'prefixes-missing': families.map((family) => ({ code: 'prefixes-missing', at: `${family}-prefixes` })),
    'prefixes-too-many': [{ code: 'prefixes-too-many', at: 'ipv4-prefixes', count: 201, limit: 200 }],
    'prefix-twice': [{ code: 'prefix-twice', at: 'ipv4-prefixes', value: text }],
    'prefix-default-route': [{ code: 'prefix-default-route', at: 'ipv4-prefixes', value: '0.0.0.0/0' }],
    'vlan-malformed': [text, 'NaN', ''].map((value) => ({
      code: 'vlan-malformed',
      at: 'vlan',
      value,
      min: 1,
      max: 4_094,
    })),
    'vlan-taken': peerings.map((peering) => ({ code: 'vlan-taken', at: 'vlan', vlanId: 300, peering })),
    'asn-malformed': [text, 'NaN', ''].map((value) => ({
      code: 'asn-malformed',
      at: 'peer-asn',
      value,
      min: 1,
      max: 4_294_967_295,
    })),
    'asn-reserved': asnReservations.flatMap((by) =>
      [65_515, 65_520].map((to) => ({
        code: 'asn-reserved',
        at: 'customer-asn',
        asn: 65_515,
        from: 65_515,
        to,
        by,
      })),
    ),
    'shared-key-long': [{ code: 'shared-key-long', at: 'shared-key', length: 26, limit: 25 }],
    'shared-key-characters': [{ code: 'shared-key-characters', at: 'shared-key' }],
    'registry-unknown': [
      { code: 'registry-unknown', at: 'registry', value: text, allowed: routingRegistries },
    ],
    'edge-unconfirmed': [{ code: 'edge-unconfirmed', at: 'edge' }],
    'routing-by-provider': ['', text].map((provider) => ({
      code: 'routing-by-provider',
      at: 'override',
      on,
      provider,
    })),
    'peering-retired': [{ code: 'peering-retired', on }],
    'peering-absent': peerings.map((peering) => ({ code: 'peering-absent', on, peering })),
    'peering-in-global-reach': [1, 3, 40].map((count) => ({
      code: 'peering-in-global-reach',
      on,
      peering: 'AzurePrivatePeering',
      connections: Array.from({ length: count }, () => text),
    })),
  };
}

/** Every form of routing domains about this cast. */
export function peeringFormsOf({ known: { circuit } }: Cast) {
  const bare = { ...circuit, peerings: [] };
  const first = circuit.peerings[0];
  /** Whatever the peering is of which Azure tells these texts: here it is the one that is edited. */
  const odd = (type: 'AzurePrivatePeering' | 'MicrosoftPeering') => ({
    ...circuit,
    peerings: first ? [{ ...first, name: type, type }] : [],
  });
  const metadata = formMetadata(channelId, peeringPayload(circuit, 'MicrosoftPeering'));
  const settable = ['AzurePrivatePeering', 'MicrosoftPeering'] as const;
  return {
    peeringModal: settable.flatMap((peering) =>
      [bare, circuit, odd(peering)].flatMap((shown) =>
        [true, false].map((byProvider) =>
          view(
            `${peering}, ${byProvider ? 'the provider’s' : 'ours'}`,
            peeringModal({ circuit: shown, peering, byProvider, metadata }),
          ),
        ),
      ),
    ),
    peeringChoiceModal: [bare, circuit, odd('MicrosoftPeering')].flatMap((shown) =>
      [undefined, 'remove' as const].map((only) =>
        view(only ?? 'anything', peeringChoiceModal(shown, metadata, only)),
      ),
    ),
    peeringRemovalModal: [
      view('private', peeringRemovalModal(circuit, 'AzurePrivatePeering', metadata)),
      view('of another kind', peeringRemovalModal(circuit, { unrecognised: circuit.region }, metadata)),
    ],
  };
}
