import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { moveWorld } from '../data/deeds.ts';
import { tell } from '../data/toasts.ts';
import type { Peering } from '../data/wire.ts';
import { RegistryTools } from './registry-tools.ts';

const states = ['NotConfigured', 'Configuring', 'Configured', 'ValidationNeeded'];

/** What Azure thinks of the advertised public prefixes: of the peering as a whole, and of each. */
export function PrefixTools({ peering, path }: { peering: Peering; path: string }): VNode | null {
  const { advertisedPublicPrefixesState: whole, prefixes = [] } = peering;
  if (whole === undefined && prefixes.length === 0) return null;
  return html`${whole !== undefined && html`<${StateSelect} path=${path} prefix="*" label="All prefixes" state=${whole} />`}
    ${prefixes.map(
      (advertised) => html`<${StateSelect} key=${advertised.prefix} path=${path} prefix=${advertised.prefix}
        label=${advertised.prefix} state=${advertised.validationState ?? ''} />
        <${RegistryTools} key=${`registry ${advertised.prefix}`} advertised=${advertised} />`,
    )}`;
}

type SelectProps = {
  readonly path: string;
  readonly prefix: string;
  readonly label: string;
  readonly state: string;
};

function StateSelect({ path, prefix, label, state }: SelectProps): VNode {
  const offered = states.includes(state) ? states : [state, ...states];
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    void tell(() => moveWorld(`${path}/prefixes`, { prefix, validationState: target.value }));
  };
  return html`<label class="tool-row prefix-row"><span class="tool-name mono">${label}</span>
    <select class="field field-small" value=${state} data-testid=${`prefix-${prefix}`} onChange=${onChange}>
      ${offered.map((name) => html`<option key=${name} value=${name}>${name || 'no state'}</option>`)}
    </select>
  </label>`;
}
