import { describe, expect, test } from 'vitest';
import { firstSightPosts } from '../support/first-sight.ts';
import { channels, directOf, type PersonName } from '../support/person.ts';
import { circuitsShownIn, wordsOf } from '../support/reading.ts';
import { startWorld } from '../support/world.ts';

const { netOps } = channels;

describe('/circuit', () => {
  test.each([
    ['', '`subscribe [filters]` tells this channel of changes'],
    ['help', '`list [filters] [page:n]` all circuits'],
    ['help list', 'needs:attention'],
    ['help lsit', 'Did you mean `/circuit list`?'],
    ['lsit', 'There is no /circuit command lsit.\nDid you mean `/circuit list`?'],
    ['dance', '`/circuit help` lists them all.'],
    [
      'whoami',
      'You are <@U0VERA0001>, user `U0VERA0001` of workspace `T0TRUNK001`; this is channel `C0NETOPS001`.',
    ],
  ])('answers `%s`', async (text, sentence) => {
    await using world = await startWorld();
    expect(wordsOf(await world.person('vera').command(netOps, text))).toContain(sentence);
  });

  test.each<PersonName>(['vera', 'omar', 'ana', 'adam'])(
    'answers %s as everybody of the workspace',
    async (name) => {
      await using world = await startWorld();
      const person = world.person(name);
      expect(wordsOf(await person.command(netOps, 'list'))).toContain('*15 circuits*');
      expect(wordsOf(await person.command(directOf(name), 'show lon-01'))).toContain(
        '*lon-01* · provisioned',
      );
      expect(wordsOf(await person.openHome())).toContain('*15 circuits* watched, 5 wait for you.');
    },
  );
});

describe('a person of another workspace', () => {
  test('is turned away with a sentence, whatever is typed or pressed', async () => {
    await using world = await startWorld({ env: { ALERTS_CHANNEL: netOps } });
    const xenia = world.person('xenia');
    const refusal = 'Trunkline answers people of the workspace that runs it, and you belong to another one.';
    for (const text of ['list', 'show lon-01', 'subscribe', 'whoami']) {
      expect(wordsOf(await xenia.command(netOps, text))).toContain(refusal);
    }
    const [summary] = await world.awaitPosts(netOps, firstSightPosts);
    if (summary) expect(wordsOf(await xenia.press(summary, 'List circuits'))).toContain(refusal);
    expect(wordsOf(await world.person('vera').command(netOps, 'subscriptions'))).toContain('1 subscription*');
  });

  test('gets no App Home', async () => {
    await using world = await startWorld();
    await world.control.post('slack/open-home', { user: world.person('xenia').user });
    await world.person('vera').openHome();
    const home = (await world.control.views(world.person('xenia').user)).map((view) => wordsOf(view)).join();
    expect(home).not.toContain('lon-01');
  });
});

describe('App Home', () => {
  test('shows what waits for the reader, and its buttons answer in modals', async () => {
    await using world = await startWorld();
    const omar = world.person('omar');
    await omar.command(netOps, 'subscribe location:London');
    const home = await omar.openHome();
    expect(circuitsShownIn(home)).toEqual(['ams-01', 'ams-02', 'dal-01', 'fra-02', 'sea-01']);
    expect(wordsOf(home)).toContain('• <#C0NETOPS001>: location:London');
    const card = await omar.pressInView(home, 'Show circuit fra-02');
    expect(wordsOf(card)).toContain('*fra-02* · provisioned, prefixes need validation');
    const list = await omar.pressInView(home, 'List circuits');
    expect(wordsOf(list)).toContain('*15 circuits*, page 1 of 2');
    const second = await omar.pressInView(list, 'Next page');
    expect(wordsOf(second)).toContain('page 2 of 2');
    const filter = await omar.pressInView(home, 'Filter the list of circuits');
    expect(JSON.stringify(await omar.submit(filter, { filter: 'needs:attention' }))).toContain(
      '*5 of 15 circuits*',
    );
  });
});
