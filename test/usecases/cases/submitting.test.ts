import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../src/domain/approval/policy.ts';
import type { Case } from '../../../src/domain/validation/case/case.ts';
import { currentStep } from '../../../src/domain/validation/case/current-step.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aCircuit, aMicrosoftPeering } from '../../support/a-circuit.ts';
import { ana } from '../../support/a-request.ts';
import { aCaseOffice, asAna, asOmar, drive, got, lon01 } from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const isApproved = ({ submission }: Case) => submission?.phase === 'checking';
const minuteMs = 60_000;
const forbidden = new AzureFault('forbidden', 'No', {
  failure: { code: 'AuthorizationFailed', message: 'No role', details: [] },
});
const refused = new AzureFault('refused', 'No', {
  failure: { code: 'InvalidRequest', message: 'The phone number is missing.', details: [] },
});

function withPrefixes(...advertised: readonly string[]) {
  const publicPrefixes = { advertised, state: 'ValidationNeeded', each: [] } as const;
  const settings = { customerAsn: 64_510, routingRegistry: 'RIPENCC' };
  return aMicrosoftPeering('ValidationNeeded', {
    ipv4: { publicPrefixes: { ...settings, ...publicPrefixes } },
  });
}

/** Approved by Ana and Adam; nothing has been done yet. */
async function anApprovedCase() {
  const office = aCaseOffice();
  const process = office.start();
  const it = await upTo(office, process, isApproved);
  const now = async () => office.theCase();
  return { ...office, ...process, office, process, it, now };
}

describe('an approved ticket', () => {
  it('goes to Microsoft with its text and its files, about the circuit, and is told with its number', async () => {
    const { office, process, support, it, now, entriesOf } = await anApprovedCase();
    await drive(office, process, 2 * minuteMs);
    const [made] = [...support.tickets.values()];
    expect(made?.ask).toMatchObject({
      title: it.text?.title,
      description: it.text?.body,
      severity: 'moderate',
      about: { id: lon01().id },
      contact: { email: 'noc@example.net' },
      classification: { problemName: 'Proof of ownership for public prefixes' },
    });
    expect((await now()).ticket).toMatchObject({ number: '2603020030001200', how: 'api', status: 'Open' });
    expect(await entriesOf()).toContainEqual(
      expect.objectContaining({ kind: 'submitted', number: '2603020030001200' }),
    );
  });

  it('waits while Azure is away, and is asked for once', async () => {
    const { office, process, support, azure, now } = await anApprovedCase();
    azure.script('readCircuit', new AzureFault('unavailable', 'Away', { retryAfterMs: 5 * minuteMs }));
    support.script('createTicket', new AzureFault('throttled', 'Wait', { retryAfterMs: 3 * minuteMs }));
    await drive(office, process, 4 * minuteMs);
    expect((await now()).submission?.phase).toBe('checking');
    await drive(office, process, 2 * minuteMs);
    expect((await now()).submission?.phase).toBe('creating');
    await drive(office, process, 5 * minuteMs);
    expect((await now()).submission?.phase).toBe('submitted');
    expect(support.made).toHaveLength(1);
  });

  it.each([
    ['another prefix is advertised', withPrefixes('203.0.113.0/24', '198.51.100.0/24')],
    ['the prefix is another one', withPrefixes('198.51.100.0/24')],
    ['the AS number is another one', aMicrosoftPeering('ValidationNeeded', { peerAsn: 64_511 })],
  ])('is sent back to its beginning when %s just before', async (_what, peering) => {
    const { office, process, azure, support, now } = await anApprovedCase();
    azure.put(aCircuit({ peerings: [peering] }));
    await drive(office, process, minuteMs);
    expect(currentStep(await now())).toBe('prefixes');
    expect(support.made).toEqual([]);
  });

  it('is not needed when Microsoft accepted the prefixes meanwhile', async () => {
    const { office, process, azure, support, now } = await anApprovedCase();
    azure.put(lon01('Configured'));
    await drive(office, process, minuteMs);
    expect(currentStep(await now())).toBe('configured');
    expect((await now()).steps.submission.state).toBe('skipped');
    expect(support.calls).toEqual([]);
  });

  it('is not needed when a poll saw that first, while Azure could not be asked', async () => {
    const { office, process, azure, support, desk, showCircuit, now } = await anApprovedCase();
    azure.script('readCircuit', new AzureFault('unavailable', 'Away'));
    await drive(office, process, 1_000);
    await showCircuit(lon01('Configured'));
    await desk.circuitsSeen();
    await drive(office, process, 5 * minuteMs);
    expect(currentStep(await now())).toBe('configured');
    expect(support.made).toEqual([]);
  });

  it('is closed when the circuit is gone', async () => {
    const { office, process, azure, now } = await anApprovedCase();
    azure.cloud.circuits.clear();
    await drive(office, process, minuteMs);
    expect((await now()).closed?.why).toBe('withdrawn');
  });

  it('is sent back when an approver lost the role', async () => {
    const { office, process, roles, support, now } = await anApprovedCase();
    roles.set(ana, ['viewer']);
    await drive(office, process, minuteMs);
    expect((await now()).steps['ticket-text']).toMatchObject({
      state: 'open',
      sentBack: { reason: 'one of those who approved it may not approve any more' },
    });
    expect(support.made).toEqual([]);
  });

  it('waits while Slack does not tell who is in a user group', async () => {
    const { office, process, world, now } = await anApprovedCase();
    world.groupsAreReadable = false;
    await drive(office, process, 5 * minuteMs);
    expect((await now()).submission?.phase).toBe('checking');
    world.groupsAreReadable = true;
    await drive(office, process, 2 * minuteMs);
    expect((await now()).ticket?.how).toBe('api');
  });

  it('is sent back when the policy asks for more by then', async () => {
    const { office, process, rules, support, now } = await anApprovedCase();
    rules.policy = { ...defaultPolicy, ticket: { ...defaultPolicy.ticket, approvals: 3 } };
    await drive(office, process, minuteMs);
    expect(currentStep(await now())).toBe('ticket-text');
    expect(support.made).toEqual([]);
  });
});

