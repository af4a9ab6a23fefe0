import { describe, expect, it } from 'vitest';
import { historyCaps, type Store } from '../../src/usecases/store.ts';
import { aDigest, anIncident, cardOf, resolved } from './support/alert-builders.ts';
import { anOwed } from './support/builders.ts';
import { aRequest } from './support/request-builders.ts';

const version = (key: string, card = 'card', channelId = 'C1') =>
  anOwed(key, { card, to: { channelId }, owedAt: Number(key) });
const posted = (ts: string) => ({ channelId: 'C1', ts });

/** Cards: messages that are posted once and edited afterwards. */
export function describeCardContract(current: () => Store): void {
  const owedKeys = async () => (await current().owed()).map(({ key }) => key);

  describe('the versions of a card', () => {
    it('take the place of one another, also in the queue, and keep their name and since when they are owed', async () => {
      await current().commit({ owe: [anOwed('before'), version('1'), anOwed('after')] });
      await current().commit({ owe: [version('2')] });
      const newer = { ...version('2'), owedAt: version('1').owedAt };
      expect(await current().owed()).toEqual([anOwed('before'), newer, anOwed('after')]);
    });

    it('are each for their own recipient', async () => {
      await current().commit({ owe: [version('1'), version('2', 'card', 'C2')] });
      expect(await owedKeys()).toEqual(['1', '2']);
    });

    it('leave other cards and other messages alone', async () => {
      await current().commit({ owe: [anOwed('a'), version('1', 'one'), version('2', 'two')] });
      expect(await owedKeys()).toEqual(['a', '1', '2']);
    });

    it('settle the older ones: none comes back', async () => {
      await current().commit({ owe: [version('1'), version('2')] });
      await current().commit({ owe: [version('1'), version('2')] });
      expect(await owedKeys()).toEqual(['2']);
      await current().commit({ settle: ['2'] });
      await current().commit({ owe: [version('1')] });
      expect(await owedKeys()).toEqual([]);
    });

    it('and other messages stand before another one that waits where the transaction says so', async () => {
      await current().commit({ owe: [anOwed('a'), anOwed('b'), anOwed('c')] });
      const owe = [version('1', 'one'), anOwed('late')];
      const oweBefore = [
        { key: '1', before: 'b' },
        { key: 'late', before: 'nobody' },
      ];
      await current().commit({ owe, oweBefore, settle: ['b'] });
      expect(await owedKeys()).toEqual(['a', '1', 'c', 'late']);
    });

    it('are owed anew when the one before has arrived', async () => {
      await current().commit({ owe: [version('1')] });
      await current().commit({ settle: ['1'], putPosted: [{ card: 'card', posted: posted('1.0') }] });
      await current().commit({ owe: [version('2')] });
      expect(await owedKeys()).toEqual(['2']);
      expect(await current().posted('card')).toEqual(posted('1.0'));
    });

    it('may arrive while a newer one takes their place: the newer one is still owed', async () => {
      await current().commit({ owe: [version('1')] });
      await current().commit({ owe: [version('2')] });
      await current().commit({ settle: ['1'], putPosted: [{ card: 'card', posted: posted('1.0') }] });
      expect(await owedKeys()).toEqual(['2']);
    });
  });

  describe('where a card stands', () => {
    it('is what was put last, and unknown of others', async () => {
      await current().commit({ putPosted: [{ card: 'a', posted: posted('1.0') }] });
      await current().commit({ putPosted: [{ card: 'a', posted: posted('2.0') }] });
      expect(await current().posted('a')).toEqual(posted('2.0'));
      expect(await current().posted('b')).toBeUndefined();
    });

    it('is kept of what goes on: an incident, a digest with one, and the card of a thread in which something is owed', async () => {
      const living = [cardOf.incident('open'), cardOf.digest('living'), 'thread'];
      const over = [cardOf.incident('over'), cardOf.digest('over')];
      const many = Array.from({ length: historyCaps.posted }, (_, index) => `card-${index}`);
      const put = (cards: readonly string[]) => cards.map((card) => ({ card, posted: posted('1.0') }));
      await current().commit({
        putIncidents: [anIncident('open'), resolved('over', 1_000)],
        putDigests: [aDigest('living', ['open']), aDigest('over', ['over'])],
        owe: [anOwed('reply', { replyTo: 'thread' })],
        putPosted: put([...living, ...over]),
      });
      await current().commit({ putPosted: put(many) });
      for (const card of living) expect(await current().posted(card)).toBeDefined();
      for (const card of over) expect(await current().posted(card)).toBeUndefined();
    });

    it('is kept of what was edited lately: what was left alone longest goes first', async () => {
      const put = (card: string, ts: string) => ({ card, posted: posted(ts) });
      const many = Array.from({ length: historyCaps.posted - 2 }, (_, index) => put(`card-${index}`, '1.0'));
      await current().commit({ putPosted: [put('edited', '1.0'), put('alone', '1.0'), ...many] });
      await current().commit({ putPosted: [put('edited', '1.0')] });
      await current().commit({ putPosted: [put('new', '2.0')] });
      expect(await current().posted('edited')).toEqual(posted('1.0'));
      expect(await current().posted('alone')).toBeUndefined();
    });

    it('is kept of so many; the oldest go first, but not those that may be edited again', async () => {
      const cards = ['request.open', 'request.over', 'owed', 'other-1', 'other-2'];
      const many = Array.from({ length: historyCaps.posted - cards.length }, (_, index) => `card-${index}`);
      await current().commit({
        putRequests: [aRequest('open'), aRequest('over', {}, { state: 'expired', at: 1 })],
        owe: [version('1', 'owed')],
        putPosted: [...cards, ...many].map((card) => ({ card, posted: posted('1.0') })),
      });
      await current().commit({
        putPosted: ['new-1', 'new-2'].map((card) => ({ card, posted: posted('2.0') })),
      });
      const there = await Promise.all(
        [...cards, ...many, 'new-1', 'new-2'].map(async (card) =>
          (await current().posted(card)) ? [card] : [],
        ),
      );
      expect(there.flat()).toEqual(['request.open', 'owed', 'other-2', ...many, 'new-1', 'new-2']);
    });
  });
}
