import limits from '../data/limits.json' with { type: 'json' };
import { basicBlocks, block } from './blocks-basic.ts';
import { dataBlocks } from './blocks-data.ts';
import {
  and,
  boolean,
  byType,
  type Check,
  type Fields,
  list,
  literal,
  object,
  pick,
  string,
  wrong,
} from './check.ts';
import { anyText, image, mrkdwn, plainText } from './composition.ts';
import { elements } from './elements.ts';
import { richText } from './rich-text.ts';

const card = and(
  block(
    'card',
    {},
    {
      hero_image: image,
      icon: image,
      title: mrkdwn(limits.card.title.max_length),
      subtitle: mrkdwn(limits.card.subtitle.max_length),
      body: mrkdwn(limits.card.body.max_length),
      subtext: mrkdwn(limits.card.subtext.max_length),
      actions: list(byType(pick(elements, ['button'])), { max: limits.card.actions.max_items }),
    },
  ),
  (value, at) =>
    ['hero_image', 'title', 'actions', 'body'].some((key) => value[key] !== undefined)
      ? []
      : wrong('must provide hero_image, title, actions or body', at),
);

const inContainers = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
];

const container = and(
  block(
    'container',
    {
      child_blocks: list(byType(pick({ ...basicBlocks, ...dataBlocks }, inContainers)), {
        min: 1,
        max: limits.container.child_blocks.max_items,
      }),
    },
    {
      title: plainText(limits.container.title.max_length),
      rich_text_title: richText,
      subtitle: anyText(limits.container.subtitle.max_length),
      width: literal('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  ),
  (value, at) =>
    value.title === undefined && value.rich_text_title === undefined
      ? wrong('must provide title or rich_text_title', at)
      : [],
);

const taskCard: Check = block(
  'task_card',
  {
    task_id: string({ min: 1 }),
    title: string({ min: 1 }),
    status: literal('pending', 'in_progress', 'complete', 'error'),
  },
  { details: richText, output: richText, sources: list(byType(pick(elements, ['url']))) },
);

const address = string({ min: 1, max: limits.url_source.url.max_length });

const video = block(
  'video',
  {
    video_url: address,
    thumbnail_url: address,
    alt_text: string({ min: limits.video.alt_text.min_length, max: limits.video.alt_text.max_length }),
    title: plainText(limits.video.title.max_length),
  },
  {
    title_url: address,
    author_name: string({ max: limits.video.author_name.max_length }),
    provider_name: string({ max: limits.video.provider_name.max_length }),
    provider_icon_url: address,
    description: plainText(limits.video.description.max_length),
  },
);

/** Blocks that hold others, and those that few apps use. */
export const richBlocks: Fields = {
  alert: block(
    'alert',
    { text: anyText(limits.alert.text.max_length) },
    { level: literal('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: block('carousel', {
    elements: list(byType({ card }), {
      min: limits.carousel.elements.min_items,
      max: limits.carousel.elements.max_items,
    }),
  }),
  container,
  task_card: taskCard,
  plan: block('plan', { title: string({ min: 1 }) }, { tasks: list(byType({ task_card: taskCard })) }),
  video,
  file: object({ type: literal('file'), source: literal('remote'), external_id: string({ min: 1 }) }),
};
