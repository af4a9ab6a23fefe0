import { AzureFault } from '../../usecases/ports.ts';
import type { ArmClient } from '../arm-client.ts';
import { parseJson } from '../parse-json.ts';
import { subscriptionSupportUrl } from './support-url.ts';
import { NameWire } from './wire.ts';

/** A name in Microsoft.Support. `below`: in what it must be unique; empty: the subscription. */
export type SupportName = {
  readonly subscriptionId: string;
  readonly below: readonly string[];
  readonly type: 'supportTickets' | 'communications';
  readonly name: string;
};

/**
 * Whether a PUT was refused because there is one of this name already. No source tells how Azure words that refusal, so
 * Azure is asked about the name.
 */
export async function isNameTaken(arm: ArmClient, fault: unknown, name: SupportName): Promise<boolean> {
  if (!(fault instanceof AzureFault) || !['refused', 'changed'].includes(fault.kind)) return false;
  const url = subscriptionSupportUrl(name.subscriptionId, [...name.below, 'checkNameAvailability']);
  const body = { name: name.name, type: `Microsoft.Support/${name.type}` };
  try {
    const { nameAvailable, reason, message } = NameWire.parse(parseJson(await arm.postJson(url, body)));
    // A name that could never be one is not available either.
    return !nameAvailable && !/invalid/iu.test(`${reason} ${message}`);
  } catch {
    // The refusal tells more than that the question about it failed.
    return false;
  }
}
