import type { Room } from '../rooms.ts';
import type { Diary } from '../storm/diary.ts';
import { explain } from './explain.ts';
import { complaintsOf, isCard, standsOf, type ToldIncident, toldIncidents, turnsOf } from './incidents.ts';
import { differencesOf, type ToldChange, toldChange } from './plain-changes.ts';
import type { Post } from './read-room.ts';

/**
 * What is wrong with what one channel was told, held against what really was: something missing, something twice, out
 * of order within a circuit, or an end that is not the truth. None: all is well.
 */
export function checkRoom(room: Room, posts: readonly Post[], diary: Diary): readonly string[] {
  const incidents = toldIncidents(posts);
  return [
    ...doubles(posts),
    ...strangers(posts),
    ...diary.names().flatMap((name) => [
      ...checkChanges(room, name, posts, diary),
      ...checkTrouble(
        room,
        name,
        incidents.filter(({ owner }) => owner === name),
        diary,
      ),
    ]),
    ...incidents.flatMap(complaintsOf),
    ...blindness(incidents),
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
    .filter((post) => !isCard(post) && changesIn(post).length === 0 && !post.list?.incidents.length)
    .map(({ text }) => `nobody expected '${text}'`);
}

function changesIn(post: Post): readonly ToldChange[] {
  if (post.list) return post.list.changes;
  const change = toldChange(post);
  return change ? [change] : [];
}

function checkChanges(room: Room, name: string, posts: readonly Post[], diary: Diary): readonly string[] {
  const told = posts.flatMap(changesIn).filter(({ circuit }) => circuit === name);
  const sights = room.hears(name) ? diary.of(name).settings : [];
  const wrong = explain(
    sights,
    told.map(({ difference }) => difference),
    (before, after) => differencesOf(before, after).filter(room.wants),
  );
  return wrong === undefined ? [] : [`${name}: changes: ${wrong}`];
}

function checkTrouble(
  room: Room,
  name: string,
  incidents: readonly ToldIncident[],
  diary: Diary,
): readonly string[] {
  const sights = room.hears(name) && room.hearsIncidents ? diary.of(name).trouble : [];
  // Then it is told how it stands, not how it went.
  if (incidents.some(({ isAbridged }) => isAbridged)) {
    const isBad = incidents.some((incident) => standsOf(incident).includes('bad'));
    return isBad === sights.at(-1)?.state ? [] : [`${name}: incidents: told as bad: ${isBad}`];
  }
  const wrong = explain(sights, turnsOf(incidents), (was, is) => (was === is ? [] : [is ? 'bad' : 'well']));
  return wrong === undefined ? [] : [`${name}: incidents: ${wrong}`];
}

/** Nobody but the bot knows when it could not see; in the end it can. */
function blindness(incidents: readonly ToldIncident[]): readonly string[] {
  return incidents
    .filter((incident) => incident.owner === 'Trunkline' && standsOf(incident).includes('bad'))
    .map(({ id, cards }) => `${id} is still open: ${cards.at(-1)?.text}`);
}
