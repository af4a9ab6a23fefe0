import type { Operation } from '../../../domain/operation/operation.ts';
import { type Mrkdwn, md } from '../mrkdwn.ts';
import { deprovisionFirst } from './life-end.ts';

/** A failure whose meaning is known. The first that fits is told. Sources: facts/azure.md 5 and 6. */
export type KnownFailure = {
  readonly code: RegExp;
  readonly message?: RegExp;
  /** Where the same code means this; everywhere when absent. */
  readonly operations?: readonly Operation[];
  /** `noun`: what was done, as `deletion`. */
  readonly say: (about: { readonly name: string; readonly noun: string }) => {
    readonly what: Mrkdwn;
    readonly next: Mrkdwn;
  };
};

const lookAndAskAgain = (name: string) =>
  md`Look at how it is now: \`/circuit show ${name}\`. Then ask again.`;

const ofAzure: readonly KnownFailure[] = [
  {
    code: /^ConflictError$/iu,
    message: /not in Deprovisioned state/iu,
    say: ({ name }) => ({
      what: md`*${name}* was not deleted. ${deprovisionFirst('')}`,
      next: md`If the provider says that it is done, Azure's record of its state is behind by some minutes: ask again then. Refreshing the circuit in the portal hurries it.`,
    }),
  },
  {
    code: /^ConflictError$/iu,
    operations: ['delete', 'deprovision'],
    say: ({ name }) => ({
      what: md`*${name}* was not deleted: Azure says that something still hangs on it.`,
      next: md`\`/circuit delete ${name}\` lists what. A link that was removed a moment ago may still count: then ask again in some minutes.`,
    }),
  },
  {
    code: /^InternalError$/iu,
    operations: ['resize'],
    say: ({ name }) => ({
      what: md`Azure failed within itself while resizing *${name}*. The circuit may be in state Failed now; traffic usually goes on.`,
      next: md`Bandwidth is never lowered, and is raised only where the port has room: ask the provider. Refresh the circuit in the portal, then look at it again.`,
    }),
  },
  {
    code: /^InitiatingCircuitNotProvisioned$/iu,
    say: ({ name }) => ({
      what: md`Azure does not take *${name}* as provisioned, which Global Reach needs.`,
      next: md`Wait until its provider state is Provisioned, then ask again.`,
    }),
  },
  {
    code: /^SubscriptionNotAuthorized$/iu,
    say: ({ name }) => ({
      what: md`The subscription of *${name}* may not use the BGP communities of its route filter: those of Microsoft 365 need Microsoft's approval.`,
      next: md`Ask your Microsoft account team for it, or take these communities out of the route filter.`,
    }),
  },
  {
    code: /^InvalidAuthorizationKey$/iu,
    say: ({ name }) => ({
      what: md`Azure did not take the authorization for *${name}*: it was revoked or redeemed meanwhile.`,
      next: md`Ask for the link again: a fresh authorization is made for it.`,
    }),
  },
  {
    code: /^(?:AuthorizationFailed|LinkedAuthorizationFailed|LinkedAccessCheckFailed)$/iu,
    say: ({ noun }) => ({
      what: md`Trunkline's identity in Azure may not do this ${noun}.`,
      next: md`Whoever runs me gives it the role Network Contributor there, of the gateway's subscription too when it is another one. Then ask again.`,
    }),
  },
  {
    code: /^(?:ResourceNotFound|NotFound|ResourceGroupNotFound)$/iu,
    say: ({ name }) => ({
      what: md`Something that this needs is in Azure no more: *${name}* itself, or what was to be joined to it.`,
      next: lookAndAskAgain(name),
    }),
  },
  {
    code: /^(?:QuotaExceeded|.*LimitExceeded|.*QuotaReached)$/iu,
    say: ({ name, noun }) => ({
      what: md`A limit of the Azure subscription is reached, so the ${noun} of *${name}* was refused.`,
      next: md`Remove what is not needed, or have Microsoft raise the limit.`,
    }),
  },
  {
    code: /^(?:RetryableErrorDueToAnotherOperation|AnotherOperationInProgress)$/iu,
    say: ({ name }) => ({
      what: md`Azure is busy with another change of *${name}*.`,
      next: md`Ask again when that is over.`,
    }),
  },
  {
    code: /^(?:SubscriptionRequestsThrottled|TooManyRequests)$/iu,
    say: () => ({
      what: md`Azure takes no more requests from this subscription for the moment.`,
      next: md`Ask again in some minutes.`,
    }),
  },
  {
    code: /^PreconditionFailed$/iu,
    say: ({ name }) => ({
      what: md`*${name}* was changed by somebody else in the same moment. Nothing of this was written over it.`,
      next: lookAndAskAgain(name),
    }),
  },
];

const ours: readonly KnownFailure[] = [
  {
    code: /^LockedTooLong$/u,
    say: ({ name, noun }) => ({
      what: md`Azure was busy with another change of *${name}* for so long that I gave this ${noun} up.`,
      next: md`Look at the circuit's activity log for what holds it. Ask again when that is over.`,
    }),
  },
  {
    code: /^ChangedTooOften$/u,
    say: ({ name }) => ({
      what: md`*${name}* was changed by somebody else each time when I was about to write.`,
      next: md`Find out who or what changes it, then ask again.`,
    }),
  },
  {
    code: /^NoEffect$/u,
    say: ({ name, noun }) => ({
      what: md`Azure said that the ${noun} of *${name}* is done, and it is not.`,
      next: lookAndAskAgain(name),
    }),
  },
  {
    code: /^NoAnswer$/u,
    say: ({ name, noun }) => ({
      what: md`Azure did not answer the ${noun} of *${name}* for an hour, so I gave it up. It may have been carried out all the same.`,
      next: lookAndAskAgain(name),
    }),
  },
  {
    code: /^NoEnd$/u,
    say: ({ name, noun }) => ({
      what: md`Azure has worked on the ${noun} of *${name}* for a day, so I do not wait for it any more. It may still end.`,
      next: md`Look at the circuit's activity log. If nothing moves there, open a support request with Microsoft.`,
    }),
  },
  {
    code: /^ChangedMeanwhile$/u,
    say: ({ name }) => ({
      what: md`*${name}* has changed since this was approved, so I stopped here.`,
      next: lookAndAskAgain(name),
    }),
  },
  {
    code: /^RefusedMeanwhile$/u,
    say: ({ name }) => ({
      what: md`The rules do not allow the rest for *${name}* any more, so I stopped here.`,
      next: lookAndAskAgain(name),
    }),
  },
  {
    code: /^NotAllowedAnyMore$/u,
    say: () => ({
      what: md`Somebody who asked for this or approved it no longer has the role that it needs, so I stopped here.`,
      next: md`Somebody who has the role asks again.`,
    }),
  },
  {
    code: /^(?:NameTaken|OtherConnection)$/u,
    say: ({ noun }) => ({
      what: md`The name is taken in Azure by something else; this ${noun} would have changed that.`,
      next: md`Choose another name, and ask again.`,
    }),
  },
  {
    code: /^AuthorizationNotFound$/u,
    say: ({ name }) => ({
      what: md`The authorization on *${name}* was gone before it could be redeemed.`,
      next: md`Ask for the link again: a fresh one is made for it.`,
    }),
  },
];

export const knownFailures: readonly KnownFailure[] = [...ofAzure, ...ours];
