import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Circuit } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

type Deed = { readonly label: string; readonly state: string; readonly lagMs?: number };

/** As long as Azure was seen to show the old state after a provider had deprovisioned: minutes. */
const lagMs = 3 * 60_000;

const deeds: readonly Deed[] = [
  { label: 'Provider starts', state: 'Provisioning' },
  { label: 'Provider finishes', state: 'Provisioned' },
  { label: 'Deprovision starts', state: 'Deprovisioning' },
  { label: 'Deprovision finishes', state: 'NotProvisioned' },
  { label: 'Finishes, seen late', state: 'NotProvisioned', lagMs },
];

/** What the connectivity provider does. ExpressRoute Direct has none. */
export function ProviderTools({ circuit, path }: { circuit: Circuit; path: string }): VNode | null {
  const { serviceProviderProvisioningState: shown, unseenProviderState: unseen } = circuit;
  if (shown === undefined) return null;
  // While Azure lags, everything that acts at once is still to be done.
  const isDone = ({ state, lagMs: lag }: Deed) =>
    unseen === undefined ? state === shown : lag !== undefined && state === unseen;
  return html`<div class="tool-grid" role="group" aria-label="Provider">
      ${deeds.map((deed) => html`<${Tool} key=${deed.label} deed=${deed} path=${path} done=${isDone(deed)} />`)}
    </div>
    ${
      unseen !== undefined &&
      html`<p class="quiet circuit-place" data-testid="unseen-provider-state">The provider says ${unseen}. Azure goes on showing ${shown} for some minutes, or until the circuit is refreshed.</p>`
    }`;
}

function Tool({ deed, path, done }: { deed: Deed; path: string; done: boolean }): VNode {
  const { label, state, lagMs: lag } = deed;
  const lagging = lag !== undefined;
  return html`<${DeedButton} path=${`${path}/provider`} body=${lagging ? { state, lagMs: lag } : { state }}
    testId=${`provider-${state}${lagging ? '-lagging' : ''}`} disabled=${done}
    title=${`serviceProviderProvisioningState becomes ${state}${lagging ? ' three minutes later' : ''}`}>${label}<//>`;
}
