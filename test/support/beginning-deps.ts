import type { KnownCircuit } from '../../src/domain/circuit/known-circuit.ts';
import { createMemoryStore } from '../../src/store/memory-store.ts';
import { type Store, StoreFault } from '../../src/usecases/store.ts';
import { aGatekeeper } from '../usecases/support/a-gatekeeper.ts';
import { aKnownCircuit, t0 } from './a-circuit.ts';
import { aGrant, anAccess } from './an-access.ts';

/** As Azure issues them. */
export const serviceKey = 'cea82935-6c0e-4b52-a36f-8e1ffc4fb234';

export const omar = { userId: 'U0OMAR0001', channelId: 'C0NETOPS001' };
/** Was granted nothing. */
export const vera = { userId: 'U0VERA0001', channelId: 'C0NETOPS001' };

/** A circuit on record, omar as operator, and an Azure that tells the key. `log` is what happened, in order. */
export async function beginning(known: KnownCircuit = aKnownCircuit()) {
  const log: string[] = [];
  const memory = createMemoryStore();
  await memory.commit({ putCircuits: [known] });
  let full = false;
  let ids = 0;
  const store: Store = {
    ...memory,
    async commit(transaction) {
      if (full) throw new StoreFault('unwritable', 'the disk is full');
      log.push(...(transaction.audit ?? []).map(({ act }) => act));
      await memory.commit(transaction);
    },
  };
  let key: string | undefined | Error = serviceKey;
  return {
    store,
    log,
    known,
    gatekeeper: aGatekeeper(anAccess(aGrant())),
    now: () => t0,
    newId: () => `audit-${++ids}`,
    writer: {
      async readServiceKey() {
        log.push('read the key');
        if (key instanceof Error) throw key;
        return key;
      },
    },
    fillDisk: () => {
      full = true;
    },
    answerKey: (answer: string | undefined | Error) => {
      key = answer;
    },
  };
}
