import { describe, expect, test } from 'vitest';
import { commands } from '../../src/slack/commands/help.ts';
import { aKnownCircuit } from '../support/a-circuit.ts';
import { startSlackBot } from '../support/slack-bot.ts';
import { asForm, commandFields } from '../support/slack-request.ts';

async function startWithTwo() {
  const bot = await startSlackBot();
  const same = aKnownCircuit({ name: 'edge-01', resourceGroup: 'rg-b' });
  await bot.store.commit({
    putCircuits: [aKnownCircuit({ tags: { 'R&D': '<yes>' } }), aKnownCircuit({ name: 'edge-01' }), same],
  });
  return bot;
}

describe('/circuit', () => {
  test.each([
    ['', 'What /circuit can do'],
    ['   ', 'What /circuit can do'],
    ['HELP', 'What /circuit can do'],
    ['\u0000help\u202e', 'What /circuit can do'],
    ['“help”', 'What /circuit can do'],
    ['lsit', 'Did you mean `/circuit list`?'],
    ['shwo lon-01', 'Did you mean `/circuit show`?'],
    ['subscribtions', 'Did you mean `/circuit subscriptions`?'],
    ['reboot', 'There is no /circuit command reboot.\n`/circuit help` lists them all.'],
    ['list:all', 'There is no /circuit command list:all.'],
    ['***', 'There is no such /circuit command.'],
    ['<!channel>', 'There is no /circuit command &lt;!channel&gt;.'],
    ['constructor', 'There is no /circuit command constructor.'],
    ['"open', 'A quote was opened and not closed.'],
    ['x'.repeat(1_001), 'That is 1001 characters long; at most 1000 are read.'],
    ['help', '`subscribe [filters]` tells this channel of changes'],
    ['help nothing', 'There is no /circuit command nothing.'],
    ['help lits', 'Did you mean `/circuit list`?'],
    ['list', '*3 circuits*'],
    ['list page:1', '*3 circuits*'],
    ['list page:9', '*3 circuits*'],
    ['list page:0', '0 is not a page.\nPages are whole numbers from 1: `/circuit list page:2`.'],
    ['list page:', 'That is not a page.'],
    ['list page:-1', '-1 is not a page.'],
    ['list page:1.5', '1.5 is not a page.'],
    ['list page:9999999', '9999999 is not a page.'],
    ['list page:two', 'two is not a page.'],
    ['list PAGE:1 Location:LONDON', '*3 of 3 circuits* fit location:LONDON'],
    ['list provider:“Equinix”', '*3 of 3 circuits* fit provider:Equinix'],
    ['list provider:"equi nix"', '*No circuit fits* provider:"equi nix".'],
    ['list colour:red', 'There is no filter colour:.\nFilters: state:, provider:'],
    ['list stat:Provisioned', 'Did you mean `state:`?'],
    ['list provider:', 'provider: says nothing to look for.'],
    ['list needs:coffee', 'needs: cannot be coffee.\nIt can be attention.'],
    ['list tag:R&amp;D=&lt;yes&gt;', '*1 of 3 circuits* fits'],
    [`list ${'a '.repeat(450)}`, 'Written out, that filter is'],
    ['list ***', '*No circuit fits* circuit:.'],
    ['show', 'Which circuit?'],
    ['show ""', 'Which circuit?'],
    ['show lon-01', '*lon-01* · ready, no routing yet'],
    ['show LON', '*lon-01* · ready, no routing yet'],
    ['show edge-01', '*edge-01* can be 2 circuits. Which one?'],
    ['show rg-b/edge-01', '*edge-01* · ready, no routing yet'],
    ['show edge-1', 'Did you mean *edge-01*?'],
    ['show nothing-like-it', 'No circuit is called nothing-like-it, and none has that in its name.'],
    ['show ***', 'No circuit is called that, and none has that in its name.'],
    ['show &lt;!channel&gt;', 'No circuit is called &lt;!channel&gt;'],
    ['subscribe kind:bandwith', 'Did you mean `kind:bandwidth`?'],
    ['subscribe kind:', 'There is no kind of change called that.'],
    ['subscribe state:Provisioned', 'state: cannot be subscribed: it comes and goes'],
    ['subscribe location:Atlantis', 'No circuit fits this at the moment.'],
    ['unsubscribe', '<#C0NETOPS001> has no subscriptions.'],
    ['subscriptions', '*<#C0NETOPS001> has no subscriptions.*'],
    ['whoami', 'user `U0OMAR0001` of workspace `T0TRUNK001`; this is channel `C0NETOPS001`.'],
  ])('%j is answered: %s', async (text, words) => {
    await using bot = await startWithTwo();
    expect((await bot.ask(text)).words).toContain(words);
  });

  test.each(commands.map(({ name, summary }) => [name, summary.replaceAll('`', '')]))(
    'help %s tells: %s',
    async (name, summary) => {
      await using bot = await startWithTwo();
      const { words } = await bot.ask(`help ${name}`);
      expect(words).toContain(`\`/circuit ${name}`);
      expect(words).toContain(summary);
    },
  );

  test.each(commands.flatMap(({ examples }) => examples.map((example) => [example])))(
    'the example `%s` of the help is understood',
    async (example) => {
      await using bot = await startWithTwo();
      expect((await bot.ask(example)).words).not.toMatch(/There is no|cannot be|A quote|says nothing/u);
    },
  );

  test('without a text at all asks for help', async () => {
    await using bot = await startSlackBot();
    const { text: _, ...withoutText } = commandFields(bot.api.responseUrl, '');
    await bot.send(asForm(withoutText));
    expect(JSON.stringify(await bot.api.responded(1))).toContain('What /circuit can do');
  });
});
