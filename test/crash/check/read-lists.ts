import type { Message } from '../../support/control.ts';
import type { createPerson } from '../../support/person.ts';
import { elementsIn, wordsOf } from '../../support/reading.ts';

type Person = ReturnType<typeof createPerson>;

const wholeList = 'Show the whole list, as it stands now';
const nextPage = 'Next page';

/** The whole lists behind the digests of a channel, all pages, by the digest's ts: somebody presses each button. */
export async function readLists(person: Person, channel: string): Promise<ReadonlyMap<string, string>> {
  const digests = (await person.messages(channel)).filter((message) => canPress(message, wholeList));
  const lists = new Map<string, string>();
  for (const digest of digests) lists.set(digest.ts, await readList(person, digest));
  return lists;
}

async function readList(person: Person, digest: Message): Promise<string> {
  let page = await person.press(digest, wholeList);
  let words = wordsOf(page);
  while (canPress(page, nextPage)) {
    page = await person.press(page, nextPage);
    words += `\n${wordsOf(page)}`;
  }
  return words;
}

function canPress(message: Message, name: string): boolean {
  return elementsIn(message).some(({ accessibility_label: label }) => label === name);
}
