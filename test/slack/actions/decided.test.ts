import { describe, expect, test } from 'vitest';
import { answer } from '../../../src/domain/result.ts';
import { actionIds } from '../../../src/slack/action-ids.ts';
import { ana, aRequest } from '../../support/a-request.ts';
import { aGrant, anAccess } from '../../support/an-access.ts';
import { quietChat } from '../../support/quiet-chat.ts';
import { startSlackBot } from '../../support/slack-bot.ts';

const approve = { action_id: actionIds.approve, value: JSON.stringify({ request: 'R-7K2Q9M' }) };
const approved = aRequest({}, [{ kind: 'approve', by: ana }]);

async function start() {
  const desk = { ...quietChat().desk, approve: async () => answer(approved) };
  return startSlackBot({ access: anAccess(aGrant()), deps: { desk } });
}

describe('an approval', () => {
  test('given in a copy that one person sees puts the request as it is now in its place', async () => {
    await using bot = await start();
    const told = await bot.pressed(approve, { container: { type: 'message', is_ephemeral: true } });
    expect(told).toMatchObject({ ephemeral: true, replaces: true });
    expect(told.words).toContain('approved, about to start');
  });

  test('given in a modal shows the request as it is now', async () => {
    await using bot = await start();
    await bot.pressInView(approve, { id: 'V1', type: 'modal', hash: 'h', private_metadata: '' });
    const { body } = await bot.api.called('views.update');
    expect(JSON.stringify(body.view)).toContain('approved, about to start');
  });

  test('given in the channel is told by the message there, and by nothing else', async () => {
    await using bot = await start();
    await bot.press(approve, { container: { type: 'message', is_ephemeral: false } });
    // Pressed after it, and answered: so the first answer would have come before.
    await bot.pressed(approve, { container: { type: 'message', is_ephemeral: true } });
    expect(bot.api.responses()).toHaveLength(1);
  });
});
