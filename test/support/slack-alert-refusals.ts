import type { AlertChatRefusal } from '../../src/slack/blocks/refusal-alert.ts';
import { t0 } from './a-circuit.ts';
import { owner } from './slack-cast.ts';

type Of<C extends AlertChatRefusal['code']> = Extract<AlertChatRefusal, { readonly code: C }>;

/** Every refusal about alerts with the text in every place; a code that is forgotten does not compile. */
export function alertRefusalsOf(text: string): {
  readonly [C in AlertChatRefusal['code']]: readonly Of<C>[];
} {
  const values = [text, ''];
  return {
    'incident-unknown': [{ code: 'incident-unknown', id: text }],
    'incident-over': [{ code: 'incident-over', id: text }],
    'incident-acknowledged': [{ code: 'incident-acknowledged', id: 'INC-7K2QF', by: owner, at: t0 }],
    'window-unknown': [{ code: 'window-unknown', id: text }],
    'window-of-azure': [{ code: 'window-of-azure', id: text }],
    'window-over': [{ code: 'window-over', until: t0 }],
    'window-too-long': [{ code: 'window-too-long', days: 14 }],
    'digest-gone': [{ code: 'digest-gone' }],
    'nothing-to-diagnose': ['', 'Provisioned', text].map((providerState) => ({
      code: 'nothing-to-diagnose',
      name: text,
      providerState,
    })),
    'quiet-word-unknown': values.flatMap((word) =>
      [undefined, 'Europe/London'].map(
        (didYouMean) => ({ code: 'quiet-word-unknown', word, didYouMean }) as const,
      ),
    ),
    'quiet-times-missing': [{ code: 'quiet-times-missing' }],
    'quiet-times-same': [{ code: 'quiet-times-same' }],
    'quiet-zone-missing': [{ code: 'quiet-zone-missing' }],
    'window-filter-passing': [{ code: 'window-filter-passing', key: 'state' }],
    'window-length-unreadable': values.map((value) => ({ code: 'window-length-unreadable', value })),
    'window-start-unreadable': values.map((value) => ({ code: 'window-start-unreadable', value })),
    'not-muted': [{ code: 'not-muted', name: text }],
  };
}
