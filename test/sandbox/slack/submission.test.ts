import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modal, plain, useModals, user } from './modal.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const { answerSubmissions, opened, submit, views } = useModals(() => world);

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

  test('closes nothing but its own modal', async () => {
    const view_id = await opened();
    world.bot.on(async ({ payload }) => {
      await world.api('views.open', {
        trigger_id: payload.trigger_id,
        view: modal({ title: plain('Other') }),
      });
      return {};
    });
    await submit(view_id);
    expect(await views()).toMatchObject([{ title: plain('Other') }]);
  });

  test('with an invalid view in the answer is told', async () => {
    answerSubmissions({ response_action: 'update', view: modal({ title: undefined }) });
    expect(await submit(await opened())).toMatchObject({ ok: false, error: 'invalid_view' });
  });

  test('that is not answered in time leaves the modal open', async () => {
    const view_id = await opened();
    await world.post('faults', { target: 'slack', kind: 'hang', match: 'view_submission', times: 1 });
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
