import { describe, expect, test } from 'vitest';
import { blindReasons } from '../../../src/domain/alert/condition.ts';
import { incidentView } from '../../../src/domain/alert/incidents/incident-view.ts';
import type { IncidentView } from '../../../src/domain/alert/notice.ts';
import { blindSpots } from '../../../src/domain/alert/subject.ts';
import { digestReply } from '../../../src/slack/blocks/notice/digest.ts';
import { incidentReply } from '../../../src/slack/blocks/notice/incident.ts';
import { noticeReply } from '../../../src/slack/blocks/notice/notice-reply.ts';
import { t0 } from '../../support/a-circuit.ts';
import { aConnectivityTrouble, anIncident, aSessionSight } from '../../support/an-incident.ts';
import { elementsIn, wordsOf } from '../../support/reading.ts';
import { alertNoticesOf } from '../../support/slack-alerts.ts';
import { plainCast } from '../../support/slack-cast.ts';
import { incidentViewsOf } from '../../support/slack-incidents.ts';

/** As it is read: with the time of day for each moment. */
function told(view: IncidentView): string {
  const { blocks } = incidentReply(view);
  return wordsOf({ blocks: blocks.map((block) => ({ ...block })) }).replace(
    /<!date\^\d+\^[^|]*\|\S+ (\d\d:\d\d) UTC>/gu,
    '$1',
  );
}

const view = (overrides: Partial<IncidentView> = {}): IncidentView => ({
  ...incidentView(anIncident()),
  ...overrides,
});
const over = { state: 'resolved', goodSince: t0 + 240_000, resolvedAt: t0 + 300_000 } as const;
const sessions = (...sights: readonly ReturnType<typeof aSessionSight>[]) =>
  view({ trouble: aConnectivityTrouble({ sessions: sights, extent: 'down' }), severity: 'critical' });

const pressable = (shown: IncidentView) =>
  elementsIn({ blocks: incidentReply(shown).blocks.map((block) => ({ ...block })) }).flatMap(
    ({ text, options = [] }) => [text?.text ?? '', ...options.map((option) => option.text.text)],
  );

