import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { DeleteRefusal } from '../../domain/operation/plans/delete.ts';
import type { DeprovisionRefusal } from '../../domain/operation/plans/deprovision.ts';
import { blockerLines } from './blockers.ts';
import { circuitButton } from './circuit-button.ts';
import { lines, type Mrkdwn, md, nothing } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { billedUntilDeleted, deprovisionFirst } from './words/life-end.ts';

/** Why a circuit cannot be deprovisioned or deleted now. Sources: facts/azure.md 4.1 and 6. */
export const lifeEndWords: WordsOf<Exclude<DeprovisionRefusal | DeleteRefusal, CommonRefusal>> = {
  'deprovision-first': ({ on, provider, providerState, blockers }) => ({
    what: lines(
      md`*${on.name}* cannot be deleted now: its provider state is ${providerState}.`,
      deprovisionFirst(provider),
      blockers.length > 0 ? md`These have to go as well before it can be deleted:` : nothing,
      blockerLines(on.name, blockers),
    ),
    next: md`Start deprovisioning; it can end with the deletion.`,
    buttons: [circuitButton('deprovision', on), showButton(on)],
  }),
  'still-deprovisioning': ({ on, provider, providerState }) => ({
    what: lines(
      md`*${on.name}* cannot be deleted yet: its provider state is ${providerState}.`,
      md`${nameOrTheProvider(provider)} is taking it down. ${billedUntilDeleted}`,
    ),
    next: md`Delete it when the state is NotProvisioned: subscribed channels are told.`,
    buttons: [showButton(on)],
  }),
  'provider-state-unknown': ({ on, provider, providerState }) => ({
    what: md`*${on.name}* cannot be deleted now: its provider state is ${providerState || 'not told'}, which Trunkline does not know. Only what is NotProvisioned can be deleted.`,
    next: md`Ask ${provider || 'the provider'} what it means. ${billedUntilDeleted}`,
    buttons: [showButton(on)],
  }),
  'deletion-blocked': ({ on, operation, blockers }) => ({
    what: lines(
      operation === 'delete'
        ? md`*${on.name}* cannot be deleted yet. These have to go first:`
        : md`*${on.name}* cannot be deleted as soon as it is deprovisioned. These have to go first:`,
      blockerLines(on.name, blockers),
    ),
    next:
      operation === 'delete'
        ? md`Then ask for the deletion again. ${billedUntilDeleted}`
        : md`Then ask again, or deprovision it without the deletion.`,
    buttons: [showButton(on)],
  }),
  'nothing-to-deprovision': ({ on }) => ({
    what: md`*${on.name}* is on ExpressRoute Direct: no provider provisioned it, so none can deprovision it.`,
    next: md`Delete it when it is not needed any more. ${billedUntilDeleted}`,
    buttons: [circuitButton('delete', on), showButton(on)],
  }),
  'already-deprovisioned': ({ on }) => ({
    what: md`*${on.name}* is NotProvisioned: there is nothing left for the provider to take down. ${billedUntilDeleted}`,
    next: md`Delete it, or have it enabled again.`,
    buttons: [circuitButton('delete', on), circuitButton('reenable', on), showButton(on)],
  }),
  'already-deprovisioning': ({ on, provider, providerState }) => ({
    what: md`*${on.name}* is on its way: its provider state is ${providerState}, so ${provider || 'the provider'} is taking it down already.`,
    next: md`Delete it when the state is NotProvisioned: subscribed channels are told. ${billedUntilDeleted}`,
    buttons: [circuitButton('handover', on), showButton(on)],
  }),
  'deprovision-state-unknown': ({ on, provider, providerState }) => ({
    what: md`The provider state of *${on.name}* is ${providerState || 'not told'}, which Trunkline does not know: I would not know when it is deprovisioned.`,
    next: md`Ask ${provider || 'the provider'} what it means and to deprovision it: the hand-over text says how.`,
    buttons: [circuitButton('handover', on), showButton(on)],
  }),
};

function nameOrTheProvider(provider: string): Mrkdwn {
  return provider ? md`${provider}` : md`The provider`;
}
