import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../src/domain/approval/policy.ts';
import type { CaseAct } from '../../../src/usecases/cases/case-desk.ts';
import { circuitIdOf } from '../../support/a-circuit.ts';
import { ana, netops, omar } from '../../support/a-request.ts';
import {
  aCaseOffice,
  asAdam,
  asAna,
  asOmar,
  asUma,
  codeOf,
  got,
  lon01,
  uma,
} from './support/a-case-office.ts';
import { upTo } from './support/people.ts';

const people = { omar: asOmar, ana: asAna, adam: asAdam, uma: asUma };
type Name = keyof typeof people;
type Row = readonly [string, CaseAct, readonly Name[]];

/** What each may do at all; the case's own rules come after. */
const acts: readonly Row[] = [
  ['complete a step', { kind: 'complete', step: 'prefixes', note: '' }, ['omar', 'adam']],
  ['write the text', { kind: 'write-text', title: 'T', body: 'B' }, ['omar', 'adam']],
  ['approve a step', { kind: 'approve', step: 'prefixes', round: 1 }, ['ana', 'adam']],
  ['approve a submission', { kind: 'approve', step: 'submission', round: 1 }, ['ana', 'adam']],
  ['send back', { kind: 'send-back', step: 'prefixes', reason: 'No' }, ['omar', 'ana', 'adam']],
  ['give a step to somebody', { kind: 'assign', to: omar }, ['omar', 'ana', 'adam']],
  ['comment', { kind: 'comment', text: 'Hello' }, ['omar', 'ana', 'adam']],
  ['take a file out', { kind: 'remove-file', fileId: 'f' }, ['omar', 'adam']],
  ['enter a number', { kind: 'enter-number', number: '2603020030001234' }, ['omar', 'adam']],
  ['reply', { kind: 'reply', text: 'Yes' }, ['omar', 'adam']],
  ['record an answer', { kind: 'record-answer', text: 'No', isClosed: false }, ['omar', 'adam']],
  ['close', { kind: 'close', reason: 'Done' }, ['omar', 'adam']],
];

async function anOpenCase() {
  const office = aCaseOffice();
  const process = office.start();
  const it = await upTo(office, process, () => true);
  return { ...office, ...process, office, process, id: it.id };
}

async function refusalsIn({ store }: Awaited<ReturnType<typeof anOpenCase>>) {
  return (await store.dueAudit()).flatMap(({ act, by, caseId, note, channelId }) =>
    act === 'refuse' ? [{ by, caseId, note, channelId }] : [],
  );
}

describe.each(acts)('to %s', (_what, act, allowed) => {
  it.each(Object.entries(people))('%s is asked for the role', async (name, caller) => {
    const made = await anOpenCase();
    const code = codeOf(await made.desk.act(caller, made.id, act));
    const isAllowed = allowed.some((one) => one === name);
    if (isAllowed) expect(code).not.toBe('role-needed');
    else expect(code).toBe('role-needed');
    const tried = {
      by: caller.userId,
      caseId: made.id,
      note: `case ${act.kind}: role-needed`,
      channelId: caller.channelId,
    };
    if (!isAllowed) expect(await refusalsIn(made)).toEqual([tried]);
  });
});

describe('the role that the policy names', () => {
  it('is asked for by the step: a submission that is for admins is not approved by an approver', async () => {
    const made = await anOpenCase();
    const { rules, desk, office, process } = made;
    rules.policy = { ...defaultPolicy, ticket: { ...defaultPolicy.ticket, from: 'admin' } };
    const it = await upTo(office, process, ({ steps }) => steps.submission.state === 'review');
    const approve = { kind: 'approve', step: 'submission', round: it.steps.submission.round } as const;
    expect(await desk.act(asAna, it.id, approve)).toMatchObject({
      refusal: { code: 'role-needed' },
    });
    expect(codeOf(await desk.act(asAdam, it.id, approve))).toBe('ok');
  });

  it('is had by nobody while user groups cannot be read', async () => {
    const { world, desk, id } = await anOpenCase();
    world.groupsAreReadable = false;
    expect(codeOf(await desk.act(asOmar, id, { kind: 'comment', text: 'Hello' }))).toBe('groups-unreadable');
  });
});

