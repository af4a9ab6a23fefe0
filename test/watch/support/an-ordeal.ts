import fc from 'fast-check';
import { aSlackFault, type Play } from './a-slack.ts';
import { type anOutbox, diskFull } from './an-outbox.ts';

export type Event =
  | { readonly kind: 'owe' | 'wake' | 'restart' | 'disk-full' | 'slack-silent' }
  | { readonly kind: 'slack-plays'; readonly play: Play }
  | { readonly kind: 'pass'; readonly ms: number };

/** What happens to an outbox: new messages, restarts, and every trouble that Slack and the disk can make. */
export const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'owe' as const }) },
  fc.constantFrom<Event[]>(
    { kind: 'wake' },
    { kind: 'restart' },
    { kind: 'disk-full' },
    { kind: 'slack-silent' },
  ),
  fc
    .constantFrom<Play[]>(
      { kind: 'lost' },
      { kind: 'arrived' },
      { kind: 'hangs' },
      { kind: 'failed', reason: 'not now' },
      { kind: 'throttled', retryAfterMs: 7_000 },
    )
    .map((play) => ({ kind: 'slack-plays' as const, play })),
  fc.nat(9_000).map((ms) => ({ kind: 'pass' as const, ms })),
);

/** Plays the events, mends everything, and restarts once more. `owe` lets something become owed. */
export async function live(
  house: ReturnType<typeof anOutbox>,
  events: readonly Event[],
  owe: () => Promise<void>,
): Promise<void> {
  let outbox = house.start();
  for (const entry of events) {
    switch (entry.kind) {
      case 'owe':
        await owe();
        outbox.wake();
        break;
      case 'wake':
        outbox.wake();
        break;
      case 'restart':
        // A former process that hangs in a call never does anything again: it is not waited for.
        void outbox.stop();
        await house.clock.run(1_000);
        outbox = house.start();
        outbox.wake();
        break;
      case 'disk-full':
        house.commitFaults.push(diskFull());
        break;
      case 'slack-silent':
        house.slack.lookupFaults.push(aSlackFault());
        break;
      case 'slack-plays':
        house.slack.script.push(entry.play);
        break;
      case 'pass':
        await house.clock.run(entry.ms);
    }
  }
  house.slack.script.length = 0;
  void outbox.stop();
  await house.clock.run(1_000);
  outbox = house.start();
  // One wake a minute, as the watch gives: each fault of the disk may end one of them.
  for (let i = 0; i <= events.length; i++) {
    outbox.wake();
    await house.clock.run(60_000);
  }
}
