import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { SlackApp, SlackProbe } from '../probes.ts';

/** Whether Slack takes the token, and whether the app was given what its manifest asks for. */
export function checkSlackApp(probe: SlackProbe, required: readonly string[]): Check {
  return {
    name: 'Slack app',
    look: async () => {
      const app = await probe.whoAmI();
      return app.kind === 'refused' ? [refusedToken(app.code)] : [token(app), scopes(app.scopes, required)];
    },
  };
}

function refusedToken(code: string): Finding {
  return {
    name: 'Slack token',
    level: 'fail',
    found: `Slack does not take the bot token (${code}).`,
    mend: 'Put the Bot User OAuth Token (xoxb-) of the app’s page, OAuth & Permissions, into SLACK_BOT_TOKEN and restart the bot.',
  };
}

function token({ bot, team }: Extract<SlackApp, { kind: 'known' }>): Finding {
  return { name: 'Slack token', level: 'ok', found: `Slack knows me as ${bot} in ${team}.` };
}

function scopes(granted: readonly string[] | undefined, required: readonly string[]): Finding {
  const name = 'Slack scopes';
  if (granted === undefined) {
    return {
      name,
      level: 'warn',
      found: 'Slack did not tell which scopes the app has.',
      mend: 'Compare the app’s page, OAuth & Permissions, with manifest.yml.',
    };
  }
  const missing = required.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    return {
      name,
      level: 'fail',
      found: `The app lacks ${missing.join(', ')}.`,
      mend: 'Paste manifest.yml into the app’s page, App Manifest, save it, and reinstall the app to the workspace.',
    };
  }
  const surplus = granted.filter((scope) => !required.includes(scope));
  const more = surplus.length > 0 ? ` It has more than it needs: ${surplus.join(', ')}.` : '';
  return { name, level: 'ok', found: `All ${required.length} that manifest.yml asks for.${more}` };
}