describe('the audit trail', () => {
  it('has what the case’s own rules refused, but no slip of the pen', async () => {
    const made = await anOpenCase();
    const { desk, id } = made;
    got(await desk.act(asAdam, id, { kind: 'complete', step: 'prefixes', note: '' }));
    await desk.act(asAdam, id, { kind: 'approve', step: 'prefixes', round: 1 });
    await desk.act(asOmar, id, { kind: 'comment', text: ' ' });
    await desk.act(asOmar, id, { kind: 'close', reason: '' });
    expect((await refusalsIn(made)).map(({ note }) => note)).toEqual(['case approve: case-own-work']);
  });

  it('has who was not let in to open, to attach or to take the package', async () => {
    const made = await anOpenCase();
    const { desk, id } = made;
    await desk.open(asUma, lon01().id);
    await desk.attach(asAna, id, { slackFileId: 'F1', kind: 'contract' });
    await desk.pack(asUma, id);
    expect(await refusalsIn(made)).toMatchObject([
      { by: uma, note: 'case open: role-needed', channelId: netops, caseId: undefined },
      { by: ana, note: 'case add-file: role-needed', caseId: id },
      { by: uma, note: 'case package: role-needed', caseId: id },
    ]);
  });

  it('has who did what, with each step, approval, comment and file', async () => {
    const made = await anOpenCase();
    await upTo(made.office, made.process, ({ submission }) => submission !== undefined);
    const acts = (await made.store.dueAudit()).map(({ act, by }) => [act, by]);
    expect(acts).toEqual([
      ['case-open', undefined],
      ['case-step', omar],
      ['case-approve', ana],
      ['case-step', ana],
      ['case-file', undefined],
      ['case-step', omar],
      ['case-file', omar],
      ['case-step', omar],
      ['case-approve', ana],
      ['case-step', ana],
      ['case-text', undefined],
      ['case-step', omar],
      ['case-approve', ana],
      ['case-step', ana],
      ['case-step', undefined],
      ['case-approve', ana],
      ['case-approve', asAdam.userId],
    ]);
  });
});

describe('two at the same time', () => {
  it('both are heard: nothing that one said is lost by what the other did', async () => {
    const { desk, id, office, entriesOf } = await anOpenCase();
    const said = await Promise.all([
      desk.act(asOmar, id, { kind: 'complete', step: 'prefixes', note: '' }),
      desk.act(asAna, id, { kind: 'comment', text: 'One' }),
      desk.act(asAdam, id, { kind: 'comment', text: 'Two' }),
      desk.circuitsSeen(),
    ]);
    expect(said.slice(0, 3)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect((await office.theCase()).steps.prefixes.state).toBe('review');
    const kinds = (await entriesOf()).map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['commented', 'commented', 'review-asked', 'step-begun']);
  });

  it('of two approvals of the same person one counts', async () => {
    const { desk, office, process, entriesOf } = await anOpenCase();
    const it = await upTo(office, process, ({ steps }) => steps.submission.state === 'review');
    const approve = { kind: 'approve', step: 'submission', round: it.steps.submission.round } as const;
    const both = await Promise.all([asAna, asAna].map((who) => desk.act(who, it.id, approve)));
    expect(both.map(codeOf).toSorted()).toEqual(['case-approved-already', 'ok']);
    const approvals = (await entriesOf()).filter(
      (entry) => entry.kind === 'approved' && entry.step === 'submission',
    );
    expect(approvals).toHaveLength(1);
  });
});

it('a case that there is not is said to be unknown', async () => {
  const { desk } = await anOpenCase();
  const unknown = 'CASE-NONE00';
  expect(codeOf(await desk.act(asOmar, unknown, { kind: 'comment', text: 'Hi' }))).toBe('case-unknown');
  expect(codeOf(await desk.attach(asOmar, unknown, { slackFileId: 'F', kind: 'other' }))).toBe(
    'case-unknown',
  );
  expect(codeOf(await desk.pack(asOmar, unknown))).toBe('case-unknown');
  expect(codeOf(await desk.open(asOmar, circuitIdOf('none')))).toBe('case-circuit-unknown');
});
