import { eventually, present } from './eventually.ts';
import { startHand } from './hand.ts';
import { confirm } from './life.ts';
import { channels, type PersonName, people } from './person.ts';
import { trailOf } from './trail.ts';
import { type GrantLine, startWatchedWorld, type WatchedWorld } from './watched-world.ts';

/** More than there are approvers: what is asked for stays open. */
const policy = { unlink: { approvals: 3 } };

/** Types what needs no form, confirms it, and gets the request's id. */
export async function requestOf(world: WatchedWorld, by: PersonName, text: string): Promise<string> {
  const person = world.person(by);
  const idsNow = async () =>
    (await trailOf(world)).flatMap(({ act, requestId }) => (act === 'request' ? [requestId] : []));
  const known = new Set(await idsNow());
  await confirm(person, await person.commandForModal(channels.netOps, text));
  return eventually(async () =>
    present(
      (await idsNow()).find((id) => !known.has(id)),
      `the request "${text}"`,
    ),
  );
}

/** A world in which omar has asked for three changes of lon-01 that wait for approval; the grants hold afterwards. */
export async function startWithPending(grants: readonly GrantLine[]) {
  const world = await startWatchedWorld({ policy });
  const open = await requestOf(world, 'omar', 'unlink lon-01 conn-lon-hub');
  const others: Readonly<Partial<Record<PersonName, string>>> = {
    ana: await requestOf(world, 'omar', 'unlink lon-01 conn-lon-data'),
    adam: await requestOf(world, 'omar', 'unlink lon-01 conn-lon-dr'),
  };
  await world.stopBot();
  await world.startUnder({ grants, policy });
  const hand = await startHand(world);
  const value = JSON.stringify({ request: open });

  /** What the person is told, or `approved`. */
  async function approve(by: PersonName): Promise<string> {
    const before = (await hand.answersTo(by)).length;
    await hand.send(await hand.aPress({ by, action: 'request.approve', value }));
    return eventually(async () => {
      const said = (await hand.answersTo(by))[before];
      if (said !== undefined) return said;
      const given = (await trailOf(world)).some(
        (entry) => entry.act === 'approve' && entry.by === people[by] && entry.requestId === open,
      );
      if (!given) throw new Error(`nothing came of the approval by ${by}`);
      return 'approved';
    });
  }

  return {
    world,
    hand,
    /** The request that stays open, if it is not withdrawn. */
    open,
    approve,
    /** Of those who may reject, each rejects another request. */
    reject: (by: PersonName) =>
      hand.submit(by, {
        callback_id: 'request.reject',
        private_metadata: JSON.stringify({ channelId: channels.approvals, metadata: others[by] ?? open }),
        state: {
          values: { reason: { 'reason.text': { type: 'plain_text_input', value: 'Not this week.' } } },
        },
      }),
    withdraw: (by: PersonName) => hand.press({ by, action: 'request.withdraw', value }),
    /** The same, by one who may: there is nothing to be told. */
    takeBack: async (by: PersonName) =>
      hand.send(await hand.aPress({ by, action: 'request.withdraw', value })),
    stop: (by: PersonName) => hand.press({ by, action: 'request.stop', value }),
    async [Symbol.asyncDispose]() {
      await hand[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}
