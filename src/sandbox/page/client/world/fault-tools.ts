import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useStore } from '../data/store.ts';
import type { Fault } from '../data/wire.ts';
import { DeedButton } from './deed-button.ts';

const targets = [
  ['azure', 'Azure'],
  ['slack', 'Slack'],
  ['registry', 'Registries'],
] as const;
const noFaults: readonly Fault[] = [];

/** Throttle (429), stop (503) and restore one of the services that the bot depends on. */
export function FaultTools(): VNode {
  const faults = useStore((state) => state.world?.faults ?? noFaults);
  return html`<section class="world-section" aria-labelledby="faults-title">
    <h3 id="faults-title">Services</h3>
    ${targets.map(([target, name]) => {
      const kinds = faults.filter((fault) => fault.target === target).map(({ kind }) => kind);
      return html`<div class="tool-row" key=${target} role="group" aria-label=${name}>
        <span class="tool-name">${name}</span>
        <span class="state" data-tone=${kinds.length > 0 ? 'bad' : 'good'} data-testid=${`fault-state-${target}`}>${stateOf(kinds)}</span>
        <span class="tool-buttons">
          <${DeedButton} path="faults" body=${{ target, kind: 'throttle', retryAfter: 5 }} testId=${`throttle-${target}`} disabled=${kinds.includes('throttle')} title="429, Retry-After 5 s">Throttle<//>
          <${DeedButton} path="faults" body=${{ target, kind: 'error' }} testId=${`stop-${target}`} disabled=${kinds.includes('error')} title="503">Stop<//>
          <${DeedButton} path="faults" body=${{ target, kind: 'clear' }} testId=${`restore-${target}`} disabled=${kinds.length === 0}>Restore<//>
        </span>
      </div>`;
    })}
  </section>`;
}

const words: Readonly<Record<string, string>> = { throttle: 'throttled', error: 'stopped' };

const stateOf = (kinds: readonly string[]): string =>
  kinds.length === 0 ? 'well' : [...new Set(kinds.map((kind) => words[kind] ?? kind))].join(', ');
