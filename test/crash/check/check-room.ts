import type { Room } from '../rooms.ts';
import type { Diary } from '../storm/diary.ts';
import { explain } from './explain.ts';
import { complaintsOf, isCard, standOf, toldIncidents, turnsOf } from './incidents.ts';
import { differencesOf, toldChange } from './plain-changes.ts';
import type { Post } from './read-room.ts';

/**
 * What is wrong with what one channel was told, held against what really was: something missing, something twice, out
 * of order within a circuit, or an end that is not the truth. None: all is well.
 */
export function checkRoom(room: Room, posts: readonly Post[], diary: Diary): readonly string[] {
  return [
    ...doubles(posts),
    ...strangers(posts),
    ...diary
      .names()
      .flatMap((name) => [
        ...checkChanges(room, name, posts, diary),
        ...checkTrouble(room, name, posts, diary),
      ]),
    ...toldIncidents(posts).flatMap(complaintsOf),
    ...blindness(posts),
  ].map((complaint) => `${room.channel}: ${complaint}`);
}

function doubles(posts: readonly Post[]): readonly string[] {
  const all = posts.flatMap((post) => [post, ...post.replies]);
  const byKey = Map.groupBy(all, ({ key }) => key);
  return [...byKey]
    .filter(([key, same]) => key === '' || same.length > 1)
    .map(([key, same]) => `${same.length} messages with the key '${key}'`);
}

/** What the check does not know it cannot hold against anything. */
function strangers(posts: readonly Post[]): readonly string[] {
  return posts
    .filter((post) => !isCard(post) && !toldChange(post))
    .map(({ text }) => `nobody expected '${text}'`);
}

function checkChanges(room: Room, name: string, posts: readonly Post[], diary: Diary): readonly string[] {
  const told = posts.flatMap((post) => {
    const change = toldChange(post);
    return change?.circuit === name ? [change.difference] : [];
  });
  const sights = room.hears(name) ? diary.of(name).settings : [];
  const wrong = explain(sights, told, (a, b) => differencesOf(a, b).filter(room.wants));
  return wrong === undefined ? [] : [`${name}: changes: ${wrong}`];
}

function checkTrouble(room: Room, name: string, posts: readonly Post[], diary: Diary): readonly string[] {
  const incidents = toldIncidents(posts).filter(({ owner }) => owner === name);
  const sights = room.hears(name) && room.hearsIncidents ? diary.of(name).trouble : [];
  const wrong = explain(sights, turnsOf(incidents), (was, is) => (was === is ? [] : [is ? 'bad' : 'well']));
  return wrong === undefined ? [] : [`${name}: incidents: ${wrong}`];
}

/** Nobody but the bot knows when it could not see; in the end it can. */
function blindness(posts: readonly Post[]): readonly string[] {
  return toldIncidents(posts)
    .filter((incident) => incident.owner === 'Trunkline' && standOf(incident) === 'bad')
    .map(({ id, cards }) => `${id} is still open: ${cards.at(-1)?.text}`);
}
