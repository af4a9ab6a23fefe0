import type { App } from '@slack/bolt';
import { readOverview } from '../../usecases/overview.ts';
import { homeView } from '../blocks/home.ts';
import type { ChatDeps } from '../chat-deps.ts';

/** App Home is made when it is opened, from the store. */
export function registerHome(app: App, deps: ChatDeps): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const view = homeView(await readOverview(deps), deps.now());
    await client.views.publish({ user_id: event.user, view });
  });
}
