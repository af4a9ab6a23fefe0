import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../../../../src/domain/alert/digest.ts';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import { incidentView } from '../../../../src/domain/alert/incidents/incident-view.ts';
import type { Owed } from '../../../../src/domain/alert/notice.ts';
import { digestView } from '../../../../src/domain/alert/telling/digest-view.ts';
import {
  type Backlog,
  backlogLimit,
  type Folded,
  foldBacklog,
} from '../../../../src/domain/alert/telling/fold-backlog.ts';
import { aChange, anOwed, t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { anIncident, aTelling } from '../../../support/an-incident.ts';

const changeOwed = (n: number) =>
  anOwed({
    key: `c-${n}@${netops}`,
    notice: { kind: 'change', change: aChange({ id: `c-${n}`, at: t0 + n }) },
  });
const changes = (count: number, from = 0) => Array.from({ length: count }, (_, n) => changeOwed(from + n));
const cardOf = (id: string) => `incident.${id}@${netops}`;

function incidentOf(id: string, overrides: Partial<Incident> = {}): Incident {
  return anIncident({ id, tellings: [aTelling({ card: cardOf(id) })], ...overrides });
}

function cardOwed(incident: Incident, isMoved?: true): Owed {
  const card = cardOf(incident.id);
  const view = incidentView(incident, isMoved ? { isMoved } : {});
  return anOwed({ key: `${card}.${incident.revision}@${netops}`, card, notice: { kind: 'incident', view } });
}

function replyOwed({ id, subject }: Incident, n: number, count = 1): Owed {
  const steps = Array.from({ length: count }, (_, index) => ({
    n: n + index,
    at: t0,
    what: { kind: 'well' } as const,
  }));
  return anOwed({
    key: `${cardOf(id)}.steps.${n}@${netops}`,
    replyTo: cardOf(id),
    notice: { kind: 'incident-steps', incidentId: id, subject, steps, omitted: 0 },
  });
}

const fold = (backlog: Partial<Backlog>) =>
  foldBacklog({ owed: [], incidents: [], digests: [], posted: new Set(), now: t0 + 1_000_000, ...backlog });

/** What the store makes of it. */
function applied(backlog: Backlog, { settle, owe, putDigests, putIncidents }: Folded): Backlog {
  const cards = new Set(owe.map(({ card }) => card).filter((card) => card !== undefined));
  const kept = backlog.owed.filter(({ key, card }) => !settle.includes(key) && !(card && cards.has(card)));
  const byId = <T extends { readonly id: string }>(before: readonly T[], put: readonly T[]) => [
    ...new Map([...before, ...put].map((entry) => [entry.id, entry])).values(),
  ];
  return {
    ...backlog,
    owed: [...kept, ...owe],
    digests: byId(backlog.digests, putDigests),
    incidents: byId(backlog.incidents, putIncidents),
  };
}

describe('a backlog', () => {
  test('that is short is sent as it is', () => {
    expect(fold({ owed: changes(backlogLimit) })).toBeUndefined();
  });

  test('of changes keeps the newest twenty, the others are lines of one digest', () => {
    const folded = fold({ owed: changes(130) });
    const owed = changes(130).map(({ key }) => key);
    expect(folded?.settle).toEqual(owed.slice(0, 110));
    expect(folded?.putDigests).toEqual([
      expect.objectContaining({ why: 'slack-away', channelId: netops, since: t0, until: t0 + 1_000_000 }),
    ]);
    expect(folded?.putDigests[0]?.lines).toHaveLength(110);
    expect(folded?.owe).toMatchObject([{ card: `digest.away.c-0@${netops}` }]);
  });

  test('is told in its old place: before the newer changes of the same circuits', () => {
    const folded = fold({ owed: changes(130) });
    const [digest] = folded?.owe ?? [];
    expect(folded?.oweBefore).toEqual([{ key: digest?.key, before: changeOwed(0).key }]);
    expect(digest?.owedAt).toBe(changeOwed(0).owedAt);
  });

  test('is folded into the digest that waits already', () => {
    const backlog = { owed: changes(130), incidents: [], digests: [], posted: new Set<string>(), now: t0 };
    const first = foldBacklog(backlog);
    if (!first) throw new Error('nothing was folded');
    const grown = applied(backlog, first);
    const second = foldBacklog({ ...grown, owed: [...grown.owed, ...changes(100, 200)] });
    expect(second?.putDigests).toMatchObject([{ id: first.putDigests[0]?.id, revision: 2 }]);
    expect(second?.putDigests[0]?.lines).toHaveLength(210);
  });

  test('makes a new digest when the former one stands in Slack', () => {
    const former: Digest = {
      ...{ id: 'former', revision: 1, channelId: netops, why: 'slack-away', since: t0, until: t0, lines: [] },
    };
    const card = 'digest.former';
    const view = digestView(former, new Map());
    const edit = anOwed({ key: 'edit', card, notice: { kind: 'digest', view } });
    const folded = fold({ owed: [edit, ...changes(130)], digests: [former], posted: new Set([card]) });
    expect(folded?.putDigests[0]?.id).toBe(`away.c-0@${netops}`);
  });

  test('of very many changes counts the oldest only', () => {
    const [digest] = fold({ owed: changes(1_520) })?.putDigests ?? [];
    expect([digest?.lines.length, digest?.omitted]).toEqual([1_000, 500]);
  });
});

describe('the card of an incident', () => {
  const over = incidentOf('INC-1', { state: 'resolved', revision: 4 });

  test('that began and ended meanwhile is a line, with its thread, and is known by the digest', () => {
    const owed = [cardOwed(over), replyOwed(over, 2), ...changes(110)];
    const folded = fold({ owed, incidents: [over] });
    expect(folded?.settle).toEqual(expect.arrayContaining(owed.slice(0, 2).map(({ key }) => key)));
    expect(folded?.putDigests[0]?.lines).toContainEqual(expect.objectContaining({ incidentId: 'INC-1' }));
    expect(folded?.putIncidents[0]?.tellings).toMatchObject([
      { form: 'digest', card: `digest.away.c-0@${netops}` },
    ]);
  });

  test('that stands in Slack stays owed', () => {
    const posted = new Set([cardOf('INC-1')]);
    const folded = fold({ owed: [cardOwed(over), ...changes(110)], incidents: [over], posted });
    expect(folded?.settle).not.toContain(cardOwed(over).key);
  });

  test('of what goes on stays owed', () => {
    const open = incidentOf('INC-1');
    const folded = fold({ owed: [cardOwed(open), ...changes(110)], incidents: [open] });
    expect(folded?.settle).not.toContain(cardOwed(open).key);
  });

  test('that is back since its last version was owed stays owed', () => {
    const again: Incident = { ...over, state: 'open' };
    const folded = fold({ owed: [cardOwed(over), ...changes(110)], incidents: [again] });
    expect(folded?.settle).not.toContain(cardOwed(over).key);
  });

  test('that is not the newest there is a line, and the newest stays what the channel knows it by', () => {
    const newest = incidentOf('INC-1', { state: 'resolved', tellings: [aTelling({ card: 'newest' })] });
    const folded = fold({ owed: [cardOwed(over), ...changes(110)], incidents: [newest] });
    expect(folded?.putIncidents).toEqual([]);
  });

  test('that only says that it goes on elsewhere needs no line', () => {
    const folded = fold({ owed: [cardOwed(over, true), ...changes(110)], incidents: [over] });
    expect(folded?.settle).toContain(cardOwed(over).key);
    expect(folded?.putDigests[0]?.lines.filter(({ kind }) => kind === 'incident')).toEqual([]);
    expect(folded?.putIncidents).toEqual([]);
  });
});

describe('replies', () => {
  const open = incidentOf('INC-1');

  test('of one thread become two: the oldest may be on its way', () => {
    const replies = [2, 3, 4, 5].map((n) => replyOwed(open, n));
    const folded = fold({ owed: [...changes(100), ...replies] });
    expect(folded?.settle.slice(-3)).toEqual(replies.slice(1).map(({ key }) => key));
    expect(folded?.owe.at(-1)).toMatchObject({
      key: `${replies[3]?.key}.folded`,
      replyTo: cardOf('INC-1'),
      notice: { steps: [{ n: 3 }, { n: 4 }, { n: 5 }], omitted: 0 },
    });
  });

  test('of more steps than one reply holds keep the newest', () => {
    const replies = [replyOwed(open, 1), replyOwed(open, 2, 15), replyOwed(open, 17, 15)];
    const folded = fold({ owed: [...changes(100), ...replies] });
    expect(folded?.owe.at(-1)?.notice).toMatchObject({ omitted: 10, steps: { length: 20, 0: { n: 12 } } });
  });

  test('of a digest add up', () => {
    const counts = { worse: 1, again: 0, back: 2, over: 0, other: 0 };
    const turns = ['a', 'b', 'c'].map((at, index) =>
      anOwed({
        key: `turns.${at}`,
        replyTo: 'digest.d',
        notice: { kind: 'digest-turns', digestId: 'd', at: t0 + index, counts, top: [] },
      }),
    );
    expect(fold({ owed: [...changes(100), ...turns] })?.owe.at(-1)?.notice).toMatchObject({
      at: t0 + 2,
      counts: { worse: 2, back: 4 },
    });
  });
});

describe('whatever is owed', () => {
  const incident = fc.record({
    state: fc.constantFrom('open' as const, 'clearing' as const, 'resolved' as const),
    isPosted: fc.boolean(),
    isMoved: fc.boolean(),
    replies: fc.integer({ min: 0, max: 6 }),
  });

  const backlogs = fc
    .record({ incidents: fc.array(incident, { maxLength: 60 }), changes: fc.integer({ min: 0, max: 120 }) })
    .map(({ incidents, changes: count }): Backlog => {
      const all = incidents.map((entry, index) => ({
        ...entry,
        incident: incidentOf(`INC-${index}`, {
          state: entry.state,
          ...(entry.isMoved ? { tellings: [aTelling({ card: `newer.${index}` })] } : {}),
        }),
      }));
      const ofOne = (entry: (typeof all)[number], index: number): readonly Owed[] => [
        cardOwed(entry.incident, entry.isMoved ? true : undefined),
        ...(entry.isMoved
          ? [{ ...cardOwed(incidentOf(`INC-${index}`)), key: `n.${index}`, card: `newer.${index}` }]
          : []),
        ...Array.from({ length: entry.replies }, (_, n) => replyOwed(entry.incident, n + 2)),
      ];
      return {
        owed: [...all.flatMap(ofOne), ...changes(count)],
        incidents: all.map((entry) => entry.incident),
        digests: [],
        posted: new Set(all.filter(({ isPosted }) => isPosted).map((entry) => cardOf(entry.incident.id))),
        now: t0 + 1_000_000,
      };
    });

  test('folding drops no incident and no change, leaves a bounded rest, and is done after once', () => {
    fc.assert(
      fc.property(backlogs, (backlog) => {
        const folded = foldBacklog(backlog);
        const after = folded ? applied(backlog, folded) : backlog;
        expect(after.owed.length <= backlogLimit || foldBacklog(after) === undefined).toBe(true);
        if (!folded) return;
        const known = new Set([
          ...after.owed.map(({ card }) => card),
          ...after.posted,
          ...after.digests.flatMap(({ lines }) =>
            lines.map((line) => (line.kind === 'incident' ? line.incidentId : line.changeId)),
          ),
        ]);
        for (const { id, tellings } of backlog.incidents) {
          expect(known.has(cardOf(id)) || known.has(id) || tellings.some(({ card }) => known.has(card))).toBe(
            true,
          );
        }
        for (const { key, notice } of backlog.owed) {
          if (notice.kind !== 'change') continue;
          expect(known.has(notice.change.id) || after.owed.some((owed) => owed.key === key)).toBe(true);
        }
        const cards = after.owed.filter(({ card }) => card).length;
        expect(after.owed.length).toBeLessThanOrEqual(20 + 2 * backlog.incidents.length + cards);
        expect(new Set(after.owed.map(({ key }) => key)).size).toBe(after.owed.length);
        const replied = new Set([...after.owed.map(({ card }) => card), ...after.posted]);
        expect(after.owed.every(({ replyTo }) => replyTo === undefined || replied.has(replyTo))).toBe(true);
      }),
    );
  });
});
