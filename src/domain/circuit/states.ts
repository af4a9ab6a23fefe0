import { nameOf, type Open, parseOpen } from '../open-enum.ts';

/** serviceProviderProvisioningState: what the connectivity provider has done. Source: API 2026-01-01. */
export const providerStates = [
  'NotProvisioned',
  'Provisioning',
  'Provisioned',
  'Deprovisioning',
  'DeProvisioned',
] as const;
export type ProviderState = Open<(typeof providerStates)[number]>;

/** circuitProvisioningState, "Status" in the portal: the circuit on Microsoft's side. */
export const circuitStatuses = ['Enabled', 'Disabled'] as const;
export type CircuitStatus = Open<(typeof circuitStatuses)[number]>;

/** provisioningState: how the last write to the resource went. */
export const provisioningStates = [
  'Succeeded',
  'Updating',
  'Creating',
  'Deleting',
  'Failed',
  'Canceled',
] as const;
export type ProvisioningState = Open<(typeof provisioningStates)[number]>;

export const parseProviderState = (text: string): ProviderState => parseOpen(providerStates, text);
export const parseCircuitStatus = (text: string): CircuitStatus => parseOpen(circuitStatuses, text);
export const parseProvisioningState = (text: string): ProvisioningState =>
  parseOpen(provisioningStates, text);

/** True while Azure carries out a write; what it says of other fields meanwhile is not to be believed. */
export function isBusy(state: ProvisioningState): boolean {
  return ['Updating', 'Creating', 'Deleting'].includes(nameOf(state));
}
