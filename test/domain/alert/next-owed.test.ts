import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { incidentView } from '../../../src/domain/alert/incidents/incident-view.ts';
import { nextOf, patienceMs } from '../../../src/domain/alert/next-owed.ts';
import type { FirstSightNotice, Notice, Owed } from '../../../src/domain/alert/notice.ts';
import { strandsOf } from '../../../src/domain/alert/strands.ts';
import { digestView } from '../../../src/domain/alert/telling/digest-view.ts';
import { urgencyOf } from '../../../src/domain/alert/urgency.ts';
import { aChange, aCircuitRef, anOwed, subscription1, t0 } from '../../support/a-circuit.ts';
import { anIncident } from '../../support/an-incident.ts';
import { everyOwed } from '../../support/every-notice.ts';

const ref = (name: string) => aCircuitRef({ name });

function change(key: string, circuit: string, owedAt = t0): Owed {
  return anOwed({ key, owedAt, notice: { kind: 'change', change: aChange({ circuit: ref(circuit) }) } });
}

function card(key: string, circuit: string, shown: Parameters<typeof anIncident>[0] = {}, owedAt = t0): Owed {
  const view = incidentView(anIncident({ id: key, circuit: ref(circuit), ...shown }));
  return anOwed({ key, owedAt, card: `incident.${key}`, notice: { kind: 'incident', view } });
}

function reply(key: string, to: string, circuit: string, owedAt = t0): Owed {
  const { id, subject } = anIncident({ id: to, circuit: ref(circuit) });
  const notice: Notice = { kind: 'incident-steps', incidentId: id, subject, steps: [], omitted: 0 };
  return anOwed({ key, owedAt, notice, replyTo: `incident.${to}` });
}

function summary(key: string, owedAt = t0): Owed {
  const counts: FirstSightNotice['counts'] = [{ situation: 'ready', count: 1 }];
  const nobody = { attention: [], attentionCount: 0 };
  const notice = {
    kind: 'first-sight',
    subscriptionId: subscription1,
    at: owedAt,
    counts,
    ...nobody,
  } as const;
  return anOwed({ key, owedAt, notice });
}

/** Of what was folded while Slack was away. It names no circuit. */
function folded(key: string): Owed {
  const digest = { id: key, revision: 1, channelId: 'C1', why: 'slack-away', since: t0, until: t0 } as const;
  const view = digestView({ ...digest, lines: [] }, new Map());
  return anOwed({ key, card: `digest.${key}`, notice: { kind: 'digest', view } });
}

/** In which order they are sent when nothing else becomes owed. */
function orderOf(waiting: readonly Owed[], now = t0): readonly string[] {
  const next = nextOf(waiting, now);
  return next
    ? [
        next.key,
        ...orderOf(
          waiting.filter((owed) => owed !== next),
          now,
        ),
      ]
    : [];
}

