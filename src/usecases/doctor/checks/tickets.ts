import { classify } from '../../cases/create-ticket.ts';
import type { SupportSettings } from '../../cases/run-deps.ts';
import { AzureFault } from '../../ports.ts';
import type { SupportDesk } from '../../validation/support.ts';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { mendAzure } from '../mend-azure.ts';

export type TicketDeps = {
  readonly support: Pick<SupportDesk, 'classification'>;
  readonly settings: SupportSettings;
  readonly subscriptionIds: readonly string[];
};

const name = 'Support tickets';

/** Whether a ticket about prefixes could be written. Whether it would be taken shows only when one is opened. */
export function checkTickets({ support, settings, subscriptionIds }: TicketDeps): Check {
  return {
    name,
    look: async () => {
      const contact = settings.contact();
      if (!contact) return [byHand];
      if (settings.severity === 'critical' && !contact.phone) return [noPhone];
      try {
        const found = await classify({ support, settings });
        return [found ? ready(found.problemName) : unclassified(settings.problem)];
      } catch (fault) {
        if (!(fault instanceof AzureFault)) throw fault;
        const need = { role: 'Support Request Contributor', subscriptionId: subscriptionIds[0] ?? '' };
        const found = `Tickets are opened by hand. ${fault.message}`;
        return [{ name, level: 'warn', found, mend: mendAzure(fault, need) }];
      }
    },
  };
}

const byHand: Finding = {
  name,
  level: 'skipped',
  found: 'SUPPORT_CONTACT_FILE is not set: tickets to Microsoft are opened by hand.',
  mend: 'Set it to have me open them; .env.example shows its form.',
};

/** Source: ContactProfile.phoneNumber of Microsoft.Support 2024-04-01. */
const noPhone: Finding = {
  name,
  level: 'warn',
  found: 'Microsoft takes no critical ticket without a telephone number.',
  mend: 'Add "phone" to SUPPORT_CONTACT_FILE, or set SUPPORT_SEVERITY to moderate.',
};

function ready(problem: string): Finding {
  return {
    name,
    level: 'ok',
    found: `They are opened as “${problem}”, if the support plan allows it: that shows only then.`,
  };
}

function unclassified(words: string): Finding {
  return {
    name,
    level: 'warn',
    found: `None of the problems that Microsoft lists for ExpressRoute is called “${words}”: tickets are opened by hand.`,
    mend: 'Set SUPPORT_PROBLEM to words of one that `az support services problem-classifications list` shows.',
  };
}
