import { describe, expect, test } from 'vitest';
import { guardedFetch } from '../../src/slack/client.ts';
import { startWebApi } from '../support/slack-web-api.ts';

const refused = 'a Slack request to a host that is not Slack was refused';

describe('requests to Slack', () => {
  test.each([
    'https://evil.example/commands/1',
    'http://hooks.slack.com/commands/1',
    'https://slack.com.evil.example/',
    'https://evilslack.com/',
    'https://hooks.slack.com@evil.example/',
    'https://evil.example/#.slack.com',
    'https://evil.example/.slack.com',
    'http://169.254.169.254/metadata/identity',
    'http://127.0.0.1:1/',
    'ftp://slack.com/',
    'file:///etc/passwd',
  ])('do not go to %s', async (url) => {
    const guarded = guardedFetch('https://slack.com/api/');
    await expect(guarded(url)).rejects.toThrow(refused);
    await expect(guarded(new URL(url))).rejects.toThrow(refused);
  });

  test('go to the stand-in’s own origin, and to no other port of its host', async () => {
    const standIn = await startWebApi();
    const other = await startWebApi();
    const guarded = guardedFetch(standIn.apiUrl);
    expect((await guarded(`${standIn.origin}/response/1`, { method: 'POST', body: '' })).status).toBe(200);
    expect((await guarded(new Request(`${standIn.origin}/response/2`))).status).toBe(200);
    await expect(guarded(`${other.origin}/response/1`)).rejects.toThrow(refused);
    await expect(guarded(new Request(`${other.origin}/response/1`))).rejects.toThrow(refused);
    expect(other.calls).toEqual([]);
    await Promise.all([standIn.close(), other.close()]);
  });
});
