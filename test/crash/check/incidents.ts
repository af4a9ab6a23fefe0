import type { Post } from './read-room.ts';

/** An incident as one channel knows it. */
export type ToldIncident = {
  readonly id: string;
  readonly owner: string;
  /** Its messages there, oldest first. */
  readonly cards: readonly Post[];
  /** How it stands, as each digest says that has it. */
  readonly listed: readonly Turn[];
  /** Its threads need not tell everything: some of it stands in a digest, or was folded while Slack was away. */
  readonly isAbridged: boolean;
};

export type Turn = 'bad' | 'well';

const idPattern = /^(INC-\w+) · /mu;
const movedWords = 'It goes on below, in a newer message.';

export function isCard({ words }: Post): boolean {
  return idPattern.test(words);
}

export function toldIncidents(posts: readonly Post[]): readonly ToldIncident[] {
  const isFolded = posts.some(({ text }) => text.endsWith('while Slack could not be reached'));
  const cards = posts.filter(isCard).map((card) => {
    const id = idPattern.exec(card.words)?.[1] ?? '';
    return { id, owner: card.text.split(': ')[0] ?? '', card };
  });
  const lines = posts.flatMap(({ list }) => list?.incidents ?? []);
  const owners = new Map([...cards, ...lines].map(({ id, owner }) => [id, owner]));
  return [...owners].map(([id, owner]) => {
    const listed = lines.filter((line) => line.id === id).map(({ stand }) => stand);
    return {
      id,
      owner,
      cards: cards.filter((told) => told.id === id).map(({ card }) => card),
      listed,
      isAbridged: isFolded || listed.length > 0,
    };
  });
}

/** How it stands, as all that tells of it says; different things, if they do not agree. */
export function standsOf({ cards, listed }: ToldIncident): readonly Turn[] {
  const alive = cards.filter((card) => !isMoved(card)).map(({ words }) => turnOf(words));
  return [...new Set([...alive, ...listed])];
}

function isMoved({ words }: Post): boolean {
  return words.includes(movedWords);
}

const wellSigns = /^(?:<[^>]*> )?:(?:large_green_circle|large_yellow_circle|heavy_minus_sign):/u;

/** A line that begins with a sign. */
export function turnOf(line: string): Turn {
  return wellSigns.test(line) ? 'well' : 'bad';
}

/** How it went, as its messages and their threads tell: each turn once. A digest does not tell it. */
export function turnsOf(incidents: readonly ToldIncident[]): readonly Turn[] {
  const turns = incidents.flatMap((incident) => [
    'bad' as const,
    ...incident.cards.flatMap(({ replies }) => replies.flatMap(linesOf).filter(isTurn).map(turnOf)),
    ...standsOf(incident),
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
  const { id, cards, listed } = incident;
  const alive = cards.filter((card) => !isMoved(card));
  const isLastAlive = alive.length === 1 && alive[0] === cards.at(-1);
  const isToldWell = isLastAlive || (alive.length === 0 && listed.length > 0);
  return [
    ...(isToldWell ? [] : [`${id} is alive in ${alive.length} of ${cards.length} messages`]),
    ...(standsOf(incident).length === 1 ? [] : [`${id} stands so and otherwise`]),
    ...gaps(incident),
  ];
}

/** A reply's key ends with the number of its last step. */
function gaps({ id, cards, isAbridged }: ToldIncident): readonly string[] {
  let told = 0;
  return cards
    .flatMap(({ replies }) => replies)
    .flatMap((reply) => {
      const last = Number(/\.steps\.(\d+)@/u.exec(reply.key)?.[1] ?? Number.NaN);
      const count = linesOf(reply).length;
      const isNext = isAbridged ? last >= told + count : last === told + count;
      const complaint = `${id}: steps to ${last} (${count} of them) after ${told}`;
      told = last;
      return isNext && count > 0 ? [] : [complaint];
    });
}
