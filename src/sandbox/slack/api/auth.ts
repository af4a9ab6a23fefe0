import { z } from 'zod';
import { app, team } from '../world/app-identity.ts';
import { defineMethod, text } from './method.ts';
import { ok, refuse } from './reply.ts';

export const authTest = defineMethod(null, z.object({}), () =>
  ok({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: app.botName,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  }),
);

/** The app was not granted `team:read`: it answers `missing_scope`, as the real one would. */
export const teamInfo = defineMethod('team:read', z.object({}), () =>
  ok({ team: { id: team.id, name: team.name, domain: team.domain } }),
);

export const botsInfo = defineMethod('users:read', z.object({ bot: text.optional() }), (_world, { bot }) =>
  bot === undefined || bot === app.botId
    ? ok({
        bot: {
          id: app.botId,
          deleted: false,
          name: app.botName,
          app_id: app.appId,
          user_id: app.botUserId,
          icons: {},
        },
      })
    : refuse('bot_not_found'),
);
