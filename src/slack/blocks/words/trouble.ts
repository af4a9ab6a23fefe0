import type { Incident } from '../../../domain/alert/incident.ts';
import { blindWords } from './blindness.ts';
import { connectivityWords } from './trouble-connectivity.ts';
import { prefixDropWords, prefixLimitWords } from './trouble-prefixes.ts';
import { certificateTroubleWords, registryTroubleWords } from './trouble-registry.ts';
import { provisioningTroubleWords, statusTroubleWords } from './trouble-state.ts';
import { validationTroubleWords } from './trouble-validation.ts';
import { vnetLinkTroubleWords } from './trouble-vnet-link.ts';
import type { TroubleWords } from './trouble-words.ts';

/** What is wrong, of which circuit, and where in it. */
export type ToldTrouble = Pick<Incident, 'subject' | 'trouble' | 'circuit' | 'firstBadAt'>;

export function troubleWords(told: ToldTrouble): TroubleWords {
  const { trouble } = told;
  switch (trouble.kind) {
    case 'connectivity':
      return connectivityWords(told, trouble);
    case 'prefix-limit':
      return prefixLimitWords(told, trouble);
    case 'prefix-drop':
      return prefixDropWords(told, trouble);
    case 'provisioning':
      return provisioningTroubleWords(told, trouble);
    case 'status':
      return statusTroubleWords(trouble);
    case 'validation':
      return validationTroubleWords(told, trouble);
    case 'registry':
      return registryTroubleWords(told, trouble);
    case 'certificate':
      return certificateTroubleWords(told, trouble);
    case 'vnet-link':
      return vnetLinkTroubleWords(told, trouble);
    case 'blind':
      return blindWords(told, trouble);
  }
}

/** Whose trouble it is: the circuit's name, or Trunkline's own. */
export function ownerName({ circuit }: Pick<ToldTrouble, 'circuit'>): string {
  return circuit?.name ?? 'Trunkline';
}
