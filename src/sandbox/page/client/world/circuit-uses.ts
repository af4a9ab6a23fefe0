import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useStore } from '../data/store.ts';
import type { Circuit, Connection, FailoverTest } from '../data/wire.ts';
import { ConnectionTools } from './connection-tools.ts';
import { DeedButton } from './deed-button.ts';
import { toneOf } from './tone.ts';

const noConnections: readonly Connection[] = [];
const noTests: readonly FailoverTest[] = [];

/** What hangs on a circuit: networks, Global Reach, a route filter, a failover test. Some of it the owner takes off here. */
export function CircuitUses({ circuit, path }: { circuit: Circuit; path: string }): VNode {
  const isHere = ({ circuitId }: { circuitId: string }) =>
    circuitId.toLowerCase() === circuit.id?.toLowerCase();
  const connections = useStore((state) => state.world?.connections ?? noConnections).filter(isHere);
  const tests = useStore((state) => state.world?.failoverTests ?? noTests).filter(isHere);
  const peerings = circuit.peerings ?? [];
  const reaches = peerings.flatMap(({ globalReach = [] }) => globalReach);
  const filters = peerings.flatMap(({ routeFilter }) => (routeFilter === undefined ? [] : [routeFilter]));
  return html`${connections.map(
    (connection) => html`<${ConnectionTools} key=${connection.name} connection=${connection} />`,
  )}
  ${tests.map(
    ({ link, category, status }) =>
      html`<${Row} key=${link} name="Failover test" about=${`${link} · ${category}`} state=${status} />`,
  )}
  ${reaches.map(
    (name) => html`<${Row} key=${name} name=${name} about="Global Reach">
      <${DeedButton} path=${`${path}/detach-global-reach`} body=${{ name }} testId=${`detach-${name}`}>Remove<//><//>`,
  )}
  ${filters.map(
    (name) => html`<${Row} key=${name} name=${name} about="Route filter">
      <${DeedButton} path=${`${path}/detach-route-filter`} body=${{}} testId="detach-route-filter">Detach<//><//>`,
  )}`;
}

type RowProps = {
  readonly name: string;
  readonly about?: string;
  readonly state?: string;
  readonly children?: VNode;
};

function Row({ name, about, state, children }: RowProps): VNode {
  return html`<div class="tool-row" data-testid=${`use-${name}`}>
    <span class="tool-name">${name} <span class="quiet">${about}</span></span>
    ${state !== undefined && html`<span class="state" data-tone=${toneOf(state)}>${state}</span>`}
    ${children && html`<span class="tool-buttons">${children}</span>`}
  </div>`;
}
