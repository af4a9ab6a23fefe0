import { describe, expect, test } from 'vitest';
import { diffConnections, observeConnections } from '../../../src/domain/circuit/vnet-connections.ts';

function connections(...statuses: readonly string[]) {
  return statuses.map((status, index) => ({
    name: `cn-${index}`,
    resourceGroup: 'rg',
    gateway: 'gw',
    status,
  }));
}

/** The turns that one connection's statuses make, one look after the other. */
function turns(...statuses: readonly string[]) {
  let before = observeConnections([], []);
  return statuses.flatMap((status) => {
    const was = before;
    before = observeConnections(was, connections(status));
    return diffConnections(was, before).map((entry) =>
      entry.kind === 'vnet-link' ? `${entry.before} → ${entry.after}` : '',
    );
  });
}

describe('a connection', () => {
  test('has news when it is connected no more, and when it is again', () => {
    expect(turns('Connected', 'NotConnected', 'NotConnected', 'Connected')).toEqual([
      'Connected → NotConnected',
      'NotConnected → Connected',
    ]);
  });

  test('has none on its way there, or when nobody knows', () => {
    expect(turns('Connected', 'Connecting', 'Unknown', '', 'Connected')).toEqual([]);
    expect(turns('NotConnected', 'Connecting', 'Connected')).toEqual(['NotConnected → Connected']);
    expect(turns('Connected', 'Connecting', 'NotConnected')).toEqual(['Connected → NotConnected']);
  });

  test('has none when it is new, or gone, or of a status that nobody knows', () => {
    expect(turns('NotConnected')).toEqual([]);
    expect(turns('Connecting', 'Connected')).toEqual([]);
    expect(turns('NotConnected', 'Odd')).toEqual([]);
    expect(diffConnections(connections('Connected'), [])).toEqual([]);
  });

  test('is the same whatever the casing of its names', () => {
    const [before] = connections('Connected');
    const [seen] = connections('NotConnected');
    const renamed = seen ? [{ ...seen, name: 'CN-0', resourceGroup: 'RG' }] : [];
    expect(
      diffConnections(before ? [before] : [], observeConnections(before ? [before] : [], renamed)),
    ).toMatchObject([{ kind: 'vnet-link', connection: 'CN-0', gateway: 'gw' }]);
  });
});

describe('the list', () => {
  test('has one order and each connection once, whatever came', () => {
    const all = connections('Connected', 'Connected', 'Odd');
    expect(observeConnections([], [...all.toReversed(), ...all])).toEqual(all);
  });

  test('keeps nothing that is not a connection’s standing', () => {
    const [one] = connections('Connected');
    expect(observeConnections([], one ? [Object.assign({ circuitId: 'x' }, one)] : [])).toEqual([one]);
  });
});
