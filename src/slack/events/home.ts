import type { App } from '@slack/bolt';
import type { HomeView } from '@slack/types';
import { viewOf } from '../../domain/approval/view.ts';
import { readOverview } from '../../usecases/overview.ts';
import { awaitedApprovals } from '../../usecases/requests/awaited-approvals.ts';
import { closedHomeView, homeView } from '../blocks/home.ts';
import type { ChatDeps, SharedDeps } from '../chat-deps.ts';
import { personalDeps } from '../personal.ts';

/** App Home is made when it is opened, from the store. */
export function registerHome(app: App, shared: SharedDeps): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const deps = await personalDeps(shared, event.user);
    const { refusal } = deps.sight;
    const view = refusal ? closedHomeView(refusal) : await homeOf(event.user, deps);
    await client.views.publish({ user_id: event.user, view });
  });
}

async function homeOf(userId: string, deps: ChatDeps): Promise<HomeView> {
  const [overview, requests] = await Promise.all([readOverview(deps), awaitedApprovals(deps, userId)]);
  return homeView(overview, requests.map(viewOf), deps.now());
}
