import type { Control, Json } from '../../support/control.ts';
import type { World } from '../../support/world.ts';
import type { Random } from './random.ts';

const slackMethods = [
  'chat.postMessage',
  'chat.postMessage',
  'chat.postMessage',
  'chat.update',
  'conversations.history',
  'conversations.replies',
] as const;

const troubles = [
  { kind: 'drop' },
  { kind: 'lose-answer' },
  { kind: 'lose-answer' },
  { kind: 'error' },
  { kind: 'throttle', retryAfter: 1 },
  { kind: 'delay', delayMs: 400 },
  { kind: 'hang' },
] as const;

/** What does not keep a poll waiting for longer than a life. */
const azureTroubles = troubles.filter(({ kind }) => kind !== 'hang');

/**
 * The lists of circuits (in their paths the provider comes right after the subscription) and the metrics. The edge is
 * spared: without it sessions are judged by what was a minute ago.
 */
function azureCalls({ environment }: World): readonly string[] {
  const ids = environment.AZURE_SUBSCRIPTION_IDS?.split(',') ?? [];
  return [...ids.map((id) => `${id}/providers/microsoft.network/`), 'metrics'];
}

/** Some trouble for one life of the bot. Tells whether Azure is troubled: a poll then tells less than it says. */
export async function brew(world: World, random: Random): Promise<{ readonly isAzureTroubled: boolean }> {
  const { control } = world;
  await calm(control);
  for (let count = random.between(0, 3); count > 0; count--) {
    await arm(control, {
      target: 'slack',
      match: random.pick(slackMethods),
      times: random.between(1, 2),
      ...random.pick(troubles),
    });
  }
  if (random.chance(0.5))
    await arm(control, { target: 'slack', kind: 'duplicate', match: 'deliver', times: 2 });
  const isAzureTroubled = random.chance(0.25);
  if (isAzureTroubled) {
    const match = random.pick(azureCalls(world));
    await arm(control, { target: 'azure', match, times: 1, ...random.pick(azureTroubles) });
  }
  return { isAzureTroubled };
}

/** Slack takes no message at all. */
export async function closeSlack(control: Control): Promise<void> {
  await arm(control, { target: 'slack', kind: 'throttle', retryAfter: 600, match: 'chat.' });
}

/** All is well again. */
export async function calm(control: Control): Promise<void> {
  for (const target of ['slack', 'azure']) await arm(control, { target, kind: 'clear' });
}

function arm(control: Control, fault: Json): Promise<Json> {
  return control.post('faults', fault);
}
