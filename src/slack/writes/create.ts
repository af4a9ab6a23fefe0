import type { ModalView } from '@slack/types';
import { checkPermission } from '../../usecases/access/check-permission.ts';
import { AzureFault } from '../../usecases/ports.ts';
import { createModal } from '../blocks/forms/create.ts';
import type { CreateChoice } from '../blocks/forms/create-inputs.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps } from '../chat-deps.ts';
import { formMetadata } from './form.ts';
import { openWhenRead } from './open-when-read.ts';
import type { Opener } from './opener.ts';

/** Asks for a new circuit. Whether it may be made where it is wanted is decided when that is known. */
export async function startCreate(name: string, opener: Opener, deps: ChatDeps): Promise<Reply | undefined> {
  const leave = await checkPermission(deps, opener.caller, 'create');
  if (!leave.ok) return refusalReply(leave.refusal);
  const [subscriptionId = ''] = deps.subscriptionIds;
  const metadata = formMetadata(opener.caller.channelId, '');
  const chosen = { subscriptionId, resourceGroup: '', provider: '' };
  await openWhenRead(opener, deps, () => createForm(metadata, chosen, deps, name));
  return undefined;
}

/** The form for what is chosen so far, from Azure as it is now. What cannot be read is said in it. */
export async function createForm(
  metadata: string,
  chosen: CreateChoice,
  { writer, subscriptionIds }: ChatDeps,
  name?: string,
): Promise<ModalView> {
  const troubles: string[] = [];
  const orNothing = async <T>(reading: Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await reading;
    } catch (fault) {
      if (!(fault instanceof AzureFault)) throw fault;
      troubles.push(fault.message);
      return [];
    }
  };
  const [resourceGroups, offers] = await Promise.all([
    orNothing(writer.resourceGroups(chosen.subscriptionId)),
    orNothing(writer.offers(chosen.subscriptionId)),
  ]);
  const trouble = troubles[0];
  return createModal({
    metadata,
    subscriptionIds,
    resourceGroups,
    offers,
    chosen,
    ...(name ? { name } : {}),
    ...(trouble ? { trouble } : {}),
  });
}
