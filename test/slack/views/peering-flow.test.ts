import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../../src/domain/circuit/circuit.ts';
import type { KnownCircuit } from '../../../src/domain/circuit/known-circuit.ts';
import type { CircuitSight } from '../../../src/domain/operation/circuit-sight.ts';
import type { Intent } from '../../../src/domain/operation/intent.ts';
import { refuse } from '../../../src/domain/result.ts';
import { circuitToken } from '../../../src/slack/blocks/circuit-token.ts';
import { peeringChoiceInput } from '../../../src/slack/blocks/forms/peering-choice.ts';
import { peeringInputs } from '../../../src/slack/blocks/forms/peering-inputs.ts';
import { peeringPayload } from '../../../src/slack/blocks/forms/peering-payload.ts';
import { formMetadata } from '../../../src/slack/writes/form.ts';
import type { FormValues, Input } from '../../../src/slack/writes/values.ts';
import { AzureFault } from '../../../src/usecases/ports.ts';
import { aCircuit, aKnownCircuit, aMicrosoftPeering, aPeering, aService } from '../../support/a-circuit.ts';
import { aGrant, anAccess } from '../../support/an-access.ts';
import { eventually } from '../../support/eventually.ts';
import { aCircuitSight } from '../../support/plan-inputs.ts';
import { quietChat } from '../../support/quiet-chat.ts';
import { startSlackBot } from '../../support/slack-bot.ts';

type Stage = {
  readonly known?: KnownCircuit;
  /** What Azure says now; undefined: there is no such circuit. */
  readonly live?: CircuitSight | undefined;
  readonly fault?: AzureFault;
  readonly role?: 'viewer' | 'operator';
};

/** A bot that remembers one circuit, with an Azure that tells of it. `proposed`: what was to be reviewed. */
async function onStage({ known = aKnownCircuit(), fault, role = 'operator', ...stage }: Stage = {}) {
  const live = 'live' in stage ? stage.live : aCircuitSight(known.circuit);
  const proposed: Intent[] = [];
  const { writer, desk } = quietChat();
  const bot = await startSlackBot({
    access: anAccess(aGrant({ role })),
    deps: {
      writer: {
        ...writer,
        readCircuit: async () => {
          if (fault) throw fault;
          return live;
        },
      },
      desk: {
        ...desk,
        async propose(_caller, intent) {
          proposed.push(intent);
          return refuse({ code: 'nothing-to-change', name: intent.target.name });
        },
      },
    },
  });
  await bot.store.commit({ putCircuits: [known] });
  const views = (method: string) => bot.api.of(method).map(({ body }) => JSON.stringify(body.view));
  return {
    ...bot,
    proposed,
    opened: () => views('views.open'),
    /** What the modal holds in the end. */
    filled: () =>
      eventually(() => {
        const view = views('views.update').at(-1);
        if (view === undefined) throw new Error('the modal was not filled');
        return view;
      }),
    [Symbol.asyncDispose]: () => bot[Symbol.asyncDispose](),
  };
}

const withPeerings = (...peerings: Circuit['peerings']) => aKnownCircuit({ peerings });
const theirs = withPeerings(aPeering({ lastModifiedBy: 'Orange' }));
const chosen = ({ block, action }: Input, value: string): FormValues => ({
  [block]: { [action]: { selected_option: { value } } },
});
const ticked = ({ block, action }: Input): FormValues => ({
  [block]: { [action]: { selected_options: [{ value: 'yes' }] } },
});
const { id } = aCircuit();
const choice = (value: string, token = circuitToken(id)) => ({
  callback_id: 'circuit.peering.choice',
  private_metadata: formMetadata('C0NETOPS001', token),
  state: { values: chosen(peeringChoiceInput, value) },
});

