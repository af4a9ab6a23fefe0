import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nextButton, useModals, user } from './modal.ts';
import { type Json, type SlackTestWorld, startSlackWorld } from './slack-world.ts';

let world: SlackTestWorld;
beforeEach(async () => {
  world = await startSlackWorld();
});
afterEach(() => world.close());

const { views } = useModals(() => world);

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
    const view = { type: 'home', blocks: [nextButton] };
    const home = (await world.api('views.publish', { user_id: user, view })).json.view as Json;
    expect(await views()).toMatchObject([{ type: 'home', id: home.id }]);
    const stale = await world.api('views.publish', { user_id: user, view, hash: 'old' });
    expect(stale.json).toMatchObject({ error: 'hash_conflict' });
  });

  test('has buttons that name the view', async () => {
    const view = { type: 'home', blocks: [nextButton] };
    const home = (await world.api('views.publish', { user_id: user, view })).json.view as Json;
    await world.post('slack/action', { user, view_id: home.id, action_id: 'next' });
    const { payload } = world.bot.last();
    expect(payload).toMatchObject({ container: { type: 'view', view_id: home.id }, view: { type: 'home' } });
    expect(payload).not.toHaveProperty('response_url');
  });
});
