import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { worldNow } from '../data/select.ts';
import { store, useStore } from '../data/store.ts';
import { tell } from '../data/toasts.ts';
import type { Circuit, PlannedMaintenance } from '../data/wire.ts';
import { formatDate } from '../text/format-date.ts';
import { DeedButton } from './deed-button.ts';

const hourMs = 3_600_000;
const lastsMs = 4 * hourMs;
const noWorks: readonly PlannedMaintenance[] = [];
const noCircuits: readonly Circuit[] = [];

/** What Microsoft has announced in Service Health: four hours of work in one region, from now or from in an hour. */
export function MaintenanceTools(): VNode {
  const works = useStore((state) => state.world?.plannedMaintenance ?? noWorks);
  const circuits = useStore((state) => state.world?.circuits ?? noCircuits);
  const regions = [...new Set(circuits.flatMap(({ location }) => location ?? []))].toSorted();
  const [chosen, setChosen] = useState('');
  const region = chosen || regions[0] || '';
  const announce = (inMs: number) => {
    const from = Math.round(worldNow(store.get())) + inMs;
    const title = `ExpressRoute maintenance in ${region}`;
    void tell(() =>
      moveWorld('azure/planned-maintenance', { title, from, until: from + lastsMs, regions: [region] }),
    );
  };
  return html`<section class="world-section" aria-labelledby="maintenance-title">
    <h3 id="maintenance-title">Planned maintenance</h3>
    <div class="tool-row">
      <select class="field field-small region" aria-label="Region" data-testid="maintenance-region" value=${region}
        onChange=${({ target }: Event) => target instanceof HTMLSelectElement && setChosen(target.value)}>
        ${regions.map((name) => html`<option key=${name} value=${name}>${name}</option>`)}
      </select>
      <span class="tool-buttons">
        <button type="button" class="button button-tool" data-testid="announce-now" onClick=${() => announce(0)}>4 h from now</button>
        <button type="button" class="button button-tool" data-testid="announce-later" onClick=${() => announce(hourMs)}>4 h in 1 h</button>
      </span>
    </div>
    <ul class="plain-list">${works.map((work) => html`<${Row} key=${work.trackingId} work=${work} />`)}</ul>
  </section>`;
}

function Row({ work }: { work: PlannedMaintenance }): VNode {
  const { trackingId, title, from, until } = work;
  const now = worldNow(store.get());
  const state = now < from ? 'announced' : now < until ? 'under way' : 'over';
  const time = (at: number) => formatDate(at, '{date_short_pretty} {time}', { now });
  return html`<li class="tool-row" data-testid=${`planned-${trackingId}`}>
    <span class="tool-name">${title} <span class="quiet">${trackingId} · ${time(from)} to ${time(until)}</span></span>
    <span class="state" data-tone=${state === 'under way' ? 'busy' : 'quiet'}>${state}</span>
    <span class="tool-buttons">
      <${DeedButton} path=${`azure/planned-maintenance/${encodeURIComponent(trackingId)}/withdraw`} body=${{}} testId=${`withdraw-${trackingId}`}>Withdraw<//>
    </span>
  </li>`;
}
