import { type Case, isOpen } from '../../../../src/domain/validation/case/case.ts';
import { currentStep } from '../../../../src/domain/validation/case/current-step.ts';
import { doneByPeople, isReviewed } from '../../../../src/domain/validation/case/steps.ts';
import {
  asAdam,
  asAna,
  asOmar,
  bringSessionUp,
  type CaseOffice,
  type CaseProcess,
  got,
  lon01,
} from './a-case-office.ts';

const letter = { name: 'letter.pdf', content: new TextEncoder().encode('%PDF-1.7 Letter of Authorization') };
const portalNumber = '2603020030009999';

/** What people, Microsoft and Azure do with a case as it stands, once. True: somebody did something. */
export async function actOnce(office: CaseOffice, process: CaseProcess, it: Case): Promise<boolean> {
  const { desk } = process;
  const step = currentStep(it) ?? 'configured';
  const record = it.steps[step];
  if (!isOpen(it) || it.submission?.phase === 'checking') return false;
  if (it.submission?.phase === 'by-hand') {
    office.support.openInPortal('portal-ticket', portalNumber);
    got(await desk.act(asOmar, it.id, { kind: 'enter-number', number: portalNumber }));
    return true;
  }
  if (isReviewed(step) && record.state === 'review') {
    const who = record.approvals.length === 0 ? asAna : asAdam;
    if (it.submission) return false;
    got(await desk.act(who, it.id, { kind: 'approve', step, round: record.round }));
    return true;
  }
  if (step === 'evidence' && !it.files.some(({ by }) => by)) {
    office.uploads.set('F1', letter);
    got(await desk.attach(asOmar, it.id, { slackFileId: 'F1', kind: 'letter-of-authorization' }));
    return true;
  }
  const todo = doneByPeople.find((one) => one === step);
  if (todo) {
    if (todo === 'registries' && !it.preflight) return false;
    got(await desk.act(asOmar, it.id, { kind: 'complete', step: todo, note: 'The space is leased.' }));
    return true;
  }
  return step === 'answers' && talk(office, process, it);
}

/** Microsoft asks, Omar replies, Microsoft accepts. */
async function talk(office: CaseOffice, { desk }: CaseProcess, it: Case): Promise<boolean> {
  const { ticket } = it;
  if (!ticket?.name) return false;
  const { name, messages } = ticket;
  if (!office.support.said.some(({ direction }) => direction === 'inbound')) {
    office.support.answer(name, 'microsoft-1', 'Which contract?');
    return true;
  }
  if (messages.some(({ from }) => from === 'microsoft') && !messages.some(({ from }) => from === 'us')) {
    got(await desk.act(asOmar, it.id, { kind: 'reply', text: 'EX-2291.' }));
    return true;
  }
  if (!messages.some(({ delivery }) => delivery === 'sent')) return false;
  if (
    office.azure.cloud.circuits.get(lon01().id)?.peerings[0]?.ipv4?.publicPrefixes?.state === 'Configured'
  ) {
    return false;
  }
  if (office.support.tickets.has(name) && ticket.status !== 'Closed') {
    office.support.close(name);
    return false;
  }
  await office.showCircuit(lon01('Configured'));
  await bringSessionUp(office);
  return true;
}

/** So far that a step waits: everybody does what is theirs until then. */
export async function upTo(
  office: CaseOffice,
  process: CaseProcess,
  isThere: (it: Case) => boolean,
): Promise<Case> {
  await office.showCircuit(lon01());
  await process.desk.circuitsSeen();
  for (let turn = 0; turn < 100; turn++) {
    const it = await office.theCase();
    if (isThere(it)) return it;
    const { due } = await process.run.look();
    if (due.length > 0) await process.run.advance(it.id);
    else if (!(await actOnce(office, process, it))) office.world.now += 10_000;
  }
  throw new Error('It never gets there.');
}
