import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modal, plain, useModals, user } from './modal.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const { open, opened, trigger, triggerInside, views } = useModals(() => world);

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
