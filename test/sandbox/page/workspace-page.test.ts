import { expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { omar, vera } from './support/canned-world.ts';
import { describePage } from './support/describe-page.ts';

const netops = 'C0NETOPS001';

await describePage('the workspace page', (openWith) => {
  it('shows what comes from outside as text', async () => {
    const markup = '<img src=x onerror="document.title=1"> &lt;b&gt;bold&lt;/b&gt;';
    const { page } = await openWith((control) => control.post(netops, { text: markup }));
    await page.getByText('<img src=x onerror="document.title=1"> <b>bold</b>').waitFor();
    expect(await page.title()).toContain('network-ops');
  });

  it('runs a typed command and lets its answer be dismissed', async () => {
    const { page, control } = await openWith();
    const composer = page.getByTestId('composer');
    await composer.pressSequentially('/circuit li');
    await page.getByTestId('hint-list').waitFor();
    await composer.press('Tab');
    await composer.press('Enter');
    const answer = page.getByTestId('message').filter({ hasText: 'answer to list' });
    await answer.getByText('Only visible to you').waitFor();
    expect(control.callsTo('slack/command')).toEqual([
      { user: omar.id, channel: netops, command: '/circuit', text: 'list' },
    ]);
    await answer.getByTestId('dismiss').click();
    await answer.waitFor({ state: 'detached' });
    await composer.press('ArrowUp');
    expect(await composer.inputValue()).toBe('/circuit list');
  });

  it('says that a command failed, and keeps the line', async () => {
    const { page } = await openWith();
    await page.getByTestId('composer').fill('/circuit break');
    await page.getByTestId('composer').press('Enter');
    await page.getByTestId('toast').filter({ hasText: 'did not answer' }).waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('/circuit break');
  });

  it('writes into a thread', async () => {
    const { page, control } = await openWith((fake) => fake.post(netops, { text: 'root' }));
    await page.getByTestId('message').hover();
    await page.getByTestId('open-thread').click();
    await page.getByTestId('thread-composer').fill('on it');
    await page.getByTestId('thread-composer').press('Enter');
    await page.getByTestId('thread').getByText('on it').waitFor();
    await page.getByTestId('messages').getByText('1 reply').waitFor();
    expect(control.callsTo('slack/message')[0]).toMatchObject({
      channel: netops,
      text: 'on it',
      thread_ts: expect.any(String),
    });
    await page.getByTestId('thread-composer').press('Escape');
    await page.getByTestId('thread').waitFor({ state: 'detached' });
  });

  it('lets one act as somebody else, who sees other things', async () => {
    const { page } = await openWith((fake) =>
      fake.post(netops, { text: 'for omar', ephemeral: true, to: omar.id }),
    );
    await page.getByText('for omar').waitFor();
    await page.getByTestId('channel-C0PRIVATE01').waitFor();
    await page.getByTestId('person-switch').click();
    await page.getByTestId(`person-${vera.id}`).click();
    await page.getByTestId('channel-C0PRIVATE01').waitFor({ state: 'detached' });
    expect(await page.getByText('for omar').count()).toBe(0);
  });

  it('goes anywhere with Ctrl+K', async () => {
    const { page, control } = await openWith();
    await page.keyboard.press('Control+k');
    await page.getByTestId('listbox-search').fill('gen');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'general' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByTestId('listbox-search').fill('home');
    await page.keyboard.press('Enter');
    await page.getByTestId('home').getByText('Your circuits').waitFor();
    await page.getByTestId('action-refresh').click();
    await eventually(() =>
      expect(control.callsTo('slack/action')[0]).toMatchObject({
        view_id: 'V0HOME0001',
        action_id: 'refresh',
      }),
    );
  });

  it('shows what arrives, marks what is unread, and catches up after a lost connection', async () => {
    const { page, control } = await openWith();
    control.post('C0GENERAL01', { text: 'elsewhere' });
    await page.getByTestId('channel-C0GENERAL01').getByText('1').waitFor();
    control.post(netops, { text: 'here at once' });
    await page.getByText('here at once').waitFor();
    control.cutNews();
    control.post(netops, { text: 'said meanwhile' });
    await page.getByText('said meanwhile').waitFor();
    await page.getByTestId('channel-C0GENERAL01').click();
    await page.getByTestId('messages').getByText('elsewhere').waitFor();
    expect(await page.getByTestId('channel-C0GENERAL01').getByText('1').count()).toBe(0);
  });

  it('leaves the reader where they read, and offers the new message', async () => {
    const { page, control } = await openWith((fake) => {
      for (let line = 0; line < 60; line += 1) fake.post(netops, { text: `line ${line}` });
    });
    const messages = page.getByTestId('messages');
    await page.getByText('line 59').waitFor();
    await messages.evaluate((list) => list.scrollTo(0, 0));
    control.post(netops, { text: 'the newest' });
    await page.getByTestId('new-messages').getByText('1 new message').waitFor();
    expect(await messages.evaluate((list) => list.scrollTop)).toBe(0);
    await page.getByTestId('new-messages').click();
    await page.getByTestId('new-messages').waitFor({ state: 'detached' });
    expect(await page.getByText('the newest').isVisible()).toBe(true);
  });

  it('stays at the end when a thread opens beside it and makes lines wrap', async () => {
    const long = 'a line that is long enough to be wrapped when there is less room for it, '.repeat(3);
    const { page } = await openWith((fake) => {
      for (let line = 0; line < 40; line += 1) fake.post(netops, { text: `${long} ${line}` });
    });
    const messages = page.getByTestId('messages');
    const fromEnd = () => messages.evaluate((list) => list.scrollHeight - list.scrollTop - list.clientHeight);
    await messages.getByText('39', { exact: false }).last().hover();
    await page.getByTestId('open-thread').last().click();
    await page.getByTestId('thread').waitFor();
    await eventually(async () => expect(await fromEnd()).toBeLessThan(2));
    expect(await page.getByText('Newest').count()).toBe(0);
  });

  it('moves the world, and says what went wrong', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('circuit-filter').fill('lon-01');
    await page.getByTestId('world-circuit-lon-01').getByRole('button').first().click();
    await page.getByTestId('provider-Deprovisioning').click();
    await page.getByTestId('link-MicrosoftPeering-primary').click();
    await page.getByTestId('prefix-192.0.2.0/24').selectOption('ValidationNeeded');
    await page.getByTestId('throttle-azure').click();
    await eventually(() =>
      expect(control.callsTo('faults')).toMatchObject([{ target: 'azure', kind: 'throttle' }]),
    );
    expect(control.callsTo('azure/circuits/lon-01/provider')).toMatchObject([{ state: 'Deprovisioning' }]);
    expect(control.callsTo('azure/circuits/lon-01/links')).toMatchObject([
      { peering: 'MicrosoftPeering', link: 'primary', up: false },
    ]);
    expect(control.callsTo('azure/circuits/lon-01/prefixes')).toMatchObject([
      { prefix: '192.0.2.0/24', validationState: 'ValidationNeeded' },
    ]);
    await page.getByTestId('poll-now').click();
    await page.getByTestId('toast').filter({ hasText: 'no bot is connected' }).waitFor();
    await page.getByTestId('clock-600000').click();
    await eventually(() => expect(control.callsTo('clock')).toMatchObject([{ advanceMs: 600_000 }]));
  });

  it('shows what registries have of a prefix, and writes into them', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('circuit-filter').fill('lon-01');
    await page.getByTestId('world-circuit-lon-01').getByRole('button').first().click();
    const registry = page.getByTestId('registry-192.0.2.0/24');
    for (const text of [
      'Held by Contoso Ltd · RIPE',
      'AS64511 · RADB',
      'ROA 192.0.2.0/24, at most /26, AS64496',
    ]) {
      await registry.getByText(text).waitFor();
    }
    await registry.getByRole('button', { name: 'Take away' }).click();
    await registry.getByRole('button', { name: 'Register AS64496 in RIPE' }).click();
    const prefix = '192.0.2.0/24';
    await eventually(() =>
      expect(control.callsTo('registry/routes')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ prefix, origin: 64511, source: 'RADB', present: false }),
          expect.objectContaining({ prefix, origin: 64496, source: 'RIPE' }),
        ]),
      ),
    );
  });

  it('shows what hangs on a circuit and takes it off, and lets Azure see a provider late', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('circuit-filter').fill('lon-01');
    const circuit = page.getByTestId('world-circuit-lon-01');
    await circuit.getByText('Azure lags').waitFor();
    await circuit.getByRole('button').first().click();
    await circuit.getByTestId('use-conn-1').getByText('gw-1').waitFor();
    expect(await circuit.getByTestId('use-conn-2').count()).toBe(0);
    await circuit.getByTestId('use-Failover test').getByText('Primary · BgpDisconnect').waitFor();
    await circuit
      .getByTestId('unseen-provider-state')
      .getByText('The provider says NotProvisioned')
      .waitFor();
    expect(await circuit.getByTestId('provider-NotProvisioned-lagging').isDisabled()).toBe(true);
    await circuit.getByTestId('provider-NotProvisioned').click();
    await circuit.getByTestId('detach-gr-1').click();
    await circuit.getByTestId('detach-route-filter').click();
    const path = 'azure/circuits/lon-01';
    await eventually(() => {
      expect(control.callsTo(`${path}/provider`)).toMatchObject([{ state: 'NotProvisioned' }]);
      expect(control.callsTo(`${path}/detach-global-reach`)).toMatchObject([{ name: 'gr-1' }]);
      expect(control.callsTo(`${path}/detach-route-filter`)).toHaveLength(1);
    });
  });

  it('shows how links stand and moves them, their metrics and connections', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('circuit-filter').fill('lon-01');
    const circuit = page.getByTestId('world-circuit-lon-01');
    await circuit.getByTestId('links-down').getByText('1 link down').waitFor();
    await circuit.getByRole('button').first().click();
    await circuit.getByTestId('link-state-MicrosoftPeering-primary').getByText('47 v4 · 5 v6').waitFor();
    await circuit.getByTestId('link-state-MicrosoftPeering-secondary').getByText('wire cut').waitFor();
    await circuit.getByTestId('metric-state').getByText('0 % on secondary').waitFor();
    expect(await circuit.getByTestId('wire-MicrosoftPeering-secondary').count()).toBe(0);
    await circuit.getByTestId('link-MicrosoftPeering-secondary').click();
    await circuit.getByTestId('link-MicrosoftPeering-primary-ipv6').click();
    await circuit.getByTestId('wire-MicrosoftPeering-primary').click();
    await circuit.getByTestId('maintenance-secondary').click();
    await circuit.getByTestId('maintenance-primary').click();
    await circuit.getByTestId('metrics-gap').click();
    await circuit.getByTestId('connection-conn-1').selectOption('NotConnected');
    await circuit.getByTestId('received-MicrosoftPeering').fill('12');
    await circuit.getByTestId('received-MicrosoftPeering').press('Enter');
    const path = 'azure/circuits/lon-01';
    await eventually(() => {
      expect(control.callsTo(`${path}/received`)).toMatchObject([
        { peering: 'MicrosoftPeering', prefixes: 12 },
      ]);
      expect(control.callsTo(`${path}/links`)).toMatchObject([
        { link: 'secondary', up: true },
        { link: 'primary', up: false, family: 'ipv6' },
        { link: 'primary', up: false, layer: 2 },
      ]);
    });
    expect(control.callsTo(`${path}/maintenance`)).toMatchObject([
      { on: false, link: 'secondary' },
      { on: true, link: 'primary' },
    ]);
    expect(control.callsTo(`${path}/metrics`)).toMatchObject([{ gap: true }]);
    expect(control.callsTo('azure/connections/conn-1/status')).toMatchObject([{ status: 'NotConnected' }]);
  });

  it('announces planned maintenance and takes it back', async () => {
    const { page, control } = await openWith();
    await page.getByTestId('planned-ERPM-1').getByText('under way').waitFor();
    await page.getByTestId('withdraw-ERPM-1').click();
    await page.getByTestId('maintenance-region').selectOption('uksouth');
    await page.getByTestId('announce-later').click();
    await eventually(() => expect(control.callsTo('azure/planned-maintenance')).toHaveLength(1));
    const [asked] = control.callsTo('azure/planned-maintenance');
    expect(asked).toMatchObject({ regions: ['uksouth'] });
    expect(Number(asked?.until) - Number(asked?.from)).toBe(4 * 3_600_000);
    expect(control.callsTo('azure/planned-maintenance/ERPM-1/withdraw')).toHaveLength(1);
  });

  it('counts the replies below a message that was edited', async () => {
    const { page } = await openWith((fake) => {
      fake.post(netops, { ts: '1700000000.000001', text: 'up again', edited: { user: 'U0TRUNKBOT' } });
      for (const text of ['down', 'up']) fake.post(netops, { text, thread_ts: '1700000000.000001' });
    });
    const root = page.getByTestId('messages').getByTestId('message');
    await root.getByText('(edited)').waitFor();
    const edited = await root.getByText('(edited)').boundingBox();
    const link = await root.getByTestId('open-thread').boundingBox();
    expect(link?.y).toBeGreaterThanOrEqual((edited?.y ?? 0) + (edited?.height ?? 0));
    await root.getByText('2 replies').click();
    await page.getByTestId('thread').getByText('2 replies').waitFor();
    expect(await page.getByTestId('thread').getByTestId('message').allInnerTexts()).toHaveLength(3);
    expect(await root.count()).toBe(1);
  });

  it('shows a few of five hundred circuits at a time', async () => {
    const { page } = await openWith();
    await page.getByTestId('more-circuits').waitFor();
    expect(await page.locator('.circuit').count()).toBe(30);
  });
});
