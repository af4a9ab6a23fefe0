import type { Case } from '../../src/domain/validation/case/case.ts';
import { caseCard } from '../../src/domain/validation/case/messages.ts';
import { formMetadata } from '../../src/slack/writes/form.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import type { SharedFile } from '../../src/usecases/validation/files.ts';
import { aCaseOffice, lon01 } from '../usecases/cases/support/a-case-office.ts';
import { aCase, type CaseStage, caseAt } from './a-case.ts';
import { adam, ana, netops, omar } from './a-request.ts';
import { aGrant, anAccess } from './an-access.ts';
import { eventually, present } from './eventually.ts';
import { startSlackBot } from './slack-bot.ts';
import {
  actionPayload,
  asForm,
  asPayload,
  commandFields,
  submissionPayload,
  viewActionPayload,
} from './slack-request.ts';
import type { Call } from './slack-web-api.ts';

export const vera = 'U0VERA0001';
export const caseId = 'CASE-7K2Q9M';

export type CaseBotOptions = {
  /** Absent: there is no case. */
  readonly stage?: CaseStage;
  readonly its?: Partial<Case>;
  /** Slack takes no files. */
  readonly withoutFiles?: true;
};

/** What somebody sees after what they did: a form, the form again, or words. */
export type Seen = {
  readonly kind: 'form' | 'told' | 'closed';
  readonly words: string;
  readonly view?: Fields;
};
type Fields = Readonly<Record<string, unknown>>;

/** The bot with a real desk of cases: Omar operates, Ana approves, Adam may do everything, Vera looks. */
export async function startCaseBot({ stage, its = {}, withoutFiles }: CaseBotOptions = {}) {
  const office = aCaseOffice();
  await office.showCircuit(lon01());
  const kept = stage && { ...caseAt(stage), ...its };
  if (kept) await put(office.store, kept);
  const shared: SharedFile[] = [];
  const bot = await startSlackBot({
    access: anAccess(
      aGrant(),
      aGrant({ role: 'approver', to: [ana] }),
      aGrant({ role: 'admin', to: [adam] }),
    ),
    deps: {
      store: {
        ...office.store,
        posted: async (card) => (card === caseCard(caseId) ? { channelId: netops, ts: '7.7' } : undefined),
      },
      cases: office.start().desk,
      files: {
        fetch: async () => undefined,
        async share(file) {
          if (withoutFiles) throw new SlackFault('Slack did not take the file (missing_scope)');
          shared.push(file);
        },
      },
    },
  });

  /** Sends it and waits for what comes of it: a call of Slack's, or an answer. */
  async function seen(body: string): Promise<Seen> {
    const before = bot.api.calls.length;
    await bot.send(body);
    return eventually(() =>
      present(bot.api.calls.slice(before).map(seenIn).find(isSettled), 'something to be seen'),
    );
  }

  const as = (user: string) => ({ user: { id: user, team_id: 'T0TRUNK001' } });
  return {
    ...bot,
    office,
    shared,
    theCase: office.theCase,
    /** Refusals that are owed to the audit trail. */
    async refusals(): Promise<readonly (string | undefined)[]> {
      const due = await office.store.dueAudit();
      return due.flatMap(({ act, note }) => (act === 'refuse' ? [note] : []));
    },
    press: (user: string, actionId: string, value: unknown = { case: caseId }) =>
      seen(asPayload(actionPayload(bot.api.responseUrl, buttonOf(actionId, value), as(user)))),
    /** Chooses from the menu behind the three dots. */
    choose: (user: string, deed: string) => {
      const action = {
        type: 'overflow',
        action_id: 'case.menu',
        selected_option: { value: `${deed} ${caseId}` },
      };
      return seen(asPayload(actionPayload(bot.api.responseUrl, action, as(user))));
    },
    pressInModal: (user: string, actionId: string, value: unknown = { case: caseId }) =>
      seen(
        asPayload({
          ...viewActionPayload(buttonOf(actionId, value), {
            type: 'modal',
            hash: 'h',
            private_metadata: formMetadata(netops, caseId),
          }),
          ...as(user),
        }),
      ),
    command: (user: string, text: string) =>
      seen(asForm(commandFields(bot.api.responseUrl, text, { user_id: user }))),
    /** Submits a form: the verdict comes with the acknowledgement. */
    async submit(user: string, form: string, values: Fields, metadata = caseId): Promise<Seen> {
      const view = {
        callback_id: form,
        title: { type: 'plain_text', text: 'Form' },
        blocks: Object.keys(values).map((id) => inputOf(id)),
        private_metadata: formMetadata(netops, metadata),
        state: {
          values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }])),
        },
      };
      const answer = await bot.send(asPayload(submissionPayload(view, as(user))));
      return verdictOf(await answer.text());
    },
  };
}

async function put(store: ReturnType<typeof aCaseOffice>['store'], it: Case): Promise<void> {
  for (let revision = aCase().revision; revision <= it.revision; revision++) {
    await store.commit({ putCases: [{ ...it, revision }] });
  }
}

const buttonOf = (actionId: string, value: unknown) => ({
  action_id: actionId,
  value: typeof value === 'string' ? value : JSON.stringify(value),
});

const inputOf = (id: string) => ({
  type: 'input',
  block_id: id,
  label: { type: 'plain_text', text: id },
  element: { type: 'plain_text_input', action_id: id },
});

const waiting = ':hourglass_flowing_sand: One moment.';

function isSettled(seen: Seen | undefined): seen is Seen {
  return seen !== undefined && !seen.words.includes(waiting);
}

function seenIn({ path, body }: Call): Seen | undefined {
  const words = wordsIn(body);
  if (path.startsWith('/response/')) return { kind: 'told', words };
  if (!/\/views\.(?:open|push|update)$/u.test(path)) return undefined;
  const view: Fields = typeof body.view === 'string' ? JSON.parse(body.view) : Object(body.view);
  return { kind: 'submit' in view ? 'form' : 'told', words: wordsIn(view), view };
}

function verdictOf(text: string): Seen {
  const verdict: Fields = text === '' ? {} : JSON.parse(text);
  if (verdict.response_action === 'clear') return { kind: 'closed', words: '' };
  const view = Object(verdict.view);
  return { kind: 'submit' in view || 'errors' in verdict ? 'form' : 'told', words: wordsIn(verdict), view };
}

function wordsIn(body: unknown): string {
  return JSON.stringify(body).replaceAll('\\"', '"').replaceAll('\\n', '\n');
}

export { adam, ana, omar };