describe('what is sent next', () => {
  test('is what is critical or over, then other incidents, then news, then the stories in threads', () => {
    const waiting = [
      change('news', 'ams-01'),
      card('warning', 'fra-02'),
      card('critical', 'lon-01', { severity: 'critical' }),
      card('over', 'par-03', { state: 'resolved' }),
      reply('story', 'far', 'osl-04'),
    ];
    expect(orderOf(waiting)).toEqual(['critical', 'over', 'warning', 'news', 'story']);
  });

  test('is the oldest of those that are as urgent', () => {
    expect(orderOf([change('a', 'lon-01'), change('b', 'fra-02'), change('c', 'ams-01')])).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('is first what the most urgent one has to wait for', () => {
    const waiting = [
      change('other', 'fra-02'),
      change('before', 'lon-01'),
      card('critical', 'lon-01', { severity: 'critical' }),
    ];
    expect(orderOf(waiting)).toEqual(['before', 'critical', 'other']);
  });

  test('is the digest of what was folded before a change that only goes first because a card waits for it', () => {
    const waiting = [
      folded('older'),
      change('newer', 'lon-01'),
      card('critical', 'lon-01', { severity: 'critical' }),
    ];
    expect(orderOf(waiting)).toEqual(['older', 'newer', 'critical']);
  });

  test('is the summary of a first look before the incidents that it found', () => {
    const waiting = [
      change('news', 'ams-01'),
      summary('summary'),
      card('critical', 'lon-01', { severity: 'critical' }),
      card('warning', 'fra-02'),
    ];
    expect(orderOf(waiting)).toEqual(['summary', 'critical', 'warning', 'news']);
  });

  test('is what has waited for ten minutes, before what is critical and came later', () => {
    const waiting = [
      change('old', 'lon-01'),
      card('critical', 'fra-02', { severity: 'critical' }, t0 + patienceMs),
    ];
    expect(orderOf(waiting, t0 + patienceMs - 1)).toEqual(['critical', 'old']);
    expect(orderOf(waiting, t0 + patienceMs)).toEqual(['old', 'critical']);
  });

  test('is nothing when nothing waits', () => {
    expect(nextOf([], t0)).toBeUndefined();
  });
});

const circuits = ['lon-01', 'fra-02', 'ams-01'];
const entry = fc.record({
  circuit: fc.constantFrom(...circuits),
  what: fc.constantFrom('change', 'warning', 'critical', 'over', 'reply', 'summary'),
  minutesAgo: fc.nat(15),
});

/** A queue as it can stand: each reply after its card. */
const queue = fc.array(entry, { maxLength: 25 }).map((entries) =>
  entries
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
    .map(({ circuit, what, minutesAgo }, index) => {
      const key = `${index}`;
      const owedAt = t0 - minutesAgo * 60_000;
      if (what === 'change') return change(key, circuit, owedAt);
      if (what === 'summary') return summary(key, owedAt);
      if (what === 'reply') return reply(key, `of-${circuit}`, circuit, owedAt);
      if (what === 'over') return card(key, circuit, { state: 'resolved' }, owedAt);
      return card(key, circuit, { severity: what === 'critical' ? 'critical' : 'warning' }, owedAt);
    }),
);

const sharesStrand = (a: Owed, b: Owed) => [...strandsOf(a)].some((strand) => strandsOf(b).has(strand));

describe('any queue', () => {
  test('is sent whole, each message once', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        expect(orderOf(waiting).toSorted()).toEqual(waiting.map(({ key }) => key).toSorted());
      }),
    );
  });

  test('is never sent in another order within a circuit or a thread', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const sent = orderOf(waiting);
        for (const [index, earlier] of waiting.entries()) {
          for (const later of waiting.slice(index + 1)) {
            if (sharesStrand(earlier, later)) {
              expect(sent.indexOf(earlier.key)).toBeLessThan(sent.indexOf(later.key));
            }
          }
        }
      }),
    );
  });

  test('sends nothing while something more urgent could go', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        const now = t0 - 16 * 60_000;
        const next = nextOf(waiting, now);
        const free = waiting.filter(
          (owed, index) => !waiting.slice(0, index).some((earlier) => sharesStrand(earlier, owed)),
        );
        const waitsForNext = (owed: Owed) => owed === next || (next && sharesStrand(owed, next));
        const mostUrgent = Math.min(...waiting.map(urgencyOf));
        if (!next) return;
        expect(free).toContain(next);
        if (free.some((owed) => urgencyOf(owed) === mostUrgent)) return;
        expect(waiting.some((owed) => urgencyOf(owed) === mostUrgent && waitsForNext(owed))).toBe(true);
      }),
    );
  });

  test('sends the oldest first once all have waited long enough', () => {
    fc.assert(
      fc.property(queue, (waiting) => {
        expect(orderOf(waiting, t0 + patienceMs)).toEqual(waiting.map(({ key }) => key));
      }),
    );
  });
});

test('every kind of notice has its urgency and its circuits', () => {
  for (const owed of everyOwed()) {
    expect([0, 1, 2, 3, 4]).toContain(urgencyOf(owed));
    expect([...strandsOf(owed)].every((strand) => /^(?:circuit|thread) ./u.test(strand))).toBe(true);
  }
});
