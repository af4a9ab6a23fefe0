import { AzureFault } from '../../../../src/usecases/ports.ts';
import type {
  Communication,
  OutgoingMessage,
  SupportDesk,
  SupportTicket,
  TicketAsk,
} from '../../../../src/usecases/validation/support.ts';

export type SupportCall = keyof SupportDesk;

type Made = { readonly ask: TicketAsk; readonly at: number; status: string };
type Spoken = Communication & { readonly ticket: string };

/**
 * Microsoft.Support as far as tickets go. A ticket is to be seen some time after it was asked for, and has its number
 * later still. It outlives the processes that use it; `hook` sees each call before and after it acted, and may throw.
 */
export function fakeSupport(now: () => number) {
  const workspaces = new Map<string, Map<string, string>>();
  const tickets = new Map<string, Made>();
  /** Opened in the portal; Azure may show them to us. */
  const portal = new Map<string, SupportTicket>();
  const said: Spoken[] = [];
  /** How often Microsoft made something of this name. */
  const made: string[] = [];
  const calls: SupportCall[] = [];
  const scripted: { readonly call: SupportCall; readonly fault: AzureFault; readonly acted: boolean }[] = [];
  const settings = { appearsAfterMs: 20_000, numberedAfterMs: 40_000, hasClassification: true };
  /** Of a call: asked again it is the same. */
  const refusals = new Map<SupportCall, AzureFault>();

  function scriptedFault(call: SupportCall, acted: boolean): void {
    const index = scripted.findIndex((entry) => entry.call === call && entry.acted === acted);
    const [entry] = index < 0 ? [] : scripted.splice(index, 1);
    if (entry) throw entry.fault;
  }

  function look(name: string): SupportTicket | undefined {
    const one = tickets.get(name);
    if (!one) return portal.get(name);
    const age = now() - one.at;
    if (age < settings.appearsAfterMs) return undefined;
    const isNumbered = age >= settings.numberedAfterMs;
    return { name, status: one.status, ...(isNumbered ? { ticketId: numberOf(name) } : {}) };
  }

  function numberOf(name: string): string {
    return `26030200300012${String([...tickets.keys()].indexOf(name)).padStart(2, '0')}`;
  }

  function take(ticket: string, { name, subject, body, sender }: OutgoingMessage): void {
    if (said.some((one) => one.name === name)) return;
    made.push(name);
    said.push({ ticket, name, direction: 'outbound', sender, subject, body, at: now() });
  }

  function desk(hook: (call: SupportCall, acted: boolean) => void = () => {}): SupportDesk {
    async function call<T>(name: SupportCall, act: () => T): Promise<T> {
      await null;
      hook(name, false);
      calls.push(name);
      const refusal = refusals.get(name);
      if (refusal) throw refusal;
      scriptedFault(name, false);
      const value = act();
      scriptedFault(name, true);
      hook(name, true);
      return value;
    }

    return {
      classification: (service, problem) =>
        call('classification', () => {
          const problemName = 'Proof of ownership for public prefixes';
          const ids = { serviceId: 's-1', serviceName: service, problemId: 'p-1', problemName };
          return settings.hasClassification && problem.test(problemName) ? ids : undefined;
        }),
      openWorkspace: (_, workspace) =>
        call('openWorkspace', () => void workspaces.set(workspace, workspaces.get(workspace) ?? new Map())),
      upload: (_, workspace, { name, content }) =>
        call('upload', () => {
          const there = workspaces.get(workspace);
          if (!there) throw new AzureFault('not-found', `There is no workspace ${workspace}`);
          // Names in Azure are the same in any casing.
          const same = [...there.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
          there.set(same ?? name, new TextDecoder().decode(content));
        }),
      ticket: (_, name) => call('ticket', () => look(name)),
      findTicket: (_, ticketId) =>
        call('findTicket', () => [...portal.values()].find((one) => one.ticketId === ticketId)),
      createTicket: (_, ask) =>
        call('createTicket', () => {
          if (!tickets.has(ask.name)) {
            made.push(ask.name);
            tickets.set(ask.name, { ask, at: now(), status: 'Open' });
          }
          return { retryAfterMs: 10_000 };
        }),
      communications: (_, name) => call('communications', () => said.filter((one) => one.ticket === name)),
      reply: (_, name, message) => call('reply', () => take(name, message)),
    };
  }

  return {
    workspaces,
    tickets,
    made,
    said,
    calls,
    settings,
    desk,
    /** The next call of this name goes wrong, before or after it acted. */
    script: (call: SupportCall, fault: AzureFault, acted = false) =>
      void scripted.push({ call, fault, acted }),
    /** From now on, until it is allowed again. */
    refuse: (call: SupportCall, fault: AzureFault) => void refusals.set(call, fault),
    allow: (call: SupportCall) => void refusals.delete(call),
    answer: (ticket: string, name: string, body: string) =>
      void said.push({
        ticket,
        name,
        direction: 'inbound',
        sender: 'support@microsoft.com',
        subject: 'Re: Proof of ownership',
        body,
        at: now(),
      }),
    close: (name: string) => {
      const one = tickets.get(name);
      if (one) one.status = 'Closed';
    },
    /** Somebody opened one in the portal, and Azure shows it. */
    openInPortal: (name: string, ticketId: string, resourceId?: string) =>
      void portal.set(name, { name, ticketId, status: 'Open', ...(resourceId ? { resourceId } : {}) }),
  };
}
