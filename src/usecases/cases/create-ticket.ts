import { furthestMs } from '../../domain/approval/turn.ts';
import type { Case } from '../../domain/validation/case/case.ts';
import type { Classification, SupportDesk } from '../validation/support.ts';
import type { CaseRunDeps, SupportSettings } from './run-deps.ts';
import { byHand, type Found } from './submit-ticket.ts';

/** The same for the same case: asked for twice, it is one ticket. */
export function ticketName({ id }: Pick<Case, 'id'>): string {
  return `trunkline-${id.toLowerCase()}`;
}

type ClassifyDeps = {
  readonly support: Pick<SupportDesk, 'classification'>;
  readonly settings: Pick<SupportSettings, 'problem'>;
};

/** Microsoft's lists of services and problems change: they are read each time. */
export function classify({ support, settings }: ClassifyDeps): Promise<Classification | undefined> {
  const words = settings.problem
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return support.classification('ExpressRoute', new RegExp(words.join('\\s+'), 'iu'));
}

/** Asks for the ticket unless it is there: an earlier question may have arrived. */
export async function createTicket(
  deps: CaseRunDeps,
  it: Case,
  workspace: string | undefined,
): Promise<Found> {
  const { support, settings } = deps;
  const { circuit, text } = it;
  const name = ticketName(it);
  const isThere = (await support.ticket(circuit.subscriptionId, name)) !== undefined;
  if (isThere) return numbering(0);
  const classification = await classify(deps);
  const contact = settings.contact();
  if (!classification) return byHand('no-classification', settings.problem);
  if (!contact || !text) return byHand('no-contact');
  const { retryAfterMs } = await support.createTicket(circuit.subscriptionId, {
    name,
    title: text.title,
    description: text.body,
    severity: settings.severity,
    classification,
    contact,
    about: circuit,
    ...(workspace === undefined ? {} : { workspace }),
  });
  return numbering(retryAfterMs);
}

function numbering(waitMs: number): Found {
  return {
    events: (_, at) => {
      const notBefore = at + Math.min(waitMs, furthestMs);
      return [{ kind: 'submission-moved', at, submission: { phase: 'numbering', notBefore, since: at } }];
    },
  };
}
