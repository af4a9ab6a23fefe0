import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createBoltLogger } from '../../src/slack/bolt-logger.ts';
import { createOnceClient } from '../../src/slack/client.ts';
import { createSlackProbe } from '../../src/slack/probe.ts';
import { botScopes } from '../../src/slack/scopes.ts';
import { SlackFault } from '../../src/usecases/ports.ts';
import { keptLog } from '../support/kept-log.ts';
import { type Answer, startWebApi } from '../support/slack-web-api.ts';

async function asked(answer: Answer) {
  const api = await startWebApi({ 'auth.test': answer });
  const logger = createBoltLogger(keptLog());
  const client = createOnceClient({ token: 'xoxb-1', apiUrl: api.apiUrl, logger });
  return createSlackProbe(client).whoAmI().finally(api.close);
}

const body = { ok: true, team: 'Acme', user: 'trunkline', team_id: 'T1' };

test('Slack tells who the bot is, and in a header what its app was granted', async () => {
  expect(await asked({ body, headers: { 'x-oauth-scopes': 'commands, chat:write,im:write' } })).toEqual({
    kind: 'known',
    team: 'Acme',
    bot: 'trunkline',
    scopes: ['commands', 'chat:write', 'im:write'],
  });
});

test('without that header the scopes are not known', async () => {
  expect(await asked({ body })).toMatchObject({ kind: 'known', scopes: undefined });
});

test('a token that Slack refuses is told with its word', async () => {
  expect(await asked({ body: { ok: false, error: 'token_revoked' } })).toEqual({
    kind: 'refused',
    code: 'token_revoked',
  });
});

test('a Slack that does not answer well is a fault', async () => {
  await expect(asked({ status: 503, body: {} })).rejects.toThrow(SlackFault);
});

test('the scopes that the doctor looks for are those of the manifest', () => {
  expect(parse(readFileSync('manifest.yml', 'utf8')).oauth_config.scopes.bot).toEqual(botScopes);
});
