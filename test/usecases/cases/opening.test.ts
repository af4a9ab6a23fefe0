import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import { aCircuit, aMicrosoftPeering } from '../../support/a-circuit.ts';
import { approvalsChannel, netops, omar } from '../../support/a-request.ts';
import {
  aCaseOffice,
  asOmar,
  asUma,
  bringSessionUp,
  codeOf,
  drive,
  got,
  keepFilesMs,
  lon01,
} from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

type Options = Parameters<typeof aCaseOffice>[0];
const subscription = (channelId: string, createdAt: number) =>
  ({ id: `s-${channelId}`, channelId, ownerId: omar, createdAt, wish: { filter: [], kinds: [] } }) as const;

/** A poll has seen this circuit. */
async function afterPoll(circuit: Circuit = lon01(), options: Options = {}) {
  const office = aCaseOffice(options);
  const process = office.start();
  const see = async (next: Circuit) => {
    await office.showCircuit(next);
    await process.desk.circuitsSeen();
  };
  await see(circuit);
  const cases = () => office.store.cases({ all: true });
  return { ...office, ...process, office, process, see, cases };
}

describe('a case opens by itself', () => {
  it('when a prefix needs a validation, once, in the approvals channel, with its message and its trail', async () => {
    const { see, cases, store } = await afterPoll();
    await see(lon01());
    expect(await cases()).toMatchObject([
      { channelId: approvalsChannel, opened: { why: 'validation-needed' } },
    ]);
    const [opened] = await cases();
    expect(opened?.opened).not.toHaveProperty('by');
    expect((await store.owed()).map(({ notice }) => notice.kind)).toEqual(['case', 'case-entries']);
    expect((await store.dueAudit()).map(({ act }) => act)).toEqual(['case-open']);
  });

  it.each([
    ['everything is accepted', lon01('Configured'), {}],
    ['there is no Microsoft peering', aCircuit(), {}],
    ['nobody wished it', lon01(), { opensByItself: false }],
    ['there is no channel to stand in', lon01(), { approvalsChannel: null }],
  ] as const)('but not where %s', async (_what, circuit, options) => {
    const { cases } = await afterPoll(circuit, options);
    expect(await cases()).toEqual([]);
  });

  it('in the channel that subscribed first, where there is no approvals channel', async () => {
    const office = aCaseOffice({ approvalsChannel: null });
    const process = office.start();
    office.members.add('C0FIRST001');
    await office.store.commit({ putSubscriptions: [subscription(netops, 2), subscription('C0FIRST001', 1)] });
    await office.showCircuit(lon01());
    await process.desk.circuitsSeen();
    expect((await office.theCase()).channelId).toBe('C0FIRST001');
  });

  it('in the next channel, where the bot was removed from the first', async () => {
    const office = aCaseOffice();
    office.members.delete(approvalsChannel);
    await office.store.commit({ putSubscriptions: [subscription(netops, 2)] });
    await office.showCircuit(lon01());
    await office.start().desk.circuitsSeen();
    expect((await office.theCase()).channelId).toBe(netops);
  });

  it('not again when somebody closed it, until something else is advertised', async () => {
    const { see, cases, desk, office } = await afterPoll();
    const { id } = await office.theCase();
    got(await desk.act(asOmar, id, { kind: 'close', reason: 'Validated by the provider' }));
    await see(lon01());
    expect(await cases()).toHaveLength(1);
    await see(aCircuit({ peerings: [aMicrosoftPeering('ValidationNeeded', { peerAsn: 64_511 })] }));
    expect((await cases()).map(({ closed }) => closed?.why)).toEqual(['by-hand', undefined]);
  });

  it('again when it ended by itself and a validation is needed anew', async () => {
    const { see, cases, office } = await afterPoll();
    await bringSessionUp(office);
    await see(lon01('Configured'));
    await see(lon01());
    expect((await cases()).map(({ closed }) => closed?.why)).toEqual(['configured', undefined]);
  });

  it('and is closed when the circuit is gone, or advertises nothing', async () => {
    const gone = await afterPoll();
    await gone.store.commit({ removeCircuits: [lon01().id] });
    await gone.desk.circuitsSeen();
    expect((await gone.office.theCase()).closed?.why).toBe('withdrawn');
    const silent = await afterPoll();
    await silent.see(aCircuit());
    expect((await silent.office.theCase()).closed?.why).toBe('withdrawn');
  });
});

describe('somebody opens a case', () => {
  it('for what Azure has not asked for yet', async () => {
    const { desk, office } = await afterPoll(lon01('Configuring'));
    const opened = got(await desk.open(asOmar, lon01().id));
    expect(opened).toMatchObject({ isNew: true, it: { opened: { why: 'asked', by: omar } } });
    expect(await office.theCase()).toEqual(opened.it);
  });

  it('and finds the one that is open', async () => {
    const { desk, cases } = await afterPoll();
    const both = await Promise.all([desk.open(asOmar, lon01().id), desk.open(asOmar, lon01().id)]);
    expect(both.map((opened) => got(opened).isNew)).toEqual([false, false]);
    expect(await cases()).toHaveLength(1);
  });

  it('and opens one, when two ask at once', async () => {
    const { desk, cases } = await afterPoll(lon01('Configuring'));
    const both = await Promise.all([desk.open(asOmar, lon01().id), desk.open(asOmar, lon01().id)]);
    expect(both.map((opened) => got(opened).isNew)).toEqual([true, false]);
    expect(await cases()).toHaveLength(1);
  });

  it.each([
    ['all is accepted', lon01('Configured'), {}, 'case-all-validated'],
    ['nothing is advertised', aCircuit(), {}, 'case-nothing-to-validate'],
  ] as const)('and is refused where %s', async (_what, circuit, options, code) => {
    const { desk } = await afterPoll(circuit, options);
    expect(codeOf(await desk.open(asOmar, lon01().id))).toBe(code);
  });

  it('and is refused where the bot stands in no channel', async () => {
    const { desk, members } = await afterPoll(lon01('Configuring'));
    members.clear();
    expect(codeOf(await desk.open(asOmar, lon01().id))).toBe('case-channel-missing');
  });

  it('only with the role', async () => {
    const { desk } = await afterPoll(lon01('Configuring'));
    expect(codeOf(await desk.open(asUma, lon01().id))).toBe('role-needed');
  });
});

