import type { BotAnswer, Json, SlackTestWorld } from './slack-world.ts';

export const user = 'U0OMAR0001';
export const plain = (text: string) => ({ type: 'plain_text', text });
const nameInput = {
  type: 'input',
  block_id: 'name',
  label: plain('Name'),
  element: { type: 'plain_text_input', action_id: 'text', max_length: 10 },
};
export const nextButton = {
  type: 'actions',
  block_id: 'go',
  elements: [{ type: 'button', action_id: 'next', text: plain('Next') }],
};

/** A modal with a name of at most ten characters and a button. */
export const modal = (more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'create',
  title: plain('Create'),
  submit: plain('Create'),
  blocks: [nameInput, nextButton],
  ...more,
});

/** What a person does with modals, and the bot in answer. */
export function useModals(world: () => SlackTestWorld) {
  const trigger = async (): Promise<unknown> => {
    await world().post('slack/command', { user, channel: 'C0NETOPS001', command: '/circuit', text: '' });
    return world().bot.last().form.trigger_id;
  };
  const open = async (view = modal()) =>
    (await world().api('views.open', { trigger_id: await trigger(), view })).json;
  return {
    trigger,
    open,
    opened: async (view = modal()) => String(((await open(view)).view as Json).id),
    views: async () => (await world().get(`slack/views?user=${user}`)).json.views as Json[],
    submit: async (view_id: string, values: Json = { name: 'lon-01' }) =>
      (await world().post('slack/submit', { user, view_id, values })).json,
    answerSubmissions: (body: BotAnswer['body']) =>
      world().bot.on(({ payload }) => (payload.type === 'view_submission' ? { body } : {})),
    triggerInside: async (view_id: string): Promise<unknown> => {
      await world().post('slack/action', { user, view_id, action_id: 'next' });
      return world().bot.last().payload.trigger_id;
    },
  };
}
