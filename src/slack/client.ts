import type { Logger } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import { type CallWatch, sighted } from './sighted.ts';

export type ClientOptions = {
  readonly token: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly calls?: CallWatch;
};

const timeoutMs = 10_000;

/** Slack's own hosts, and the API's origin where it is a stand-in: nowhere else do tokens and answers go. */
export function guardedFetch(apiUrl: string): typeof fetch {
  const home = new URL(apiUrl).origin;
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isSlack = url.protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/u.test(url.hostname);
    if (!isSlack && url.origin !== home) {
      return Promise.reject(new Error('a Slack request to a host that is not Slack was refused'));
    }
    return fetch(input, init);
  };
}

/** For answers to people: a little patience with a busy Slack, then give up. */
export function answerClientOptions({
  apiUrl,
  logger,
  calls,
}: Omit<ClientOptions, 'token'>): WebClientOptions {
  return {
    logger,
    slackApiUrl: apiUrl,
    fetch: calls ? sighted(guardedFetch(apiUrl), apiUrl, calls) : guardedFetch(apiUrl),
    timeout: timeoutMs,
    retryConfig: { retries: 1 },
    allowAbsoluteUrls: false,
  };
}

/**
 * For owed messages: one request a call. The client's own retries would send a message again whose outcome is not
 * known, and its waiting for Retry-After would hold up all channels (facts/slack.md 3.3).
 */
export function createOnceClient({ token, ...options }: ClientOptions): WebClient {
  return new WebClient(token, {
    ...answerClientOptions(options),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}
