import { suspensionReasons } from '../../src/domain/alert/suspension.ts';
import type { ChatRefusal } from '../../src/slack/blocks/refusal.ts';
import { accessRefusalsOf } from './slack-access.ts';
import { alertRefusalsOf } from './slack-alert-refusals.ts';
import { auditRefusalsOf } from './slack-audit.ts';
import { beginningRefusalsOf } from './slack-beginning-refusals.ts';
import { caseRefusalsOf } from './slack-case-refusals.ts';
import { channelId } from './slack-cast.ts';
import { lifeEndRefusalsOf } from './slack-life-end.ts';
import { linkRefusalsOf } from './slack-links.ts';
import { peeringRefusalsOf } from './slack-peering.ts';
import { requestRefusalsOf } from './slack-requests.ts';
import { signRefusalsOf } from './slack-sign.ts';
import { validateRefusalsOf } from './slack-validate.ts';

type Of<C extends ChatRefusal['code']> = Extract<ChatRefusal, { readonly code: C }>;

/** Every refusal with the text in every place; a code that is forgotten does not compile. */
export function refusalsOf(text: string): { readonly [C in ChatRefusal['code']]: readonly Of<C>[] } {
  const guesses = [undefined, 'list'];
  return {
    ...accessRefusalsOf(text),
    ...auditRefusalsOf(text),
    ...beginningRefusalsOf(text),
    ...peeringRefusalsOf(text),
    ...signRefusalsOf(text),
    ...linkRefusalsOf(text),
    ...lifeEndRefusalsOf(text),
    ...requestRefusalsOf(text),
    ...alertRefusalsOf(text),
    ...validateRefusalsOf(text),
    ...caseRefusalsOf(text),
    'text-too-long': [{ code: 'text-too-long', length: 4_000, limit: 1_000 }],
    'quote-open': [{ code: 'quote-open' }],
    'command-unknown': guesses.map((didYouMean) => ({ code: 'command-unknown', word: text, didYouMean })),
    'circuit-unnamed': [{ code: 'circuit-unnamed', command: 'failover' }],
    'circuit-unknown': [undefined, text].map((didYouMean) => ({
      code: 'circuit-unknown',
      asked: text,
      didYouMean,
    })),
    'circuit-gone': [
      { code: 'circuit-gone', name: text },
      { code: 'circuit-gone', name: '' },
    ],
    'page-malformed': [
      { code: 'page-malformed', value: text },
      { code: 'page-malformed', value: '' },
    ],
    'filter-key-unknown': guesses.map((didYouMean) => ({
      code: 'filter-key-unknown',
      key: text,
      didYouMean,
    })),
    'filter-value-missing': [{ code: 'filter-value-missing', key: 'provider' }],
    'filter-value-unknown': [
      { code: 'filter-value-unknown', key: 'needs', value: text, allowed: ['attention'] },
    ],
    'filter-too-long': [{ code: 'filter-too-long', length: 5_000, limit: 900 }],
    'filter-passing': [{ code: 'filter-passing', key: 'state' }],
    'kind-unknown': guesses.map((didYouMean) => ({ code: 'kind-unknown', value: text, didYouMean })),
    'severity-unknown': [undefined, 'critical'].map((didYouMean) => ({
      code: 'severity-unknown',
      value: text,
      didYouMean,
    })),
    'bot-not-in-channel': suspensionReasons.map((reason) => ({
      code: 'bot-not-in-channel',
      channelId,
      reason,
    })),
    'too-many-subscriptions': [{ code: 'too-many-subscriptions', limit: 20 }],
    'not-subscribed': [
      { code: 'not-subscribed', channelId },
      { code: 'not-subscribed', channelId: 'D0OMAR0001' },
    ],
    'other-team': [{ code: 'other-team' }],
    'channel-still-lost': suspensionReasons.map((reason) => ({
      code: 'channel-still-lost',
      channelId,
      reason,
    })),
    'subscription-ended': [{ code: 'subscription-ended' }],
    'button-unreadable': [{ code: 'button-unreadable' }],
  };
}
