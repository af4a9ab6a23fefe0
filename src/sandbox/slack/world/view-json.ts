import { app, team } from './app-identity.ts';
import type { JsonObject } from './json.ts';
import type { View } from './views.ts';

/** A view as the Web API and interaction payloads show it. */
export function viewJson(view: View): JsonObject {
  const { definition } = view;
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: definition.blocks,
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    external_id: definition.external_id ?? '',
    title: definition.title ?? null,
    submit: definition.submit ?? null,
    close: definition.close ?? null,
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    state: { values: view.values },
    hash: view.hash,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: app.appId,
    bot_id: app.botId,
    app_installed_team_id: team.id,
  };
}
