import type { Post } from './read-room.ts';

/** An incident as one channel knows it: its messages there, oldest first. */
export type ToldIncident = { readonly id: string; readonly owner: string; readonly cards: readonly Post[] };

const idPattern = /^(INC-\w+) · /mu;
const movedWords = 'It goes on below, in a newer message.';

export function isCard({ words }: Post): boolean {
  return idPattern.test(words);
}

export function toldIncidents(posts: readonly Post[]): readonly ToldIncident[] {
  const byId = Map.groupBy(posts.filter(isCard), ({ words }) => idPattern.exec(words)?.[1] ?? '');
  return [...byId].map(([id, cards]) => ({ id, cards, owner: cards[0]?.text.split(': ')[0] ?? '' }));
}

export type Turn = 'bad' | 'well';

/** How it stands, as its newest message says. */
export function standOf({ cards }: ToldIncident): Turn {
  return turnOf(cards.at(-1)?.words ?? '');
}

const wellSigns = /^(?:<[^>]*> )?:(?:large_green_circle|large_yellow_circle|heavy_minus_sign):/u;

function turnOf(line: string): Turn {
  return wellSigns.test(line) ? 'well' : 'bad';
}

/** How it went, as its messages and their threads tell: each turn once. */
export function turnsOf(incidents: readonly ToldIncident[]): readonly Turn[] {
  const turns = incidents.flatMap((incident) => [
    'bad' as const,
    ...incident.cards.flatMap(({ replies }) => replies.flatMap(linesOf).filter(isTurn).map(turnOf)),
    standOf(incident),
  ]);
  return turns.filter((turn, index) => turn !== turns[index - 1]);
}

/** A step, a line of a reply. */
function linesOf({ words }: Post): readonly string[] {
  return words.split('\n').filter((line) => line.startsWith('<!date'));
}

function isTurn(line: string): boolean {
  return !/:(?:eyes|point_right|no_bell|arrows_counterclockwise|double_vertical_bar):/u.test(line);
}

/** What is wrong with the messages themselves: one of them is alive, and the threads have each step once, in order. */
export function complaintsOf(incident: ToldIncident): readonly string[] {
  const { id, cards } = incident;
  const alive = cards.filter(({ words }) => !words.includes(movedWords));
  const isLastAlive = alive.length === 1 && alive[0] === cards.at(-1);
  return [
    ...(isLastAlive ? [] : [`${id} is alive in ${alive.length} of ${cards.length} messages`]),
    ...gaps(
      id,
      cards.flatMap(({ replies }) => replies),
    ),
  ];
}

/** A reply's key ends with the number of its last step. */
function gaps(id: string, replies: readonly Post[]): readonly string[] {
  let told = 0;
  return replies.flatMap((reply) => {
    const last = Number(/\.steps\.(\d+)@/u.exec(reply.key)?.[1] ?? Number.NaN);
    const count = linesOf(reply).length;
    const isNext = last === told + count && count > 0;
    const complaint = `${id}: steps to ${last} (${count} of them) after ${told}`;
    told = last;
    return isNext ? [] : [complaint];
  });
}