describe('/circuit peering is refused at once', () => {
  test('on a circuit that is not provisioned, with nothing opened', async () => {
    const known = aKnownCircuit({ service: aService({ providerState: 'Provisioning' }) });
    await using stage = await onStage({ known });
    const { words } = await stage.ask('peering lon-01');
    expect(words).toContain('its provider state is Provisioning. It must be Provisioned and Enabled.');
    expect(stage.opened()).toEqual([]);
  });

  test('for who may not operate it', async () => {
    await using stage = await onStage({ role: 'viewer' });
    const { words } = await stage.ask('peering lon-01 private');
    expect(words).toContain('operator');
    expect(stage.opened()).toEqual([]);
  });

  test.each([
    ['peering lon-01 privat', 'Did you mean `private`?'],
    ['peering lon-01 public', 'Azure public peering was retired on 2024-03-31'],
    ['peering', 'Which circuit?'],
    ['peering par-99', 'No circuit is called par-99'],
  ])('%s: %s', async (text, words) => {
    await using stage = await onStage();
    expect((await stage.ask(text)).words).toContain(words);
    expect(stage.opened()).toEqual([]);
  });
});

describe('/circuit peering opens a modal while Azure is read, and fills it', () => {
  test('with what there is and what can be done, where no kind is named', async () => {
    await using stage = await onStage({ known: withPeerings(aPeering()) });
    await stage.command('peering lon-01');
    const view = await stage.filled();
    expect(stage.opened()).toEqual([expect.stringContaining('One moment.')]);
    expect(view).toContain(
      'Azure private peering: VLAN 100, ASN 65010, IPv4 192.168.15.16/30 and 192.168.15.20/30',
    );
    for (const text of [
      'Change Azure private peering',
      'Remove Azure private peering',
      'Create Microsoft peering',
    ])
      expect(view).toContain(`"${text}"`);
    expect(view).not.toContain('Remove Microsoft peering');
  });

  test('with removals alone, where that is wanted', async () => {
    await using stage = await onStage({ known: withPeerings(aPeering()) });
    await stage.command('peering lon-01 remove');
    const view = await stage.filled();
    expect(view).toContain('"Remove Azure private peering"');
    expect(view).not.toContain('Create Microsoft peering');
  });

  test('with the form, which holds what Azure says now and not what was remembered', async () => {
    const live = aCircuitSight({ peerings: [aPeering({ vlanId: 777 })] });
    await using stage = await onStage({ known: withPeerings(aPeering()), live });
    await stage.command('peering lon-01 private');
    const view = await stage.filled();
    expect(view).toContain('"initial_value":"777"');
    expect(view).not.toContain('"initial_value":"100"');
    expect(view).not.toContain(peeringInputs.override.block);
  });

  test('with an override to confirm where the provider manages layer 3', async () => {
    await using stage = await onStage({ known: theirs });
    await stage.command('peering lon-01 private');
    expect(await stage.filled()).toContain(peeringInputs.override.block);
  });

  test.each<[string, Stage, string]>([
    ['that it is gone', { live: undefined }, 'is not in Azure'],
    [
      'that Azure works on it',
      { live: aCircuitSight({ provisioningState: 'Updating', status: 'Disabled' }) },
      'in the middle of another change',
    ],
    [
      'that Azure does not answer',
      { fault: new AzureFault('unavailable', 'Azure is away') },
      'Azure is away',
    ],
  ])('or with the news %s', async (_name, more, words) => {
    await using stage = await onStage(more);
    await stage.command('peering lon-01 private');
    expect(await stage.filled()).toContain(words);
  });
});

describe('a removal', () => {
  test('is reviewed at once', async () => {
    await using stage = await onStage({ known: withPeerings(aPeering()) });
    await stage.command('peering lon-01 private remove');
    await stage.filled();
    expect(stage.proposed).toMatchObject([
      { operation: 'peering', deed: 'remove', peering: 'AzurePrivatePeering', overrideLayer3: false },
    ]);
  });

  test('of a provider’s routing asks for the override first', async () => {
    await using stage = await onStage({ known: theirs });
    await stage.command('peering lon-01 private remove');
    expect(await stage.filled()).toContain('Remove Azure private peering of *lon-01*.');
    expect(stage.proposed).toEqual([]);
    await stage.submit({
      callback_id: 'circuit.peering.remove',
      private_metadata: formMetadata('C0NETOPS001', peeringPayload({ id }, 'AzurePrivatePeering')),
      state: { values: ticked(peeringInputs.override) },
    });
    await eventually(() => expect(stage.proposed).toMatchObject([{ deed: 'remove', overrideLayer3: true }]));
  });

  test('of a provider’s routing that is not there is refused', async () => {
    await using stage = await onStage({ known: theirs });
    await stage.command('peering lon-01 microsoft remove');
    expect(await stage.filled()).toContain('has no Microsoft peering that could be removed.');
  });
});

