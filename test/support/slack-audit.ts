import { type AuditEntry, auditActs } from '../../src/domain/audit/entry.ts';
import { operations } from '../../src/domain/operation/operation.ts';
import type { AuditChatRefusal } from '../../src/slack/blocks/refusal-audit.ts';
import type { AuditReport } from '../../src/usecases/audit/read-audit.ts';
import { t0 } from './a-circuit.ts';
import { type Cast, channelId, owner } from './slack-cast.ts';

type Of<C extends AuditChatRefusal['code']> = Extract<AuditChatRefusal, { readonly code: C }>;

export function auditRefusalsOf(text: string): {
  readonly [C in AuditChatRefusal['code']]: readonly Of<C>[];
} {
  return {
    'audit-key-unknown': [undefined, 'since'].map((didYouMean) => ({
      code: 'audit-key-unknown',
      key: 'provider',
      didYouMean,
    })),
    'audit-person-unreadable': [{ code: 'audit-person-unreadable', value: text }],
    'audit-said-twice': (['circuit', 'by', 'since'] as const).map((what) => ({
      code: 'audit-said-twice',
      what,
    })),
    'moment-unreadable': [
      { code: 'moment-unreadable', value: text },
      { code: 'moment-unreadable', value: '' },
    ],
    'moment-ahead': [{ code: 'moment-ahead', value: '2027-11-01' }],
  };
}

/** Every act, by somebody and by Trunkline itself, with as little and as much as an entry can say. */
function entriesOf({ known: { circuit }, text }: Cast): readonly AuditEntry[] {
  const { id, name } = circuit;
  const changes = Array.from({ length: 40 }, (_, index) => ({
    field: `${index} ${text}`,
    before: index % 2 === 0 ? '' : text,
    after: index % 3 === 0 ? '' : text,
  }));
  return auditActs.flatMap((act, index) => [
    { id: `bare.${act}`, at: t0, act },
    {
      id: `full.${act}`,
      at: t0 + index,
      by: owner,
      channelId: index % 2 === 0 ? channelId : 'D0OMAR0001',
      act,
      operation: operations[index % operations.length],
      requestId: 'R-7K2Q',
      circuit: { id, name },
      changes,
      note: text,
    },
  ]);
}

/** Reports of no entry, of one, of twenty of each kind and of many more, asked for in every way. */
export function reportsOf(cast: Cast): readonly AuditReport[] {
  const all = entriesOf(cast);
  const { name } = cast.known.circuit;
  const asked = { query: { circuit: cast.text, by: owner, since: t0 }, circuits: [name] };
  const nothing = { query: {}, circuits: undefined, unreadable: 0 };
  return [
    { ...nothing, entries: [], total: 0 },
    { ...asked, entries: [], total: 0, unreadable: 1 },
    { ...asked, entries: all.slice(0, 1), total: 1, unreadable: 2 },
    { ...nothing, entries: all.slice(0, 20), total: 20 },
    { ...asked, circuits: [name, name], entries: all.slice(-20), total: 21, unreadable: 0 },
    { ...nothing, entries: all.filter((_, index) => index % 2 === 1).slice(0, 20), total: 4_000 },
  ];
}
