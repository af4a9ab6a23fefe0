import type { Severity } from '../../domain/alert/severity.ts';
import type { Circuit } from '../../domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../domain/circuit/known-circuit.ts';
import { nextStepOf } from '../../domain/circuit/next-step.ts';
import { nameOf } from '../../domain/open-enum.ts';
import { type Mrkdwn, md, nothing, trusted } from './mrkdwn.ts';
import { waitingFor } from './words/next-step.ts';
import { severitySigns } from './words/severity.ts';
import { signOf, standing } from './words/situation.ts';
import { bandwidth } from './words/units.ts';

/** One circuit in two lines: its sign, name, place and size; its states and whom it waits for. `trouble`: of its incidents. */
export function circuitLines(known: KnownCircuit, trouble?: Severity): Mrkdwn {
  const { circuit } = known;
  const { name, resourceGroup, service, sku } = circuit;
  const open = trouble ? md`*open incident* · ` : nothing;
  return md`${trusted(trouble ? severitySigns[trouble] : signOf(known))} *${name}* · ${resourceGroup} · ${placeOf(service)} · ${bandwidth(service.bandwidthMbps)} · ${sku.tier}
${open}${standing(known)} · ${stateNames(circuit)} · _${waitingFor(nextStepOf(known), providerOf(circuit))}_`;
}

export function placeOf(service: Circuit['service']): string {
  return service.kind === 'direct'
    ? `ExpressRoute Direct ${service.port}`
    : [service.provider, service.peeringLocation].filter(Boolean).join(' ') || 'unknown provider';
}

export function providerOf({ service }: Circuit): string {
  return service.kind === 'provider' ? service.provider : '';
}

/** Azure's own words for both states, for those who search for them. */
export function stateNames({ service, status }: Circuit): string {
  const provider =
    service.kind === 'provider' ? `${nameOf(service.providerState) || 'no provider state'} / ` : '';
  return `${provider}${nameOf(status) || 'no status'}`;
}