describe('files of a case', () => {
  const letter = { name: '../../etc/letter.pdf', content: new TextEncoder().encode('%PDF-1.7 Letter') };
  const attach = (made: Awaited<ReturnType<typeof afterPoll>>, caseId: string, slackFileId: string) =>
    made.desk.attach(asOmar, caseId, { slackFileId, kind: 'letter-of-authorization' });

  it('are kept beside the store, under a name that leads nowhere, with their fingerprint', async () => {
    const made = await afterPoll();
    const { id } = await made.office.theCase();
    made.uploads.set('F1', letter);
    const [file] = got(await attach(made, id, 'F1')).files;
    expect(file).toMatchObject({ name: 'letter.pdf', bytes: 15, by: omar });
    expect(file?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(made.kept.get(id)?.get(file?.id ?? '')).toEqual(letter.content);
  });

  it.each([
    ['that Slack has no more', undefined, 'case-file-gone'],
    [
      'with a private key',
      { name: 'key.txt', content: new TextEncoder().encode('-----BEGIN PRIVATE KEY-----') },
      'file-holds-private-key',
    ],
    ['of another kind', { name: 'a.exe', content: new Uint8Array([77, 90]) }, 'file-kind-unknown'],
  ])('%s are not taken, and nothing is kept', async (_what, file, code) => {
    const made = await afterPoll();
    const { id } = await made.office.theCase();
    if (file) made.uploads.set('F1', file);
    expect(codeOf(await attach(made, id, 'F1'))).toBe(code);
    expect(made.kept.size).toBe(0);
  });

  it('are in the package with the text, for those who work on the case', async () => {
    const made = await afterPoll();
    const it = await upTo(made.office, made.process, ({ submission }) => submission !== undefined);
    const pack = got(await made.desk.pack(asOmar, it.id));
    expect(pack.files.map(({ name }) => name)).toEqual(['what-the-registries-say.txt', 'letter.pdf']);
    expect(pack.it.text?.body).toContain('203.0.113.0/24');
  });

  it('are removed some time after the end, also those that were kept and then not taken', async () => {
    const made = await afterPoll();
    const { id } = await made.office.theCase();
    made.uploads.set('F1', letter);
    got(await attach(made, id, 'F1'));
    expect(codeOf(await attach(made, id, 'F1'))).toBe('case-file-twice');
    expect(made.kept.get(id)?.size).toBe(1);
    // As a crash leaves it between the two.
    made.kept.get(id)?.set('stray', letter.content);
    got(await made.desk.act(asOmar, id, { kind: 'close', reason: 'Done' }));
    await drive(made.office, made.process, keepFilesMs - 1);
    expect(made.kept.get(id)?.size).toBe(2);
    await drive(made.office, made.process, 1);
    expect(made.kept.size).toBe(0);
    expect((await made.office.theCase()).closed?.filesRemoved).toBe(true);
    expect(codeOf(await made.desk.pack(asOmar, id))).toBe('ok');
  });
});

describe('the look at the registries', () => {
  it('is kept whole, and shown, once for each time that the step begins', async () => {
    const made = await afterPoll();
    const it = await upTo(made.office, made.process, ({ preflight }) => preflight !== undefined);
    await drive(made.office, made.process, 3_600_000);
    expect(made.world.lookups).toBe(1);
    expect(it.preflight?.verdicts).toMatchObject([
      { verdict: 'manual ticket', reason: 'Leased from Contoso.' },
    ]);
    const text = made.kept.get(it.id)?.get(it.preflight?.fileId ?? '');
    expect(new TextDecoder().decode(text)).toBe('The registries say: leased.');
    got(await made.desk.act(asOmar, it.id, { kind: 'complete', step: 'registries', note: 'Leased' }));
    got(await made.desk.act(asOmar, it.id, { kind: 'send-back', step: 'registries', reason: 'Look again' }));
    await drive(made.office, made.process, 60_000);
    expect(made.world.lookups).toBe(2);
  });

  it('is tried again when it fails, and nobody is reminded meanwhile', async () => {
    const office = aCaseOffice();
    let fails = 3;
    const process = office.start((call) => {
      if (call === 'preflight' && fails-- > 0) throw new Error('All is silent');
    });
    const isBegun = await upTo(office, process, ({ steps }) => steps.registries.state === 'open');
    for (let turn = 0; turn < 8; turn++) {
      await process.run.advance(isBegun.id).catch(() => undefined);
      office.world.now += 15_000;
    }
    expect((await office.theCase()).preflight).toBeDefined();
    expect(office.world.lookups).toBe(1);
  });
});
