import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useStore } from '../data/store.ts';
import type { Circuit } from '../data/wire.ts';
import { circuitKey, matchingCircuits, providerStates, shownAtOnce } from './circuit-filter.ts';
import { CircuitRow } from './circuit-row.ts';

const none: readonly Circuit[] = [];

export function CircuitList(): VNode {
  const circuits = useStore((state) => state.world?.circuits ?? none);
  const [typed, setTyped] = useState('');
  const [state, setState] = useState('');
  const [limit, setLimit] = useState(shownAtOnce);
  const found = useMemo(() => matchingCircuits(circuits, { typed, state }), [circuits, typed, state]);
  const more = found.length - limit;
  return html`<section class="world-section" aria-labelledby="circuits-title">
    <h3 id="circuits-title">Circuits <span class="quiet" data-testid="circuit-count">${found.length === circuits.length ? circuits.length : `${found.length} of ${circuits.length}`}</span></h3>
    <div class="filter-row">
      <input class="field field-small" type="search" placeholder="Filter by name, provider, location" aria-label="Filter circuits" value=${typed}
        data-testid="circuit-filter" onInput=${({ target }: Event) => target instanceof HTMLInputElement && setTyped(target.value)} />
      <select class="field field-small" aria-label="Provider state" data-testid="circuit-state-filter" value=${state}
        onChange=${({ target }: Event) => target instanceof HTMLSelectElement && setState(target.value)}>
        <option value="">All states</option>
        ${providerStates(circuits).map(([name, count]) => html`<option key=${name} value=${name}>${name} (${count})</option>`)}
      </select>
    </div>
    <ul class="plain-list circuit-list">
      ${found.slice(0, limit).map((circuit) => {
        const key = circuitKey(circuit, circuits);
        return html`<${CircuitRow} key=${`${circuit.subscriptionId} ${key}`} circuit=${circuit} name=${key} />`;
      })}
    </ul>
    ${found.length === 0 && html`<p class="quiet">No circuit fits.</p>`}
    ${more > 0 && html`<button type="button" class="button button-tool wide" data-testid="more-circuits" onClick=${() => setLimit(limit + 100)}>Show ${Math.min(more, 100)} more of ${more}</button>`}
  </section>`;
}
