import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Circuit } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

/** What Azure Monitor tells of the circuit's sessions: the truth, a lie of planned maintenance, or nothing. */
export function MetricTools({ circuit, path }: { circuit: Circuit; path: string }): VNode {
  const { maintenance = [], metricsGap: gap = false } = circuit;
  return html`<div class="tool-row" role="group" aria-label="Metrics">
    <span class="tool-name">Metrics</span>
    <span class="state" data-tone=${gap || maintenance.length > 0 ? 'bad' : 'good'} data-testid="metric-state">${standing(maintenance, gap)}</span>
    <span class="tool-buttons">
      ${['primary', 'secondary'].map((link) => {
        const on = maintenance.some((one) => one === link);
        return html`<${DeedButton} key=${link} path=${`${path}/maintenance`} body=${{ on: !on, link }} testId=${`maintenance-${link}`}
          title=${on ? `The metric of the ${link} link tells the truth again` : `BgpAvailability of the ${link} link reads 0 % while it is up`}>${on ? 'End' : 'Lie on'} ${link}<//>`;
      })}
      <${DeedButton} path=${`${path}/metrics`} body=${{ gap: !gap }} testId="metrics-gap"
        title=${gap ? 'Points have values again' : 'Points come without a value'}>${gap ? 'End gap' : 'Gap'}<//>
    </span>
  </div>`;
}

function standing(maintenance: readonly string[], gap: boolean): string {
  if (gap) return 'gap';
  return maintenance.length === 0 ? 'true' : `0 % on ${maintenance.join(', ')}`;
}
