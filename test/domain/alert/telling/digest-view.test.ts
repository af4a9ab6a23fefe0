import { describe, expect, test } from 'vitest';
import { type Digest, type DigestLine, digestTop } from '../../../../src/domain/alert/digest.ts';
import type { Incident } from '../../../../src/domain/alert/incident.ts';
import type { Severity } from '../../../../src/domain/alert/severity.ts';
import { lineOfChange, lineOfIncident } from '../../../../src/domain/alert/telling/digest-lines.ts';
import { digestView } from '../../../../src/domain/alert/telling/digest-view.ts';
import { aChange, t0 } from '../../../support/a-circuit.ts';
import { netops } from '../../../support/a-request.ts';
import { anIncident } from '../../../support/an-incident.ts';

const incident = (id: string, state: Incident['state'], severity: Severity = 'warning') =>
  anIncident({ id, state, severity });
const change = (id: string, severity: Severity) => lineOfChange(aChange({ id }), severity);
const nameOf = (line: DigestLine) => (line.kind === 'incident' ? line.incidentId : line.changeId);

function viewOf(
  incidents: readonly Incident[],
  changes: readonly DigestLine[] = [],
  rest: Partial<Digest> = {},
) {
  const lines = [...incidents.map(lineOfIncident), ...changes];
  const digest: Digest = {
    ...{ id: 'd', revision: 1, channelId: netops, why: 'storm', since: t0, until: t0, lines },
    ...rest,
  };
  return digestView(digest, new Map(incidents.map((entry) => [entry.id, entry])));
}

describe('a digest', () => {
  test('counts its incidents as they stand now, and its changes by kind', () => {
    const view = viewOf(
      [incident('a', 'open'), incident('b', 'clearing'), incident('c', 'resolved')],
      [change('d', 'info'), change('e', 'info')],
    );
    expect(view.total).toBe(5);
    expect(view.incidents).toEqual({ open: 1, clearing: 1, over: 1 });
    expect(view.changes).toEqual([{ kind: 'provider-state', count: 2 }]);
  });

  test('takes an incident that nobody remembers for over', () => {
    const lines = [lineOfIncident(incident('a', 'open', 'critical'))];
    expect(viewOf([], lines)).toMatchObject({ incidents: { open: 0, over: 1 }, top: [{ incidentId: 'a' }] });
  });

  test('is as bad as the worst that is not over, and when all is over as the worst that was', () => {
    const over = incident('a', 'resolved', 'critical');
    expect(viewOf([over, incident('b', 'open', 'info')]).worst).toBe('info');
    expect(viewOf([over, incident('b', 'resolved', 'info')]).worst).toBe('critical');
  });

  test('shows what is bad first, then what is well for now, then changes, then what is over; the worst of each on top', () => {
    const { top } = viewOf(
      [
        incident('over', 'resolved', 'critical'),
        incident('info', 'open', 'info'),
        incident('critical', 'clearing', 'critical'),
      ],
      [change('small', 'info'), change('big', 'warning')],
    );
    expect(top.map(nameOf)).toEqual(['info', 'critical', 'big', 'small', 'over']);
    expect(top[1]?.now).toMatchObject({ state: 'clearing', severity: 'critical' });
  });

  test('shows so many and counts the rest, those that were left out too', () => {
    const changes = Array.from({ length: 30 }, (_, index) => change(`c-${index}`, 'info'));
    const view = viewOf([], changes, { omitted: 7 });
    expect([view.top.length, view.total]).toEqual([digestTop, 37]);
  });
});