describe('the message of an incident', () => {
  test('that was well in between says that it was bad on and off', () => {
    const text = told(view({ ...over, reopened: 1, ending: { kind: 'well' } }));
    expect(text).toMatch(
      /secondary link back after 4 min on and off\nDown, on and off, 03:12–03:16, 4 min\./u,
    );
  });

  test('of a failover test leaves nothing to do while nothing else is lost', () => {
    const cause = { requestId: 'R-7K2Q9M', by: 'U0OMAR0001' };
    expect(told(view({ cause, severity: 'info' }))).toMatch(/Nothing to do: it is a failover test/u);
    expect(told(view({ cause, severity: 'critical' }))).toContain('*You*: check BGP');
  });

  test('says what happened where, what it means, and who must do what', () => {
    const [title, meaning, todo] = told(view()).split('\n');
    expect(title).toBe(':red_circle: *lon-01* · Microsoft peering · secondary link down');
    expect(meaning).toBe(
      "BGP to 198.51.100.5 (AS 64510) was lost 03:12. The primary link carries the traffic: redundancy is gone, and with it Microsoft's SLA.",
    );
    expect(todo).toMatch(
      /^\*You\*: check BGP of the secondary link .* Azure's side is up \(ARP answers\)\./u,
    );
  });

  test('becomes green and says how long it lasted', () => {
    const text = told(
      view({ ...over, ending: { kind: 'well' }, acknowledged: { by: 'U0OMAR0001', at: t0 } }),
    );
    expect(text).toContain(
      ':large_green_circle: *lon-01* · Microsoft peering · secondary link back after 4 min',
    );
    expect(text).toContain('Down 03:12–03:16, 4 min.');
    expect(text).toContain('Acknowledged by <@U0OMAR0001>');
  });

  test('that ended because its circuit is gone does not claim that all is well', () => {
    const text = told(view({ ...over, ending: { kind: 'gone', why: 'circuit-gone' } }));
    expect(text).toContain('no longer counts: secondary link down');
    expect(text).not.toMatch(/green|back/u);
  });

  test('of both links says that traffic is lost', () => {
    const both = sessions(aSessionSight({ link: 'primary' }), aSessionSight());
    expect(told(both)).toContain('both links down\n');
    expect(told(both)).toContain('its traffic is lost, unless another circuit carries it.');
  });

  test('names both addresses of a link that lost both families, once', () => {
    const ipv6 = { family: 'ipv6', peerAddress: '2001:db8:17::5' } as const;
    const one = sessions(aSessionSight(), aSessionSight({ ...ipv6, since: t0 + 30_000 }));
    expect(told(one)).toContain('BGP to 198.51.100.5 and 2001:db8:17::5 (AS 64510) was lost 03:12.');
    const later = sessions(aSessionSight(), aSessionSight({ ...ipv6, since: t0 + 120_000 }));
    expect(told(later)).toContain('BGP to 198.51.100.5 (AS 64510) was lost 03:12, to 2001:db8:17::5 03:14.');
  });

  test('tells of two links when each was lost', () => {
    const primary = { link: 'primary', peerAddress: '198.51.100.1' } as const;
    const ipv6 = aSessionSight({ family: 'ipv6', peerAddress: '2001:db8:17::5' });
    expect(
      told(sessions(aSessionSight({ ...primary, since: t0 + 120_000 }), aSessionSight(), ipv6)),
    ).toContain(
      'BGP on the secondary link (198.51.100.5, AS 64510) was lost 03:12, on the primary link (198.51.100.1) 03:14.',
    );
    expect(told(sessions(aSessionSight(primary), aSessionSight(), ipv6))).toContain(
      'BGP on both links (198.51.100.1 and 198.51.100.5, AS 64510) was lost 03:12.',
    );
  });

  test('whose links came back one after the other does not say that the last of them was all', () => {
    const last = aConnectivityTrouble({ sessions: [aSessionSight({ since: t0 + 120_000 })] });
    const text = told(view({ ...over, ending: { kind: 'well' }, trouble: last }));
    expect(text).toContain('Microsoft peering · BGP back on all links after 4 min');
  });

  test('with ARP not answered points at layer 2, the provider included', () => {
    const text = told(sessions(aSessionSight({ arp: 'down' })));
    expect(text).toContain('ARP is not answered, so layer 2 is broken. *Equinix*:');
  });

  test('tells each link what is its own', () => {
    const text = told(sessions(aSessionSight({ link: 'primary', arp: 'down' }), aSessionSight()));
    expect(text).toMatch(/cross-connect of the primary link.*\n\*You\*: check BGP of the secondary link/u);
  });

  test('that flaps says how often, and how it stands', () => {
    const flapping = { since: t0, times: 7, lastTurnAt: t0 + 600_000, shownAt: t0 };
    expect(told(view({ flapping }))).toContain('flapping: 7 times in 10 min\nNow: secondary link down.');
    const calming = view({ flapping, state: 'clearing', goodSince: t0 + 600_000 });
    expect(told(calming)).toContain('Now: secondary link back, since 03:22.');
  });

  test('offers what helps while it is open, and only the circuit once it is over', () => {
    expect(pressable(view())).toEqual([
      'Diagnose',
      'Acknowledge',
      'Show lon-01',
      '',
      'Assign…',
      'Mute 2 h',
      'Mute 8 h',
      'Mute 24 h',
      'Other mutes…',
    ]);
    expect(pressable(view({ acknowledged: { by: 'U0OMAR0001', at: t0 } }))).toContain('Take over');
    expect(pressable(view({ ...over, ending: { kind: 'well' } }))).toEqual(['Show lon-01']);
    expect(pressable(view({ ...over, ending: { kind: 'gone', why: 'circuit-gone' } }))).toEqual([]);
    expect(pressable(view({ isMoved: true }))).toEqual([]);
  });

  test('begins with a sign and whose it is, and its notification with the news', () => {
    for (const shown of incidentViewsOf(plainCast)) {
      expect(told(shown)).toMatch(/^:[a-z_]+: \*(?:lon-01|Trunkline)\* · \S/u);
      expect(incidentReply(shown).text).toMatch(/^(?:lon-01|Trunkline): \S/u);
    }
  });

  test('fits a phone: a short first line, and no more than a few sentences', () => {
    for (const shown of incidentViewsOf(plainCast)) {
      const [first = '', ...rest] = told({ ...shown, acknowledged: undefined }).split('\n');
      expect(first.length, first).toBeLessThanOrEqual(140);
      expect(rest.slice(0, 4).join('\n').length, rest.join('\n')).toBeLessThanOrEqual(620);
    }
  });
});

describe('blindness', () => {
  const blind = (spot: (typeof blindSpots)[number], reason: (typeof blindReasons)[number]) => {
    const { circuit: _, ...bare } = incidentView(anIncident());
    return told({
      ...bare,
      subject: { kind: 'blind', spot, scope: '' },
      trouble: { kind: 'blind', reason },
      severity: 'critical',
    });
  };

  test.each(blindReasons.map((reason) => [reason]))('by %s says what to do, and who', (reason) => {
    expect(blind('subscription', reason)).toContain('*Whoever runs Trunkline*: ');
  });

  test.each([['subscription'], ['polls'], ['disk']] as const)(
    'of %s says that silence is no health',
    (spot) => {
      expect(blind(spot, 'unreachable')).toContain('Silence does not mean health.');
    },
  );

  test.each(blindSpots.map((spot) => [spot]))('of %s has no circuit to show, and nothing to mute', (spot) => {
    expect(blind(spot, 'unreachable')).not.toMatch(/Mute|Show|Diagnose/u);
  });
});

test('each step is one line with its time', () => {
  for (const notice of alertNoticesOf(plainCast)['incident-steps']) {
    if (notice.kind !== 'incident-steps' || notice.steps.length !== 1) continue;
    const text = wordsOf({ blocks: noticeReply(notice).blocks.map((block) => ({ ...block })) });
    expect(text.split('\n')).toHaveLength(1);
    expect(text).toMatch(/^<!date\^/u);
  }
});

test('a mute that ended says so, also when nothing was held back', () => {
  const { text, blocks } = digestReply({
    id: 'D-1',
    why: 'mute-ended',
    since: t0,
    until: t0,
    about: 'lon-01',
    total: 0,
    incidents: { open: 0, clearing: 0, over: 0 },
    changes: [],
    worst: 'info',
    top: [],
  });
  expect(text).toBe('lon-01 is no longer muted here');
  expect(JSON.stringify(blocks)).toContain('Nothing was held back.');
});
