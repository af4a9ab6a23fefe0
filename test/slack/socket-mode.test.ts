import { afterEach, describe, expect, it } from 'vitest';
import { createSlack, type Slack } from '../../src/slack/create-slack.ts';
import { quietChat } from '../support/quiet-chat.ts';
import { type SocketWorkspace, startSocketWorkspace } from '../support/socket-workspace.ts';

const quiet = { info() {}, warn() {}, error() {} };
let workspace: SocketWorkspace;
let slack: Slack;

async function startBot(): Promise<string | undefined> {
  workspace = await startSocketWorkspace();
  slack = createSlack(
    { token: 'xoxb-1', apiUrl: workspace.apiUrl, inbound: { kind: 'socket', appToken: 'xapp-1' } },
    quiet,
  );
  return slack.start(quietChat());
}

function slashCommand(envelopeId: string, triggerId: string, text: string) {
  return {
    envelope_id: envelopeId,
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: {
      command: '/circuit',
      text,
      team_id: 'T1',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: triggerId,
      response_url: workspace.responseUrl,
    },
  };
}

describe('Socket Mode', () => {
  afterEach(async () => {
    await slack.stop();
    await workspace.close();
  });

  it('needs no inbound address', async () => {
    expect(await startBot()).toBeUndefined();
  });

  it('acknowledges a command and answers it', async () => {
    await startBot();
    await workspace.deliver(slashCommand('e1', 't1', 'help'));
    await workspace.responded(1);
    expect(workspace.responses[0]).toContain('What /circuit can do');
  });

  it('answers a command that Slack delivers twice once, and acknowledges both', async () => {
    await startBot();
    await workspace.deliver(slashCommand('e1', 't1', 'whoami'));
    await workspace.deliver(slashCommand('e2', 't1', 'whoami'));
    await workspace.deliver(slashCommand('e3', 't2', 'help'));
    await workspace.responded(2);
    expect(workspace.responses).toHaveLength(2);
    expect(workspace.responses.join()).toContain('What /circuit can do');
  });
});
