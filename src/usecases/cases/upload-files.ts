import type { Case } from '../../domain/validation/case/case.ts';
import type { CaseEvent } from '../../domain/validation/case/event.ts';
import { AzureFault } from '../ports.ts';
import { classify, ticketName } from './create-ticket.ts';
import type { CaseRunDeps } from './run-deps.ts';
import { byHand, type Found } from './submit-ticket.ts';

/**
 * The case's files go into a workspace, which the ticket then names. A workspace is gone after a day, so all of it is
 * done again when it was begun before a crash: each file is there once all the same.
 */
export async function uploadFiles(deps: CaseRunDeps, it: Case): Promise<Found> {
  const problem = await classify(deps);
  if (!problem) return byHand('no-classification', deps.settings.problem);
  const kept = it.files.filter(({ isRemoved }) => !isRemoved);
  if (kept.length === 0) return { events: (_, at) => [creating(at)] };
  const left = await upload(deps, it, kept);
  return {
    events: (_, at) =>
      left === undefined
        ? [creating(at, ticketName(it))]
        : [{ kind: 'files-left-out', at, why: left }, creating(at)],
  };
}

function creating(at: number, workspace?: string): CaseEvent {
  const named = workspace === undefined ? {} : { workspace };
  return { kind: 'submission-moved', at, submission: { phase: 'creating', notBefore: at, ...named } };
}

/** Why Microsoft does not take them; undefined: it has them all. A ticket without files is better than none. */
async function upload(deps: CaseRunDeps, it: Case, files: Case['files']): Promise<string | undefined> {
  const { subscriptionId } = it.circuit;
  const workspace = ticketName(it);
  try {
    await deps.support.openWorkspace(subscriptionId, workspace);
    const names = distinctNames(files.map(({ name }) => name));
    for (const [index, { id }] of files.entries()) {
      const content = await deps.caseFiles.read(it.id, id);
      const name = names[index];
      if (content && name) await deps.support.upload(subscriptionId, workspace, { name, content });
    }
    return undefined;
  } catch (fault) {
    if (fault instanceof AzureFault && fault.kind === 'refused')
      return fault.failure?.message ?? fault.message;
    throw fault;
  }
}

/** Two files of one name would be one file. */
function distinctNames(names: readonly string[]): readonly string[] {
  return names.map((name, index) => (names.indexOf(name) === index ? name : `${index + 1}-${name}`));
}
