import type { Listing } from '../../../domain/circuit/survey.ts';
import { AzureFault } from '../../ports.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { mendAzure } from '../mend-azure.ts';

/** Whether the circuits of a subscription can be listed: without it Trunkline sees nothing there. */
export function checkCircuits(listing: () => Promise<Listing>, subscriptionId: string): Check {
  const name = `Azure circuits of ${subscriptionId}`;
  return {
    name,
    look: async () => {
      try {
        const { circuits, unreadable } = await listing();
        return [seen(name, circuits.length, unreadable.length)];
      } catch (fault) {
        if (!(fault instanceof AzureFault)) throw fault;
        return [
          {
            name,
            level: 'fail',
            found: fault.message,
            mend: mendAzure(fault, { role: 'Reader', subscriptionId }),
          },
        ];
      }
    },
  };
}

function seen(name: string, count: number, unreadable: number): Finding {
  if (unreadable > 0) {
    return {
      name,
      level: 'warn',
      found: `${count} circuits are read; ${unreadable} cannot be understood.`,
      mend: 'Report it: Azure says something of these circuits that Trunkline does not know.',
    };
  }
  return { name, level: 'ok', found: count === 1 ? '1 circuit is read.' : `${count} circuits are read.` };
}
