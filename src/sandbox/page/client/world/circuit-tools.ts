import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useStore } from '../data/store.ts';
import type { Circuit, Link, Peering } from '../data/wire.ts';
import { isLinkOf } from './circuit-filter.ts';
import { CircuitUses } from './circuit-uses.ts';
import { DeedButton } from './deed-button.ts';
import { LinkTools } from './link-tools.ts';
import { MetricTools } from './metric-tools.ts';
import { PrefixTools } from './prefix-tools.ts';
import { ProviderTools } from './provider-tools.ts';
import { ReceivedTools } from './received-tools.ts';
import { toneOf } from './tone.ts';

type Props = { readonly circuit: Circuit; readonly name: string };

const noLinks: readonly Link[] = [];

export function CircuitTools({ circuit, name }: Props): VNode {
  const { provisioningState, peerings = [] } = circuit;
  const path = `azure/circuits/${encodeURIComponent(name)}`;
  return html`<div class="circuit-tools">
    <${ProviderTools} circuit=${circuit} path=${path} />
    ${peerings.map((peering) => html`<${PeeringTools} key=${peering.name} circuit=${circuit} peering=${peering} path=${path} />`)}
    ${peerings.length > 0 && html`<${MetricTools} circuit=${circuit} path=${path} />`}
    <${CircuitUses} circuit=${circuit} path=${path} />
    <div class="tool-row" role="group" aria-label="Azure's own provisioning">
      <span class="tool-name" title="provisioningState">Azure</span>
      <span class="state" data-tone=${toneOf(provisioningState ?? '')}>${provisioningState}</span>
      <span class="tool-buttons">
        ${['Failed', 'Succeeded'].map(
          (
            state,
          ) => html`<${DeedButton} path=${`${path}/provisioning`} body=${{ state }} testId=${`provisioning-${state}`}
          disabled=${state === provisioningState}>${state}<//>`,
        )}
      </span>
    </div>
    <p class="quiet circuit-place">${circuit.resourceGroup} · ${circuit.location}</p>
  </div>`;
}

const names: Readonly<Record<string, string>> = {
  AzurePrivatePeering: 'Private peering',
  MicrosoftPeering: 'Microsoft peering',
  AzurePublicPeering: 'Public peering (retired)',
};

type PeeringProps = { readonly circuit: Circuit; readonly peering: Peering; readonly path: string };

function PeeringTools({ circuit, peering, path }: PeeringProps): VNode {
  const all = useStore((state) => state.world?.links ?? noLinks);
  const links = all.filter((link) => link.peering === peering.name && isLinkOf(link, circuit));
  return html`<div class="peering" role="group" aria-label=${peering.name}>
    <div class="tool-row">
      <span class="tool-name">${names[peering.name] ?? peering.name}</span>
      <span class="state" data-tone=${toneOf(peering.state)}>${peering.state}</span>
    </div>
    ${links.map((state) => html`<${LinkTools} key=${state.link} state=${state} path=${path} />`)}
    <${ReceivedTools} links=${links} path=${path} />
    <${PrefixTools} peering=${peering} path=${path} />
  </div>`;
}