describe('a person opens the ticket', () => {
  const handedBy = async (prepare: (made: Awaited<ReturnType<typeof anApprovedCase>>) => void) => {
    const made = await anApprovedCase();
    prepare(made);
    await drive(made.office, made.process, 2 * minuteMs);
    return { ...made, submission: (await made.now()).submission };
  };

  it.each([
    [
      'the plan or the role does not allow files',
      'openWorkspace',
      forbidden,
      'not-allowed',
      'AuthorizationFailed',
    ],
    [
      'the plan or the role does not allow tickets',
      'createTicket',
      forbidden,
      'not-allowed',
      'AuthorizationFailed',
    ],
    ['Microsoft refuses it', 'createTicket', refused, 'refused', 'The phone number is missing.'],
  ] as const)('where %s', async (_what, call, fault, why, detail) => {
    const { submission, support } = await handedBy((made) => made.support.refuse(call, fault));
    expect(submission).toMatchObject({ phase: 'by-hand', why, detail });
    expect(support.made).toEqual([]);
  });

  it('where nobody is named whom Microsoft may contact', async () => {
    const { submission, support } = await handedBy(({ world }) => {
      world.contact = undefined;
    });
    expect(submission).toMatchObject({ phase: 'by-hand', why: 'no-contact' });
    expect(support.calls).toEqual([]);
  });

  it('where Microsoft’s list of problems has none that fits', async () => {
    const { submission } = await handedBy(({ support }) => {
      support.settings.hasClassification = false;
    });
    expect(submission).toMatchObject({
      phase: 'by-hand',
      why: 'no-classification',
      detail: 'proof of ownership',
    });
  });

  it('where Microsoft gives it no number within an hour', async () => {
    const { office, process, now } = await handedBy(({ support }) => {
      support.settings.numberedAfterMs = Number.POSITIVE_INFINITY;
    });
    await drive(office, process, 50 * minuteMs);
    expect((await now()).submission?.phase).toBe('numbering');
    await drive(office, process, 15 * minuteMs);
    expect((await now()).submission).toMatchObject({ phase: 'by-hand', why: 'no-number' });
  });

  it('where the ticket never comes to be seen, however often it is asked for', async () => {
    const { office, process, now, support } = await handedBy((made) => {
      made.support.settings.appearsAfterMs = Number.POSITIVE_INFINITY;
    });
    await drive(office, process, 80 * minuteMs);
    expect((await now()).submission).toMatchObject({ phase: 'by-hand', why: 'no-number' });
    expect(support.made).toHaveLength(1);
  });
});

