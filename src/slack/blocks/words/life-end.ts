import { type Mrkdwn, md } from '../mrkdwn.ts';

/** Docs disagree whether billing stops at deprovisioning (facts/azure.md 4.1): this is the safe one. */
export const billedUntilDeleted: Mrkdwn = md`Microsoft bills it until the circuit itself is deleted.`;

/** Why a circuit that a provider holds cannot be deleted: the same sentence before Azure is asked and after it refused. */
export function deprovisionFirst(provider: string): Mrkdwn {
  return md`${provider || 'The provider'} must deprovision it first. ${billedUntilDeleted}`;
}
