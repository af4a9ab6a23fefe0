import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SlackProbe } from '../usecases/doctor/probes.ts';
import { toSlackFault } from './channels.ts';
import { platformCode } from './outcome.ts';

/** Asks Slack who the bot is and what its app was granted. */
export function createSlackProbe(client: WebClient): SlackProbe {
  return {
    async whoAmI() {
      try {
        const { team = 'a workspace', user = 'a bot', response_metadata } = await client.auth.test();
        return { kind: 'known', team, bot: user, scopes: response_metadata?.scopes };
      } catch (error) {
        if (error instanceof WebAPIPlatformError) return { kind: 'refused', code: platformCode(error) };
        throw toSlackFault(error, 'Slack did not tell who I am');
      }
    },
  };
}