describe('the choice', () => {
  test('of a form is followed by it', async () => {
    await using stage = await onStage({ known: withPeerings(aMicrosoftPeering()) });
    const answer: unknown = await (await stage.submit(choice('set:MicrosoftPeering'))).json();
    expect(answer).toMatchObject({ response_action: 'update' });
    expect(await stage.filled()).toContain('"initial_value":"203.0.113.0/24"');
  });

  test('of a removal is followed by its review', async () => {
    await using stage = await onStage({ known: withPeerings(aPeering()) });
    await stage.submit(choice('remove:AzurePrivatePeering'));
    await eventually(() => expect(stage.proposed).toMatchObject([{ deed: 'remove' }]));
  });

  test.each([
    ['drop:MicrosoftPeering', undefined, 'cannot be read any more'],
    ['set:OddPeering', undefined, 'cannot be read any more'],
    ['set:MicrosoftPeering', 'f'.repeat(24), 'is no longer in Azure'],
    ['set:MicrosoftPeering', '', 'is no longer in Azure'],
  ])('forged as %s of %s changes nothing', async (value, token, words) => {
    await using stage = await onStage();
    expect(await (await stage.submit(choice(value, token))).text()).toContain(words);
    expect(stage.proposed).toEqual([]);
  });

  test('of a public peering that is to be set is refused', async () => {
    await using stage = await onStage();
    await stage.submit(choice('set:AzurePublicPeering'));
    expect(await stage.filled()).toContain('was retired on 2024-03-31');
  });
});

describe('the form', () => {
  const submitted = (peering: string, values: FormValues, circuit = id) => ({
    callback_id: 'circuit.peering',
    private_metadata: formMetadata('C0NETOPS001', peeringPayload({ id: circuit }, peering)),
    state: { values },
  });
  const typed = ({ block, action }: Input, value: string): FormValues => ({
    [block]: { [action]: { value } },
  });
  const right: FormValues = {
    ...typed(peeringInputs.vlan, '100'),
    ...typed(peeringInputs['peer-asn'], '65010'),
    ...typed(peeringInputs['ipv4-primary'], '192.168.15.16/29'),
  };

  test('that is right is reviewed', async () => {
    await using stage = await onStage();
    const answer: unknown = await (await stage.submit(submitted('AzurePrivatePeering', right))).json();
    expect(answer).toMatchObject({ response_action: 'update' });
    await eventually(() =>
      expect(stage.proposed).toMatchObject([{ deed: 'set', settings: { vlanId: 100, peerAsn: 65_010 } }]),
    );
  });

  test('that is wrong stays, with the reason at its input', async () => {
    await using stage = await onStage();
    const wrong = { ...right, ...typed(peeringInputs.vlan, '5000') };
    expect(await (await stage.submit(submitted('AzurePrivatePeering', wrong))).json()).toEqual({
      response_action: 'errors',
      errors: { [peeringInputs.vlan.block]: expect.stringContaining('5000 is no VLAN ID') },
    });
    expect(stage.proposed).toEqual([]);
  });

  test.each(['AzurePublicPeering', 'x', ''])('forged for “%s” changes nothing', async (peering) => {
    await using stage = await onStage();
    const answer = await stage.submit(submitted(peering, right));
    expect(await answer.text()).toContain('cannot be read any more');
    expect(stage.proposed).toEqual([]);
  });
});