describe('the files', () => {
  it('that Microsoft does not take stay behind, and that is said', async () => {
    const made = await anApprovedCase();
    made.support.refuse('upload', refused);
    await drive(made.office, made.process, 2 * minuteMs);
    const [ticket] = [...made.support.tickets.values()];
    expect(ticket?.ask).not.toHaveProperty('workspace');
    expect(await made.entriesOf()).toContainEqual(
      expect.objectContaining({ kind: 'files-left-out', why: 'The phone number is missing.' }),
    );
  });

  it('of one name are as many files', async () => {
    const { office, process, support, store, kept, it } = await anApprovedCase();
    const names = ['a.pdf', 'A.PDF', '2-a.pdf', 'a.pdf'];
    const [file] = it.files.filter(({ by }) => by);
    if (!file) throw new Error('There is no file.');
    const files = names.map((name, index) => ({ ...file, id: `f-${index}`, name }));
    for (const { id } of files) kept.get(it.id)?.set(id, new TextEncoder().encode(id));
    await store.commit({ putCases: [{ ...it, revision: it.revision + 1, files }] });
    await drive(office, process, 2 * minuteMs);
    const [workspace] = [...support.workspaces.values()];
    expect([...(workspace?.values() ?? [])].toSorted()).toEqual(['f-0', 'f-1', 'f-2', 'f-3']);
  });

  it('that are not there any more are named, and the others go', async () => {
    const { office, process, support, kept, it, entriesOf } = await anApprovedCase();
    const [letter] = it.files.filter(({ by }) => by);
    kept.get(it.id)?.delete(letter?.id ?? '');
    await drive(office, process, 2 * minuteMs);
    const [made] = [...support.tickets.values()];
    expect([...(support.workspaces.get(made?.ask.workspace ?? '')?.keys() ?? [])]).toEqual([
      'what-the-registries-say.txt',
    ]);
    expect(await entriesOf()).toContainEqual(
      expect.objectContaining({ kind: 'files-left-out', why: 'not to be found any more: letter.pdf' }),
    );
  });

  it('that were taken out after a first try are not handed over with the second', async () => {
    const { office, process, support, desk, it, now } = await anApprovedCase();
    support.refuse('createTicket', refused);
    await drive(office, process, minuteMs);
    const [letter] = it.files.filter(({ by }) => by);
    got(await desk.act(asOmar, it.id, { kind: 'remove-file', fileId: letter?.id ?? '' }));
    support.allow('createTicket');
    got(await desk.act(asOmar, it.id, { kind: 'complete', step: 'evidence', note: 'Contract EX-2291' }));
    const approve = async (step: 'evidence') => {
      const record = (await now()).steps[step];
      got(await desk.act(asAna, it.id, { kind: 'approve', step, round: record.round }));
    };
    await approve('evidence');
    await upTo(office, process, isApproved);
    await drive(office, process, 2 * minuteMs);
    const [made] = [...support.tickets.values()];
    expect([...(support.workspaces.get(made?.ask.workspace ?? '')?.keys() ?? [])]).toEqual([
      'what-the-registries-say.txt',
    ]);
  });
});

describe('what was found is written down only for what it was found for', () => {
  it('a case that is closed while its files are uploaded makes no ticket', async () => {
    const office = aCaseOffice();
    const first = office.start();
    const it = await upTo(office, first, ({ submission }) => submission?.phase === 'uploading');
    let isClosed = false;
    const process = office.start((call, acted) => {
      if (call !== 'upload' || acted || isClosed) return;
      isClosed = true;
      closing = first.desk.act(asOmar, it.id, { kind: 'close', reason: 'Validated elsewhere' });
    });
    let closing: Promise<unknown> = Promise.resolve();
    await process.run.advance(it.id);
    await closing;
    await drive(office, process, 5 * minuteMs);
    expect(await office.theCase()).toMatchObject({
      closed: { why: 'by-hand' },
      submission: { phase: 'uploading' },
    });
    expect(office.support.made).toEqual([]);
  });
});
