import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BotAnswer, type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld({ answerTimeoutMs: 200 });
});
afterEach(() => world.close());

const user = 'U0OMAR0001';
const plain = (text: string) => ({ type: 'plain_text', text });
const nameInput = {
  type: 'input',
  block_id: 'name',
  label: plain('Name'),
  element: { type: 'plain_text_input', action_id: 'text', max_length: 10 },
};
const next = {
  type: 'actions',
  block_id: 'go',
  elements: [{ type: 'button', action_id: 'next', text: plain('Next') }],
};
const modal = (more: Json = {}): Json => ({
  type: 'modal',
  callback_id: 'create',
  title: plain('Create'),
  submit: plain('Create'),
  blocks: [nameInput, next],
  ...more,
});

async function trigger(): Promise<unknown> {
  await world.post('slack/command', { user, channel: 'C0NETOPS001', command: '/circuit', text: '' });
  return world.bot.last().form.trigger_id;
}
const open = async (view = modal()) =>
  (await world.api('views.open', { trigger_id: await trigger(), view })).json;
const opened = async (view = modal()) => String(((await open(view)).view as Json).id);
const views = async () => (await world.get(`slack/views?user=${user}`)).json.views as Json[];
const submit = async (view_id: string, values: Json = { name: 'lon-01' }) =>
  (await world.post('slack/submit', { user, view_id, values })).json;
const answerSubmissions = (body: BotAnswer['body']) =>
  world.bot.on(({ payload }) => (payload.type === 'view_submission' ? { body } : {}));
async function triggerInside(view_id: string): Promise<unknown> {
  await world.post('slack/action', { user, view_id, action_id: 'next' });
  return world.bot.last().payload.trigger_id;
}

