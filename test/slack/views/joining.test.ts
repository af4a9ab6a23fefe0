import { describe, expect, test } from 'vitest';
import { addressOf } from '../../../src/domain/circuit/circuit-id.ts';
import { authorizeInputs, authorizeModal } from '../../../src/slack/blocks/forms/authorize.ts';
import { linkInputs, linkModal } from '../../../src/slack/blocks/forms/link.ts';
import { unlinkInputs, unlinkModal } from '../../../src/slack/blocks/forms/unlink.ts';
import { refusalText } from '../../../src/slack/blocks/refusal.ts';
import { readAuthorize } from '../../../src/slack/views/authorize.ts';
import { readLink } from '../../../src/slack/views/link.ts';
import { readUnlink } from '../../../src/slack/views/unlink.ts';
import type { FormProblems } from '../../../src/slack/writes/form.ts';
import { aKnownCircuit, subscription2 } from '../../support/a-circuit.ts';
import { asShown, choosing, ticking, typing } from '../../support/form-values.ts';
import { aCircuitSight, aConnection, aGateway } from '../../support/plan-inputs.ts';

const known = aKnownCircuit();
const target = addressOf(known.circuit);
const gateway = aGateway({ subscriptionId: subscription2, resourceGroup: 'rg-spoke' });

function said(read: { ok: true } | { ok: false; refusal: FormProblems }) {
  if (read.ok) return {};
  return Object.fromEntries(
    Object.entries(read.refusal).map(([block, refusal]) => [block, refusalText(refusal)]),
  );
}

describe('the link form', () => {
  let groups = '';
  const view = linkModal({
    board: { sight: aCircuitSight(), connections: [] },
    gateways: { kind: 'read', gateways: [aGateway(), gateway] },
    wanted: '',
    metadataFor: (told) => {
      groups = told || groups;
      return '';
    },
  });
  const shown = asShown(view);
  const chosen = choosing(shown, linkInputs.gateway, '1/gw-hub');
  const named = typing(chosen, linkInputs.name, ' lon-01-spoke ');

  test('is read as the gateway that was chosen, of whatever subscription', () => {
    expect(readLink(named, known, groups)).toEqual({
      ok: true,
      value: {
        operation: 'link',
        deed: 'connect',
        target,
        gatewayId: gateway.id,
        connectionName: 'lon-01-spoke',
        routingWeight: 0,
        fastPath: false,
      },
    });
    const more = ticking(typing(named, linkInputs.weight, '32000'), linkInputs.fastPath);
    expect(readLink(more, known, groups)).toMatchObject({ value: { routingWeight: 32_000, fastPath: true } });
  });

  test.each([
    [chosen, 'link.name', 'That is no name for a connection.'],
    [typing(chosen, linkInputs.name, 'a b'), 'link.name', 'a b is no name for a connection.'],
    [typing(named, linkInputs.weight, '32001'), 'link.weight', '32001 is no routing weight.'],
    [typing(named, linkInputs.weight, '1e3'), 'link.weight', 'That is no routing weight.'],
    [typing(named, linkInputs.weight, '-1'), 'link.weight', 'That is no routing weight.'],
    [choosing(named, linkInputs.gateway, '9/gw-hub'), 'link.gateway', 'There is no ExpressRoute gateway'],
    [shown, 'link.gateway', 'There is no ExpressRoute gateway of that name'],
  ])('says at its input what is mistyped (%#)', (values, block, words) => {
    expect(said(readLink(values, known, groups))).toEqual({ [block]: expect.stringContaining(words) });
  });

  test('offers neither what is linked already nor what was not asked for', () => {
    const textOf = (wanted: string) =>
      JSON.stringify(
        linkModal({
          board: {
            sight: aCircuitSight(),
            connections: [aConnection({ gatewayId: gateway.id.toUpperCase() })],
          },
          gateways: { kind: 'read', gateways: [aGateway({ name: 'gw-other' }), gateway] },
          wanted,
          metadataFor: (told) => told,
        }),
      );
    expect(textOf('')).toContain('gw-other (rg-hub)');
    expect(textOf('')).not.toContain('gw-hub (rg-spoke)');
    expect(textOf('OTHER')).toContain('gw-other (rg-hub)');
    expect(textOf('hub-9')).toContain('no ExpressRoute gateway with hub-9 in its name');
  });

  test('says that the circuit is gone', () => {
    expect(said(readLink(named, undefined, groups))).toEqual({
      'link.gateway': expect.stringContaining('is no longer in Azure'),
    });
  });
});

describe('the authorization form', () => {
  const shown = asShown(authorizeModal(known.circuit, ''));

  test('is read as the name that was typed', () => {
    expect(readAuthorize(typing(shown, authorizeInputs.name, 'for-ann'), known)).toEqual({
      ok: true,
      value: { operation: 'link', deed: 'authorize', target, authorizationName: 'for-ann' },
    });
  });

  test('says at its input what is wrong', () => {
    expect(said(readAuthorize(shown, known))).toEqual({
      'authorize.name': expect.stringContaining('That is no name for an authorization.'),
    });
    expect(said(readAuthorize(shown, undefined))).toEqual({
      'authorize.name': expect.stringContaining('no longer in Azure'),
    });
  });
});

describe('the unlink form', () => {
  const connection = aConnection({ subscriptionId: subscription2 });
  let groups = '';
  const view = unlinkModal(
    {
      sight: aCircuitSight({ authorizations: [{ name: 'for-ann', inUse: false }] }),
      connections: [aConnection(), connection],
    },
    (told) => {
      groups = told;
      return '';
    },
  );
  const shown = asShown(view);

  test('offers connections and authorizations', () => {
    const options = JSON.stringify(view.blocks);
    for (const value of ['c0/conn-hub', 'c1/conn-hub', 'a/for-ann']) expect(options).toContain(`"${value}"`);
  });

  test('is read as what was chosen', () => {
    expect(readUnlink(choosing(shown, unlinkInputs.what, 'c1/conn-hub'), known, groups)).toEqual({
      ok: true,
      value: {
        operation: 'unlink',
        target,
        what: { kind: 'connection', id: connection.id, name: 'conn-hub' },
      },
    });
    expect(readUnlink(choosing(shown, unlinkInputs.what, 'a/for-ann'), known, groups)).toMatchObject({
      value: { what: { kind: 'authorization', name: 'for-ann' } },
    });
  });

  test.each(['', 'c9/conn-hub', 'x', 'a/', 'c/'])('says that %j is nothing there', (value) => {
    expect(said(readUnlink(choosing(shown, unlinkInputs.what, value), known, groups))).toEqual({
      'unlink.what': expect.stringContaining('has no connection of that name'),
    });
  });
});
