import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { replyModal } from '../../../src/slack/blocks/modals.ts';
import { fillWaiting } from '../../../src/slack/writes/fill-waiting.ts';
import { startWebApi } from '../../support/slack-web-api.ts';

const view = replyModal('Review', { text: '', blocks: [] });

async function filling(error: string): Promise<void> {
  const api = await startWebApi({ 'views.update': { body: { ok: false, error } } });
  const client = new WebClient('xoxb-1', { slackApiUrl: api.apiUrl, retryConfig: { retries: 0 } });
  await fillWaiting({ client, viewId: 'V0OPENED001' }, view).finally(() => api.close());
}

test('a modal that was closed before its answer came is no trouble', async () => {
  await expect(filling('not_found')).resolves.toBeUndefined();
});

test('an answer that Slack does not take is trouble', async () => {
  await expect(filling('view_too_large')).rejects.toThrow('view_too_large');
});
