import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { useStore } from '../data/store.ts';
import type { Circuit, Link } from '../data/wire.ts';
import { Icon } from '../shell/icon.ts';
import { isLinkOf, providerState } from './circuit-filter.ts';
import { CircuitTools } from './circuit-tools.ts';
import { toneOf } from './tone.ts';

const noLinks: readonly Link[] = [];

/** One line for each circuit; what can be done to it unfolds. */
export function CircuitRow({ circuit, name }: { circuit: Circuit; name: string }): VNode {
  const [open, setOpen] = useState(false);
  const { provisioningState, provider, peeringLocation, bandwidthMbps, tier } = circuit;
  const state = providerState(circuit);
  const links = useStore((all) => all.world?.links ?? noLinks);
  const down = links.filter((link) => !link.up && isLinkOf(link, circuit)).length;
  const about = [provider, peeringLocation, speed(bandwidthMbps), tier].filter(Boolean).join(' · ');
  return html`<li class="circuit" data-testid=${`world-circuit-${name}`} data-open=${open ? '' : undefined}>
    <button type="button" class="circuit-head" aria-expanded=${open} onClick=${() => setOpen(!open)}>
      <${Icon} name=${open ? 'down' : 'right'} />
      <span class="circuit-text"><strong>${name}</strong><span class="quiet">${about}</span></span>
      <span class="circuit-states">
        <span class="state" data-tone=${toneOf(state)} data-testid="provider-state">${state}</span>
        ${down > 0 && html`<span class="state" data-tone="bad" data-testid="links-down">${down} ${down === 1 ? 'link' : 'links'} down</span>`}
        ${circuit.unseenProviderState !== undefined && html`<span class="state" data-tone="busy">Azure lags</span>`}
        ${provisioningState && provisioningState !== 'Succeeded' && html`<span class="state" data-tone=${toneOf(provisioningState)}>${provisioningState}</span>`}
      </span>
    </button>
    ${open && html`<${CircuitTools} circuit=${circuit} name=${name} />`}
  </li>`;
}

function speed(mbps: number | undefined): string {
  if (mbps === undefined) return '';
  return mbps >= 1_000 ? `${mbps / 1_000} Gbps` : `${mbps} Mbps`;
}
