import { basicBlocks } from './blocks-basic.ts';
import { dataBlocks } from './blocks-data.ts';
import { richBlocks } from './blocks-rich.ts';
import { byType, type Check, pick } from './check.ts';

export type Surface = 'message' | 'modal' | 'home';

export const maxBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
const messagesOnly: readonly Surface[] = ['message'];

/** Where each block may stand. A `table` and `markdown` are for messages alone, an `alert` for modals. */
const surfacesOf: Readonly<Record<string, readonly Surface[]>> = {
  section: everywhere,
  header: everywhere,
  divider: everywhere,
  image: everywhere,
  context: everywhere,
  actions: everywhere,
  input: everywhere,
  rich_text: everywhere,
  video: everywhere,
  markdown: messagesOnly,
  table: messagesOnly,
  data_table: messagesOnly,
  data_visualization: messagesOnly,
  context_actions: messagesOnly,
  container: messagesOnly,
  task_card: messagesOnly,
  plan: messagesOnly,
  file: messagesOnly,
  card: ['message', 'home'],
  carousel: ['message', 'home'],
  alert: ['modal'],
};

const blocks = { ...basicBlocks, ...dataBlocks, ...richBlocks };

const knownBlocks = Object.keys(surfacesOf);

const tableOf = (surface: Surface): Check =>
  byType(
    pick(
      blocks,
      knownBlocks.filter((type) => surfacesOf[type]?.includes(surface)),
    ),
  );

/** One block of a surface. */
export const blockOn: Readonly<Record<Surface, Check>> = {
  message: tableOf('message'),
  modal: tableOf('modal'),
  home: tableOf('home'),
};
