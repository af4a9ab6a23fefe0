import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Environment, parseConfig, sandboxedHalves } from '../src/config.ts';

const guid = '5e1b7c40-2f8a-4d6e-9b13-0a7c4f21e001';
const real = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', AZURE_SUBSCRIPTION_IDS: guid };

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  const parsed = parseConfig(env);
  return parsed.ok ? [] : parsed.problems;
}

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');
  const named = [...text.matchAll(/^# ([A-Z][A-Z_]+)=(.*)$/gmu)];

  it('names every variable of config.ts and no other', () => {
    expect(named.map(([, name]) => name).sort()).toEqual(Object.keys(Environment.shape).sort());
  });

  it('shows the defaults that config.ts has', () => {
    const defaults = Environment.parse({});
    for (const [, name = '', shown = ''] of named) {
      const value = defaults[name as keyof Environment];
      expect(shown, name).toBe(value === undefined ? '' : String(value));
    }
  });

  it('has a comment above each group of variables', () => {
    for (const block of text.split('\n\n').filter((part) => /^# [A-Z_]+=/mu.test(part))) {
      expect(block).toMatch(/^# [A-Za-z].*[a-z]/u);
    }
  });
});

describe('the configuration', () => {
  it('is usable with a token, a way in and a subscription', () => {
    expect(parseConfig(real)).toMatchObject({
      ok: true,
      value: { POLL_SECONDS: 60, AZURE_SUBSCRIPTION_IDS: [guid] },
    });
  });

  it('takes several subscriptions in any casing, once each', () => {
    const other = 'a94d02f6-71c3-4b58-8e2f-6d0b95c3a002';
    const parsed = parseConfig({
      ...real,
      AZURE_SUBSCRIPTION_IDS: `${guid.toUpperCase()}, ${other} ${guid}`,
    });
    expect(parsed).toMatchObject({ ok: true, value: { AZURE_SUBSCRIPTION_IDS: [guid, other] } });
  });

  it('tells everything that is wrong at once, and how to mend it', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'hunter2',
      AZURE_SUBSCRIPTION_IDS: 'production',
      PORT: '99999',
      POLL_MOVING_SECONDS: '7',
      AZURE_CLOUD: 'mars',
      ALERTS_CHANNEL: '#network-ops',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'AZURE_SUBSCRIPTION_IDS',
      'PORT',
      'POLL_MOVING_SECONDS',
      'AZURE_CLOUD',
      'ALERTS_CHANNEL',
    ]) {
      expect(
        problems.some((problem) => problem.startsWith(name)),
        name,
      ).toBe(true);
    }
  });

  it('repeats no secret in what it complains about', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'hunter2', AZURE_STATIC_TOKEN: 'hunter3' }).join()).not.toMatch(
      /hunter/u,
    );
  });

  it.each([
    ['SLACK_API_URL', 'https://slack.example.com/api/'],
    ['SLACK_API_URL', 'http://slack.com/api/'],
    ['SLACK_API_URL', 'https://slack.com.example.net/api/'],
    ['AZURE_ARM_URL', 'https://management.azure.com.example.net'],
    ['AZURE_ARM_URL', 'http://10.0.0.1/azure'],
  ])('refuses to send tokens to %s %s', (name, url) => {
    expect(problemsOf({ ...real, [name]: url })).toHaveLength(1);
  });

  it.each([
    ['SLACK_API_URL', 'http://127.0.0.1:4400/slack/api/'],
    ['SLACK_API_URL', 'https://slack-gov.com/api/'],
    ['AZURE_ARM_URL', 'http://localhost:4400/azure'],
    ['AZURE_ARM_URL', 'https://management.usgovcloudapi.net'],
  ])('takes %s %s', (name, url) => {
    expect(problemsOf({ ...real, [name]: url })).toEqual([]);
  });

  it('refuses a fixed Azure token for the real Azure', () => {
    expect(problemsOf({ ...real, AZURE_STATIC_TOKEN: 'x' })).toHaveLength(1);
  });

  it('refuses a calm pace that is faster than the one for circuits in transition', () => {
    expect(problemsOf({ ...real, POLL_SECONDS: '10' })).toHaveLength(1);
    expect(problemsOf({ ...real, POLL_SECONDS: '10', POLL_MOVING_SECONDS: '10' })).toEqual([]);
  });

  it('takes an empty variable as not set', () => {
    expect(problemsOf({ ...real, PORT: '', SLACK_SIGNING_SECRET: '' })).toEqual([]);
  });

  it('sandboxes the halves that are not real', () => {
    expect(sandboxedHalves({})).toEqual({ slack: true, azure: true });
    expect(sandboxedHalves({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual({ slack: false, azure: true });
    expect(sandboxedHalves(real)).toEqual({ slack: false, azure: false });
  });

  it.each(['https://hc.example.com/ping/1', 'http://127.0.0.1:8000/', 'http://localhost/ping'])(
    'takes the heartbeat URL %s',
    (url) => {
      expect(problemsOf({ ...real, HEARTBEAT_URL: url })).toEqual([]);
    },
  );

  it.each(['http://hc.example.com/ping/1', 'ftp://127.0.0.1/', 'hc.example.com'])(
    'refuses the heartbeat URL %s without repeating it',
    (url) => {
      const [problem = ''] = problemsOf({ ...real, HEARTBEAT_URL: url });
      expect(problem).toMatch(/^HEARTBEAT_URL must/u);
      expect(problem).not.toContain(url);
    },
  );
});

describe('the last day of a secret', () => {
  it('is a day, and counts to its end', () => {
    const parsed = parseConfig({ ...real, AZURE_CREDENTIALS_END_ON: '2027-03-01' });
    expect(parsed).toMatchObject({
      ok: true,
      value: { AZURE_CREDENTIALS_END_ON: Date.parse('2027-03-01T23:59:59Z') },
    });
  });

  it.each(['soon', '2027-13-01', '01.03.2027'])('is refused as %s', (day) => {
    expect(problemsOf({ ...real, AZURE_CREDENTIALS_END_ON: day })).toEqual([
      'AZURE_CREDENTIALS_END_ON must be a day like 2027-03-01',
    ]);
  });
});
