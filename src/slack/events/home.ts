import type { App } from '@slack/bolt';
import { readOverview } from '../../usecases/overview.ts';
import { closedHomeView, homeView } from '../blocks/home.ts';
import type { SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';

/** App Home is made when it is opened, from the store. */
export function registerHome(app: App, shared: SharedDeps): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const deps = await personalDeps(shared, event.user);
    const { refusal } = deps.sight;
    const view = refusal ? closedHomeView(refusal) : homeView(await readOverview(deps), deps.now());
    await client.views.publish({ user_id: event.user, view });
  });
}
