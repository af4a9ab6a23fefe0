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
  const { workspace, why } = await upload(deps, it, kept);
  return {
    events: (_, at) => [
      ...(why === undefined ? [] : [{ kind: 'files-left-out', at, why } as const]),
      creating(at, workspace),
    ],
  };
}

/** One for each time that it was approved: what was taken out since is in none that a ticket names. */
function workspaceName(it: Case): string {
  return `${ticketName(it)}-${it.steps.submission.round}`;
}

function creating(at: number, workspace?: string): CaseEvent {
  const named = workspace === undefined ? {} : { workspace };
  return { kind: 'submission-moved', at, submission: { phase: 'creating', notBefore: at, ...named } };
}

/** `why`: what Microsoft does not have, and the reason; undefined: it has them all. */
type Uploaded = { readonly workspace?: string; readonly why?: string };

/** A ticket without files is better than none. */
async function upload(deps: CaseRunDeps, it: Case, files: Case['files']): Promise<Uploaded> {
  const { subscriptionId } = it.circuit;
  const workspace = workspaceName(it);
  try {
    await deps.support.openWorkspace(subscriptionId, workspace);
    const gone: string[] = [];
    for (const { id, name } of withDistinctNames(files)) {
      const content = await deps.caseFiles.read(it.id, id);
      if (content) await deps.support.upload(subscriptionId, workspace, { name, content });
      else gone.push(name);
    }
    return {
      workspace,
      ...(gone.length === 0 ? {} : { why: `not to be found any more: ${gone.join(', ')}` }),
    };
  } catch (fault) {
    if (fault instanceof AzureFault && fault.kind === 'refused')
      return { why: fault.failure?.message ?? fault.message };
    throw fault;
  }
}

/** Two files of one name would be one file, whatever the casing. */
function withDistinctNames(files: Case['files']): Case['files'] {
  const taken = new Set<string>();
  return files.map((file) => {
    let name = file.name;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${count}-${file.name}`;
    taken.add(name.toLowerCase());
    return { ...file, name };
  });
}
