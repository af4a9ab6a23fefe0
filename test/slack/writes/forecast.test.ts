import { describe, expect, test } from 'vitest';
import { answer, refuse } from '../../../src/domain/result.ts';
import type { PrefixEvidence } from '../../../src/domain/validation/evidence.ts';
import { peeringModal } from '../../../src/slack/blocks/forms/peering.ts';
import { peeringInputs } from '../../../src/slack/blocks/forms/peering-inputs.ts';
import { peeringPayload } from '../../../src/slack/blocks/forms/peering-payload.ts';
import { formMetadata } from '../../../src/slack/writes/form.ts';
import type { Registries } from '../../../src/usecases/validation/registries.ts';
import { aKnownCircuit, aMicrosoftPeering, aPeering } from '../../support/a-circuit.ts';
import { aRoute, ripe, silent, told } from '../../support/a-prefix-evidence.ts';
import { aGrant, anAccess } from '../../support/an-access.ts';
import { eventually } from '../../support/eventually.ts';
import { fakeRegistries } from '../../support/fake-registries.ts';
import { asShown, typing } from '../../support/form-values.ts';
import { quietChat } from '../../support/quiet-chat.ts';
import { startSlackBot } from '../../support/slack-bot.ts';

const known = aKnownCircuit({ peerings: [aPeering(), aMicrosoftPeering()] });
const { circuit } = known;
type Kind = 'MicrosoftPeering' | 'AzurePrivatePeering';

/** The form of a peering as it stands, with another VLAN, submitted to a bot that proposes whatever is asked for. */
async function reviewed(
  look: Pick<Registries, 'look'>,
  peering: Kind = 'MicrosoftPeering',
  isRefused = false,
) {
  const { desk } = quietChat();
  await using bot = await startSlackBot({
    access: anAccess(aGrant({ role: 'operator' })),
    deps: {
      registries: look,
      organizations: ['Northwind Traders'],
      desk: {
        ...desk,
        propose: async (_caller, intent) =>
          isRefused
            ? refuse({ code: 'nothing-to-change', name: 'lon-01' })
            : answer({
                id: 'R-7K2Q9M',
                intent,
                plan: { changes: [], seen: [], cautions: [], policy: 'peering', steps: [] },
                rule: { approvals: 0, from: 'approver', requesterMayApprove: false, expiresAfterMs: 60_000 },
                shownIn: { channelId: 'C0NETOPS001' },
              }),
      },
    },
  });
  await bot.store.commit({ putCircuits: [known] });
  const metadata = formMetadata('C0NETOPS001', peeringPayload(circuit, peering));
  const shown = asShown(peeringModal({ circuit, peering, byProvider: false, metadata }));
  const { block, action } = peeringInputs.edge;
  const edge = { [block]: { [action]: { selected_options: [{ value: 'yes' }] } } };
  const values = {
    ...typing(shown, peeringInputs.vlan, '301'),
    ...(peering === 'MicrosoftPeering' ? edge : {}),
  };
  const answered = await bot.submit({
    callback_id: 'circuit.peering',
    private_metadata: metadata,
    state: { values },
  });
  expect(await answered.json()).toMatchObject({ response_action: 'update' });
  return await eventually(() => {
    const view = bot.api.of('views.update').at(-1);
    if (!view) throw new Error('the modal was not filled');
    return JSON.stringify(view.body.view);
  });
}

const tells = (evidence: Partial<PrefixEvidence>) => fakeRegistries(() => evidence);

describe.concurrent('the review of a Microsoft peering', () => {
  test('says what will come of its prefixes, and can be confirmed all the same', async () => {
    const { registries, asked } = tells({
      irr: [{ server: ripe, told: told([aRoute({ origin: 64_511 })]) }],
    });
    const view = await reviewed(registries);
    expect(view).toContain('*Will Microsoft validate the prefixes by itself?*');
    expect(view).toContain(':red_circle: *203.0.113.0/24* · validated; if looked at again: will fail');
    expect(view).toContain('If AS64510 is right, change the route object in RIPE to it.');
    expect(view).toContain('"text":"Confirm"');
    expect(asked).toEqual([['203.0.113.0/24']]);
  });

  test('names who did not answer', async () => {
    const mute = { irr: [{ server: ripe, told: silent() }], rpki: silent(), holder: silent() };
    const view = await reviewed(tells(mute).registries);
    expect(view).toContain('not clear yet');
    expect(view).toContain('whois.ripe.net:43: did not answer in time');
  });

  test('comes without a forecast when the registries break', async () => {
    const view = await reviewed({ look: () => Promise.reject(new Error('broken')) });
    expect(view).toContain('"text":"Confirm"');
    expect(view).not.toContain('Will Microsoft validate');
  });

  test('that is refused waits for no registry', async () => {
    const view = await reviewed({ look: () => new Promise(() => {}) }, 'MicrosoftPeering', true);
    expect(view).toContain('lon-01');
    expect(view).not.toContain('Will Microsoft validate');
  });
});

test('of a private peering no registry is asked', async () => {
  const { registries, asked } = tells({});
  expect(await reviewed(registries, 'AzurePrivatePeering')).toContain('"text":"Confirm"');
  expect(asked).toEqual([]);
});
