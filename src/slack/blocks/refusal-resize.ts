import type { CommonRefusal } from '../../domain/operation/plans/common-refusal.ts';
import type { BandwidthRefusal } from '../../domain/operation/plans/offer-refusal.ts';
import type { ResizeRefusal } from '../../domain/operation/plans/resize-refusal.ts';
import type { TargetRef } from '../../domain/operation/plans/target-ref.ts';
import { md, nothing } from './mrkdwn.ts';
import type { WordsOf } from './refusal-words.ts';
import { showButton } from './show-button.ts';
import { bandwidth, counted } from './words/units.ts';

/** What the command and the form of a resize can be wrong in. */
export type ResizeFormRefusal =
  /** It says nothing of bandwidth, SKU or billing. */
  | { readonly code: 'resize-word-unknown'; readonly word: string }
  /** Nothing of it can be changed in place. */
  | { readonly code: 'nothing-to-resize'; readonly on: TargetRef };

type Own = Exclude<ResizeRefusal, CommonRefusal | BandwidthRefusal> | ResizeFormRefusal;

/** Why a circuit cannot be resized. Sources: facts/azure.md 4.4 and 6. */
export const resizeWords: WordsOf<Own> = {
  'bandwidth-down': ({ on, fromMbps, toMbps }) => ({
    what: md`*${on.name}* has ${bandwidth(fromMbps)}, and Azure never lowers a bandwidth: not to ${bandwidth(toMbps)} either.`,
    next: md`For less, create a new circuit, move the traffic, and delete this one: \`/circuit create\`.`,
    buttons: [showButton(on)],
  }),
  'unlimited-stays': ({ on }) => ({
    what: md`*${on.name}* is billed as Unlimited; Azure documents no way back to Metered.`,
    next: md`For a metered one, create a new circuit and move the traffic: \`/circuit create\`.`,
    buttons: [showButton(on)],
  }),
  'tier-fixed': ({ on, from, to }) => ({
    what: md`*${on.name}* is ${from || 'of no SKU that Azure tells'} and cannot become ${to} in place: only Standard and Premium can be exchanged.`,
    next: md`Create a new circuit of that SKU and move the traffic: \`/circuit create\`.`,
    buttons: [showButton(on)],
  }),
  'family-unknown': ({ on, family }) => ({
    what: md`*${on.name}* cannot be billed as ${family}.`,
    next: md`The billing models are Metered and Unlimited.`,
  }),
  'above-standard-limits': ({ on, links, globalReach, limit }) => ({
    what: md`*${on.name}* uses ${counted(links, 'link')}${globalReach > 0 ? md`, ${globalReach} of them for Global Reach` : nothing}; a Standard circuit has ${limit}.`,
    next: md`Unlink what is not needed first, at least ${links - limit}: \`/circuit unlink ${on.name}\`.`,
    buttons: [showButton(on)],
  }),
  'nothing-to-resize': ({ on }) => ({
    what: md`Nothing of *${on.name}* can be changed in place: there is no higher bandwidth on offer, and its SKU and billing model are fixed.`,
    next: md`Create a new circuit and move the traffic: \`/circuit create\`.`,
    buttons: [showButton(on)],
  }),
  'resize-word-unknown': ({ word }) => ({
    what: md`${word} is no bandwidth, SKU or billing model.`,
    next: md`Write \`/circuit resize lon-01 1Gbps\`, \`premium\`, \`standard\` or \`unlimited\`; without any, a form asks.`,
  }),
};
