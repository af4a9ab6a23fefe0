import type { ModalView } from '@slack/types';
import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import type { Intent } from '../../src/domain/operation/intent.ts';
import { refuse } from '../../src/domain/result.ts';
import type { AzureWriter } from '../../src/usecases/ports.ts';
import { aKnownCircuit, subscription1 } from './a-circuit.ts';
import { someOffers } from './a-create-intent.ts';
import { aGrant, anAccess } from './an-access.ts';
import { serviceKey } from './beginning-deps.ts';
import { eventually, present } from './eventually.ts';
import { quietChat } from './quiet-chat.ts';
import { startSlackBot } from './slack-bot.ts';

export const vera = { user_id: 'U0VERA0001' };
export const asVera = { user: { id: 'U0VERA0001', team_id: 'T0TRUNK001' } };

export type BeginningOptions = {
  readonly known?: KnownCircuit;
  readonly writer?: Partial<AzureWriter>;
  readonly subscriptionIds?: readonly string[];
};

/** The bot with an operator, a circuit and an Azure that has a catalogue; what is proposed to the desk is kept. */
export async function startBeginning(options: BeginningOptions = {}) {
  const { known = aKnownCircuit(), subscriptionIds = [subscription1] } = options;
  const quiet = quietChat();
  const proposed: Intent[] = [];
  const bot = await startSlackBot({
    access: anAccess(aGrant()),
    deps: {
      subscriptionIds,
      writer: {
        ...quiet.writer,
        readServiceKey: async () => serviceKey,
        offers: async () => someOffers,
        resourceGroups: async () => [
          { name: 'rg-net', region: 'uksouth' },
          { name: 'rg-lab', region: 'westeurope' },
        ],
        ...options.writer,
      },
      desk: {
        ...quiet.desk,
        async propose(_caller, intent) {
          proposed.push(intent);
          return refuse({ code: 'proposal-gone' });
        },
      },
    },
  });
  await bot.store.commit({ putCircuits: [known] });
  return {
    ...bot,
    proposed,
    /** The form that an open modal was filled with, once it is no longer the waiting one. */
    form: (which = -1): Promise<ModalView> =>
      eventually(() => {
        const shown = [...bot.api.of('views.open'), ...bot.api.of('views.update')].map(
          ({ body }) => body.view as ModalView,
        );
        const forms = shown.filter((view) => !JSON.stringify(view).includes('One moment.'));
        return present(forms.at(which), 'a form');
      }),
  };
}

/** Where the service key went: the paths that it was sent to. */
export function pathsWithKey({
  api,
}: {
  readonly api: { readonly calls: readonly { path: string; body: unknown }[] };
}) {
  return api.calls.filter(({ body }) => JSON.stringify(body).includes(serviceKey)).map(({ path }) => path);
}
