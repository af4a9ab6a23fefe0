import { severities } from '../../domain/alert/severity.ts';
import type { WishRefusal } from '../../domain/alert/subscription.ts';
import type { SuspensionReason } from '../../domain/alert/suspension.ts';
import { changeKinds } from '../../domain/circuit/changes.ts';
import type { FilterRefusal } from '../../domain/circuit/filter.ts';
import { filterKeys } from '../../domain/circuit/filter.ts';
import type { WordsRefusal } from '../../domain/text/words.ts';
import type { SubscribeRefusal } from '../../usecases/subscribe-channel.ts';
import { type Mrkdwn, md } from './mrkdwn.ts';
import { lossReason } from './notice/channel-lost.ts';
import { isShown, listButton, type WordsOf } from './refusal-words.ts';
import { channel } from './subscriptions.ts';
import { listed } from './words/units.ts';

/** Refusals about commands, circuits by name, lists and subscriptions. */
export type GeneralRefusal =
  | WordsRefusal
  | WishRefusal
  | FilterRefusal
  | SubscribeRefusal
  | { readonly code: 'command-unknown'; readonly word: string; readonly didYouMean?: string }
  | { readonly code: 'circuit-unnamed'; readonly command: string }
  | { readonly code: 'circuit-unknown'; readonly asked: string; readonly didYouMean?: string }
  | { readonly code: 'circuit-gone'; readonly name: string }
  | { readonly code: 'page-malformed'; readonly value: string }
  | { readonly code: 'not-subscribed'; readonly channelId: string }
  | { readonly code: 'other-team' }
  | { readonly code: 'argument-unknown'; readonly word: string; readonly usage: string }
  | {
      readonly code: 'channel-still-lost';
      readonly channelId: string;
      readonly reason: SuspensionReason;
    }
  | { readonly code: 'subscription-ended' }
  | { readonly code: 'button-unreadable' };

const howToFilter = md`Filters: ${listed(filterKeys.map((key) => `${key}:`))}. Quote what has spaces: provider:"Equinix UK".`;

const waysIn: Readonly<Record<SuspensionReason, Mrkdwn>> = {
  archived: md`Unarchive it`,
  removed: md`Invite me with \`/invite @Trunkline\``,
  gone: md`Invite me with \`/invite @Trunkline\``,
  'posting-restricted': md`Have somebody who manages it let me post`,
};

export const generalWords: WordsOf<GeneralRefusal> = {
  'text-too-long': (refusal) => ({
    what: md`That is ${refusal.length} characters long; at most ${refusal.limit} are read.`,
    next: md`Ask for one thing at a time.`,
  }),
  'quote-open': () => ({
    what: md`A quote was opened and not closed.`,
    next: md`Put a " at the end of what belongs together: provider:"Equinix UK".`,
  }),
  'command-unknown': (refusal) => ({
    what: isShown(refusal.word)
      ? md`There is no /circuit command ${refusal.word}.`
      : md`There is no such /circuit command.`,
    next: refusal.didYouMean
      ? md`Did you mean \`/circuit ${refusal.didYouMean}\`?`
      : md`\`/circuit help\` lists them all.`,
  }),
  'circuit-unnamed': ({ command }) => ({
    what: md`Which circuit?`,
    next: md`Name it: \`/circuit ${command} lon-01\`, group/name, or a unique part of it.`,
    buttons: [listButton],
  }),
  'circuit-unknown': (refusal) => ({
    what: md`No circuit is called ${isShown(refusal.asked) ? refusal.asked : 'that'}, and none has that in its name.`,
    next: refusal.didYouMean
      ? md`Did you mean *${refusal.didYouMean}*?`
      : md`The list shows all that I may read.`,
    buttons: [listButton],
  }),
  'circuit-gone': (refusal) => ({
    what: md`${refusal.name || 'That circuit'} is no longer in Azure, or I may no longer read it.`,
    next: md`The list shows what there is now.`,
    buttons: [listButton],
  }),
  'page-malformed': (refusal) => ({
    what: md`${refusal.value || 'That'} is not a page.`,
    next: md`Pages are whole numbers from 1: \`/circuit list page:2\`.`,
  }),
  'filter-key-unknown': (refusal) => ({
    what: md`There is no filter ${refusal.key}:.`,
    next: refusal.didYouMean ? md`Did you mean \`${refusal.didYouMean}:\`? ${howToFilter}` : howToFilter,
  }),
  'filter-value-missing': (refusal) => ({
    what: md`${refusal.key}: says nothing to look for.`,
    next: md`Put the value right behind it, without a space: ${refusal.key}:value.`,
  }),
  'filter-value-unknown': (refusal) => ({
    what: md`${refusal.key}: cannot be ${refusal.value}.`,
    next: md`It can be ${listed(refusal.allowed, 'or')}.`,
  }),
  'filter-too-long': (refusal) => ({
    what: md`Written out, that filter is ${refusal.length} characters long; at most ${refusal.limit} can be kept.`,
    next: md`Leave some of it out.`,
  }),
  'filter-passing': (refusal) => ({
    what: md`${refusal.key}: cannot be subscribed: it comes and goes, and a change is told when it happens.`,
    next: md`Leave it out, or choose kinds of change with kind:, as in kind:provider-state.`,
  }),
  'kind-unknown': (refusal) => ({
    what: md`There is no kind of change called ${isShown(refusal.value) ? refusal.value : 'that'}.`,
    next: refusal.didYouMean
      ? md`Did you mean \`kind:${refusal.didYouMean}\`?`
      : md`Kinds: ${changeKinds.join(', ')}.`,
  }),
  'severity-unknown': (refusal) => ({
    what: md`There is no severity called ${isShown(refusal.value) ? refusal.value : 'that'}.`,
    next: refusal.didYouMean
      ? md`Did you mean \`severity:${refusal.didYouMean}\`?`
      : md`Severities: ${severities.join(', ')}. One means itself and what is worse.`,
  }),
  'bot-not-in-channel': (refusal) => ({
    what: md`I cannot post in ${channel(refusal.channelId)}: ${lossReason(refusal.reason)}.`,
    next: md`${waysIn[refusal.reason]}, then subscribe again.`,
  }),
  'channel-still-lost': (refusal) => ({
    what: md`${channel(refusal.channelId)} still cannot be reached: ${lossReason(refusal.reason)}.`,
    next: md`Its subscriptions stay. Press Try again when that has changed.`,
  }),
  'too-many-subscriptions': (refusal) => ({
    what: md`This channel has ${refusal.limit} subscriptions, which is the most.`,
    next: md`End one with \`/circuit unsubscribe\`, or widen one.`,
  }),
  'not-subscribed': (refusal) => ({
    what: md`${channel(refusal.channelId)} has no subscriptions.`,
    next: md`\`/circuit subscribe\` makes one.`,
  }),
  'argument-unknown': ({ word, usage }) => ({
    what: isShown(word) ? md`${word} means nothing here.` : md`That means nothing here.`,
    next: md`It is \`/circuit ${usage}\`.`,
  }),
  'other-team': () => ({
    what: md`Trunkline answers people of the workspace that runs it, and you belong to another one.`,
    next: md`Ask somebody of that workspace.`,
  }),
  'subscription-ended': () => ({
    what: md`That subscription has ended meanwhile; nothing was saved.`,
    next: md`\`/circuit subscribe\` makes a new one.`,
  }),
  'button-unreadable': () => ({
    what: md`That button is from another version of Trunkline and cannot be read any more.`,
    next: md`Start again with \`/circuit list\`.`,
    buttons: [listButton],
  }),
};
