import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Caller } from '../../usecases/caller.ts';
import { replyModal } from '../blocks/modals.ts';
import { refusalReply } from '../blocks/refusal.ts';
import type { Reply } from '../blocks/reply.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';
import { troubleReply } from '../trouble.ts';
import { type FormProblems, parseFormMetadata, problemsAnswer, refusedForm } from '../writes/form.ts';
import type { FormValues } from '../writes/values.ts';

/** A small form as it came back. */
export type Answered = {
  readonly values: FormValues;
  readonly metadata: string;
  readonly caller: Caller;
  /** Of this opening of the form: sent twice, it is the same. */
  readonly viewId: string;
  readonly client: WebClient;
};

/** `done`: what follows is seen elsewhere, and all modals close. */
export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'problems'; readonly problems: FormProblems }
  | { readonly kind: 'reply'; readonly title: string; readonly reply: Reply }
  /** The form stays as it was filled in, below what is said. */
  | { readonly kind: 'again'; readonly reply: Reply };

export const done: Verdict = { kind: 'done' };

/** Listens to a form that needs memory and the store alone, so that the verdict comes within Slack's three seconds. */
export function onAnswer(
  app: App,
  viewId: string,
  shared: SharedDeps,
  work: (answered: Answered, deps: ChatDeps) => Promise<Verdict>,
): void {
  app.view(viewId, async ({ ack, view, body, client }) => {
    const { channelId, metadata } = parseFormMetadata(view.private_metadata);
    const caller = { userId: body.user.id, channelId };
    const verdict = await personalDeps(shared, caller.userId)
      .then((deps) =>
        decide({ values: view.state.values, metadata, caller, viewId: view.id, client }, deps, work),
      )
      .catch((error: unknown) => saying('Trunkline', troubleReply(error, shared.log)));
    switch (verdict.kind) {
      case 'done':
        return ack({ response_action: 'clear' });
      case 'problems':
        return ack(problemsAnswer(verdict.problems));
      case 'again':
        return ack({ response_action: 'update', view: refusedForm(view, verdict.reply) });
      case 'reply':
        return ack({ response_action: 'update', view: replyModal(verdict.title, verdict.reply) });
    }
  });
}

async function decide(
  answered: Answered,
  deps: ChatDeps,
  work: (answered: Answered, deps: ChatDeps) => Promise<Verdict>,
): Promise<Verdict> {
  const { refusal } = deps.sight;
  return refusal ? saying('Not possible', refusalReply(refusal)) : work(answered, deps);
}

export function saying(title: string, reply: Reply): Verdict {
  return { kind: 'reply', title, reply };
}
