import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLog, redactSecrets } from '../src/log.ts';

const key = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';

/** Where a secret may stand in a line, and what of it must be gone. */
const secrets: Readonly<Record<string, readonly [line: string, secret: string]>> = {
  'a bot token': ['failed with xoxb-123-456-AbC', 'xoxb-123-456-AbC'],
  'a user token': ['xoxp-1-2-3', 'xoxp-1-2-3'],
  'a rotated token': ['xoxe.xoxb-1-AbC-d', '1-AbC-d'],
  'a refresh token': ['xoxe-1-AbC-d', 'xoxe-1-AbC-d'],
  'an app token': ['xapp-1-A0-2-fff', '1-A0-2-fff'],
  'the response URL of a command': ['POST https://hooks.slack.com/commands/T1/22/AbCd failed', 'AbCd'],
  'the response URL of a button': ['https://hooks.slack.com/actions/T1/22/AbCd', 'AbCd'],
  "the sandbox's response URL": ['http://127.0.0.1:4400/slack/response/AbCd', 'AbCd'],
  'a workflow’s URL': ['https://hooks.slack.com/workflows/T1/22/AbCd', 'AbCd'],
  'a URL signed in its first parameter': ['https://a.blob.core.windows.net/x?sig=AbCd&se=1', 'AbCd'],
  'a URL signed in its last parameter': ['https://a.blob.core.windows.net/x?sv=1&sig=AbCd', 'AbCd'],
  'the URL of a long-running operation': [
    'https://management.azure.com/operations/1?api-version=2024-01-01&t=639&c=MIIHp&s=SaCd&h=HaCd',
    'SaCd',
  ],
  'a URL with a code': ['https://example.com/callback?code=AbCd', 'AbCd'],
  'a socket’s address': ['wss://wss-primary.slack.com/link/?ticket=AbCd&app_id=1', 'AbCd'],
  'a Bearer value': ['authorization: Bearer AbC.d-e_f~g+h/i==', 'AbC.d'],
  'a bearer value in small letters': ['"authorization":"bearer AbCd"', 'AbCd'],
  'a JSON web token': ['got eyJhbGciOi.eyJzdWIi.SflKxw', 'eyJzdWIi'],
  'a service key in JSON': [`{"serviceKey":"${key}"}`, key],
  'a service key in JSON in a line': [JSON.stringify({ body: `{"serviceKey": "${key}"}` }), key],
  'a service key in JSON in JSON in a line': [
    JSON.stringify({ body: JSON.stringify({ inner: `{"serviceKey":"${key}"}` }) }),
    key,
  ],
  'a service key in a sentence': [`The service key ${key} is unknown`, key],
  'a service key that is told': [`Service key is '${key}'.`, key],
  'a service key with an equals sign': [`servicekey=${key}`, key],
  'a short service key': [`"sKey": "${key}"`, key],
  "a provider's service key": [`Azure-SKEY|${key}`, key],
  'an authorization key': [`"authorizationKey":"${key}"`, key],
};

describe('redaction', () => {
  test.each(Object.entries(secrets))('blanks %s', (_name, [line, secret]) => {
    expect(line).toContain(secret);
    expect(redactSecrets(line)).not.toContain(secret);
  });

  test('leaves what is needed to look into a fault', () => {
    for (const line of [
      `/subscriptions/${key}/resourceGroups/rg/providers/Microsoft.Network/expressRouteCircuits/lon-01`,
      'https://management.azure.com/subscriptions/1/providers/x?api-version=2024-01-01&$top=100',
      'https://slack.com/api/chat.postMessage failed: not_in_channel',
      'a circuit with key features; xox is no token',
      `"etag":"W/\\"${key}\\""`,
    ]) {
      expect(redactSecrets(line)).toBe(line);
    }
  });

  test('does nothing more the second time', () => {
    const lines = fc
      .array(fc.oneof(fc.constantFrom(...Object.values(secrets).map(([line]) => line)), fc.string()))
      .map((parts) => parts.join(' '));
    fc.assert(fc.property(lines, (line) => redactSecrets(redactSecrets(line)) === redactSecrets(line)));
  });
});

/** What the log writes of an error. */
function written(error: unknown): string {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  log.error({ err: error, subscriptionId: 's-1' }, 'a poll failed');
  return lines.join('');
}

describe('the log', () => {
  test.each(Object.entries(secrets))(
    'blanks %s in the message, the stack and the causes of an error',
    (_name, [line, secret]) => {
      const deep = new Error(line, { cause: new Error(line, { cause: new TypeError(line) }) });
      expect(written(deep)).not.toContain(secret);
      expect(written(new Error('outside', { cause: line }))).not.toContain(secret);
      expect(written(line)).not.toContain(secret);
    },
  );

  test('tells an error with its causes as one JSON line', () => {
    const error = new Error('Slack did not answer', {
      cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
    });
    const line = written(error);
    expect(line.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(line)).toMatchObject({
      level: 50,
      msg: 'a poll failed',
      subscriptionId: 's-1',
      err: {
        name: 'Error',
        message: 'Slack did not answer',
        cause: { message: 'connect ECONNREFUSED 127.0.0.1:1', code: 'ECONNREFUSED' },
      },
    });
  });

  test('writes nothing of the requests and answers that libraries hang on an error', () => {
    const request = { headers: { authorization: 'Basic AbCd' }, body: 'private' };
    const line = written(Object.assign(new Error('failed'), { request, response: request, config: request }));
    expect(line).not.toMatch(/AbCd|private/u);
  });

  test('ends with causes that go round', () => {
    const error = new Error('round');
    error.cause = error;
    expect(written(error)).toContain('round');
  });

  test('blanks secrets among the facts and in the message', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    log.info({ url: 'https://hooks.slack.com/commands/T1/2/AbCd' }, 'sent with xoxb-1-AbCd');
    log.warn({ nested: { header: 'Bearer AbCd' } }, 'kept');
    expect(lines.join('')).not.toContain('AbCd');
    expect(lines).toHaveLength(2);
  });

  test('keeps quiet below its level', () => {
    const lines: string[] = [];
    createLog('error', { write: (line: string) => void lines.push(line) }).warn({}, 'hush');
    expect(lines).toEqual([]);
  });
});
