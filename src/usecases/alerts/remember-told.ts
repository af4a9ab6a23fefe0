import type { Told } from '../../domain/alert/telling/tell-alerts.ts';
import type { Transaction } from '../store.ts';

/** What is told, as a part of the transaction that it belongs to. */
export function rememberTold({ incidents, digests, ...rest }: Told): Transaction {
  return { ...rest, putIncidents: incidents, putDigests: digests };
}
