import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { moveWorld } from '../data/deeds.ts';
import { tell } from '../data/toasts.ts';
import type { Connection } from '../data/wire.ts';
import { toneOf } from './tone.ts';

const statuses = ['Connected', 'Connecting', 'NotConnected', 'Unknown'];

/** A gateway's connection to the circuit, and how it fares. */
export function ConnectionTools({ connection }: { connection: Connection }): VNode {
  const { name, resourceGroup, gatewayId, connectionStatus: status } = connection;
  const key = encodeURIComponent(resourceGroup ? `${resourceGroup}/${name}` : name);
  const offered = statuses.includes(status) ? statuses : [status, ...statuses];
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    void tell(() => moveWorld(`azure/connections/${key}/status`, { status: target.value }));
  };
  return html`<label class="tool-row prefix-row" data-testid=${`use-${name}`}>
    <span class="tool-name">${name} <span class="quiet">${gatewayId.split('/').at(-1)}</span></span>
    <span class="dot" data-tone=${toneOf(status)} aria-hidden="true"></span>
    <select class="field field-small" value=${status} data-testid=${`connection-${name}`} onChange=${onChange}>
      ${offered.map((one) => html`<option key=${one} value=${one}>${one}</option>`)}
    </select>
  </label>`;
}