describe('a trigger_id', () => {
  test('opens one view', async () => {
    const trigger_id = await trigger();
    expect((await world.api('views.open', { trigger_id, view: modal() })).json).toMatchObject({
      ok: true,
      view: { type: 'modal', callback_id: 'create', id: expect.stringMatching(/^V/), previous_view_id: null },
    });
    expect((await world.api('views.open', { trigger_id, view: modal() })).json).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  test('ends after three seconds', async () => {
    const trigger_id = await trigger();
    await world.post('clock', { advanceMs: 3_100 });
    expect((await world.api('views.open', { trigger_id, view: modal() })).json).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  test('cannot be made up', async () => {
    expect((await world.api('views.open', { trigger_id: '1.2.3', view: modal() })).json).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  test('is not used up by a view that Slack refuses', async () => {
    const trigger_id = await trigger();
    const wrong = modal({ title: plain('x'.repeat(25)) });
    expect((await world.api('views.open', { trigger_id, view: wrong })).json).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
    expect((await world.api('views.open', { trigger_id, view: modal() })).json).toMatchObject({ ok: true });
  });
});

describe('the stack of modals', () => {
  test('holds three, pushed from inside', async () => {
    const first = await opened();
    const second = (await world.api('views.push', { trigger_id: await triggerInside(first), view: modal() }))
      .json;
    const secondId = String((second.view as Json).id);
    expect(second).toMatchObject({ view: { previous_view_id: first, root_view_id: first } });
    await world.api('views.push', { trigger_id: await triggerInside(secondId), view: modal() });
    expect((await views()).map((one) => one.type)).toEqual(['modal', 'modal', 'modal']);
    const fourth = await world.api('views.push', { trigger_id: await triggerInside(first), view: modal() });
    expect(fourth.json).toMatchObject({ error: 'push_limit_reached' });
  });

  test('takes a push only from a modal', async () => {
    expect(
      (await world.api('views.push', { trigger_id: await trigger(), view: modal() })).json,
    ).toMatchObject({
      error: 'not_found',
    });
  });
});

describe('views.update', () => {
  test('refuses an old hash, and a view that is gone', async () => {
    const { view } = await open();
    const { id: view_id, hash } = view as Json;
    expect((await world.api('views.update', { view_id, hash, view: modal() })).json).toMatchObject({
      ok: true,
    });
    expect((await world.api('views.update', { view_id, hash, view: modal() })).json).toMatchObject({
      error: 'hash_conflict',
    });
    expect((await world.api('views.update', { view_id: 'V0GONE', view: modal() })).json).toMatchObject({
      error: 'not_found',
    });
  });

  test('keeps what the person typed where the ids stay', async () => {
    const view_id = await opened();
    await world.post('slack/action', { user, view_id, action_id: 'text', value: 'lon-01' });
    await world.api('views.update', { view_id, view: modal({ title: plain('Again') }) });
    expect(await views()).toMatchObject([{ state: { values: { name: { text: { value: 'lon-01' } } } } }]);
  });

  test('finds a view by its external_id, which is unique', async () => {
    await open(modal({ external_id: 'e1' }));
    expect(
      (await world.api('views.update', { external_id: 'e1', view: modal({ external_id: 'e1' }) })).json,
    ).toMatchObject({
      ok: true,
    });
    expect(await open(modal({ external_id: 'e1' }))).toMatchObject({ error: 'duplicate_external_id' });
  });
});

describe('a submission', () => {
  test('carries what was filled in, signed', async () => {
    const view_id = await opened();
    expect(await submit(view_id)).toEqual({ ok: true, response_action: 'close' });
    const { signed, payload } = world.bot.last();
    expect(signed).toBe(true);
    expect(payload).toMatchObject({
      type: 'view_submission',
      user: { id: user },
      view: {
        id: view_id,
        state: { values: { name: { text: { type: 'plain_text_input', value: 'lon-01' } } } },
      },
    });
    expect(await views()).toEqual([]);
  });

  test.each<[string, Json]>([
    ['by block and action', { name: { text: 'lon-01' } }],
    ['by block', { name: 'lon-01' }],
    ['by action', { text: 'lon-01' }],
    ["in Slack's own form", { name: { text: { type: 'plain_text_input', value: 'lon-01' } } }],
  ])('takes values %s', async (_how, values) => {
    await submit(await opened(), values);
    expect(world.bot.last().payload).toMatchObject({
      view: { state: { values: { name: { text: { value: 'lon-01' } } } } },
    });
  });

  test('of an empty or too long field does not leave the client', async () => {
    const view_id = await opened();
    const before = world.bot.deliveries.length;
    expect(await submit(view_id, {})).toMatchObject({
      response_action: 'errors',
      errors: { name: 'Please complete this required field.' },
    });
    expect(await submit(view_id, { name: 'longer than ten' })).toMatchObject({ response_action: 'errors' });
    expect(world.bot.deliveries).toHaveLength(before);
  });

  test('shows the errors of the bot and stays open', async () => {
    answerSubmissions({ response_action: 'errors', errors: { name: 'lon-01 exists already.' } });
    expect(await submit(await opened())).toMatchObject({ errors: { name: 'lon-01 exists already.' } });
    expect(await views()).toHaveLength(1);
  });

  test('refuses errors below anything but an input', async () => {
    answerSubmissions({ response_action: 'errors', errors: { go: 'no' } });
    expect(await submit(await opened())).toMatchObject({ ok: false, error: 'invalid_errors' });
  });

  test('updates, pushes or clears as the bot says', async () => {
    answerSubmissions({ response_action: 'update', view: modal({ title: plain('Second') }) });
    const view_id = await opened();
    expect(await submit(view_id)).toMatchObject({
      response_action: 'update',
      view: { title: plain('Second') },
    });
    answerSubmissions({ response_action: 'push', view: modal({ title: plain('Third') }) });
    const pushed = await submit(view_id);
    expect(await views()).toHaveLength(2);
    answerSubmissions({ response_action: 'clear' });
    await submit(String((pushed.view as Json).id));
    expect(await views()).toEqual([]);
  });

  test('with an invalid view in the answer is told', async () => {
    answerSubmissions({ response_action: 'update', view: modal({ title: undefined }) });
    expect(await submit(await opened())).toMatchObject({ ok: false, error: 'invalid_view' });
  });

  test('that is not answered in time leaves the modal open', async () => {
    const view_id = await opened();
    world.bot.on(() => new Promise(() => {}));
    expect(await submit(view_id)).toEqual({ ok: false, error: 'operation_timeout' });
    expect(await views()).toHaveLength(1);
  });
});

describe('a closed modal', () => {
  test('is told to the bot when it asked for that', async () => {
    const quiet = await opened();
    const before = world.bot.deliveries.length;
    await world.post('slack/close-view', { user, view_id: quiet });
    expect(world.bot.deliveries).toHaveLength(before);
    const view_id = await opened(modal({ notify_on_close: true }));
    await world.post('slack/close-view', { user, view_id });
    expect(world.bot.last().payload).toMatchObject({
      type: 'view_closed',
      view: { id: view_id },
      is_cleared: false,
    });
    expect(await views()).toEqual([]);
  });
});

describe('App Home', () => {
  test('is published for a person when opened', async () => {
    await world.post('slack/open-home', { user });
    const { headers, payload } = world.bot.last();
    expect(headers['content-type']).toBe('application/json');
    expect(payload).toMatchObject({
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event: { type: 'app_home_opened', user, tab: 'home', channel: 'D0OMAR0001' },
    });
    const view = { type: 'home', blocks: [next] };
    const home = (await world.api('views.publish', { user_id: user, view })).json.view as Json;
    expect(await views()).toMatchObject([{ type: 'home', id: home.id }]);
    const stale = await world.api('views.publish', { user_id: user, view, hash: 'old' });
    expect(stale.json).toMatchObject({ error: 'hash_conflict' });
  });

  test('has buttons that name the view', async () => {
    const view = { type: 'home', blocks: [next] };
    const home = (await world.api('views.publish', { user_id: user, view })).json.view as Json;
    await world.post('slack/action', { user, view_id: home.id, action_id: 'next' });
    const { payload } = world.bot.last();
    expect(payload).toMatchObject({ container: { type: 'view', view_id: home.id }, view: { type: 'home' } });
    expect(payload).not.toHaveProperty('response_url');
  });
});
