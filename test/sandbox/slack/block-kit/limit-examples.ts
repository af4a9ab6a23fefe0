import type { Surface } from '../../../../src/sandbox/slack/block-kit/validate.ts';

export type Json = Record<string, unknown>;
export type Example = { surface: Surface; blocks: Json[] } | { view: Json };

/** `n` characters that are two UTF-16 units each: Slack counts them once. */
export const letters = (n: number): string => '𝒳'.repeat(Math.max(0, n));
export const plain = (n: number): Json => ({ type: 'plain_text', text: letters(n) });
const mrkdwn = (n: number): Json => ({ type: 'mrkdwn', text: letters(n) });
const times = <Item>(n: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: n }, (_, i) => make(i));

const message = (...blocks: Json[]): Example => ({ surface: 'message', blocks });
const modal = (...blocks: Json[]): Example => ({ surface: 'modal', blocks });
const actions = (...elements: Json[]): Example => message({ type: 'actions', elements });
const button = (more: Json = {}): Json => ({ type: 'button', text: plain(2), ...more });
const option = (more: Json = {}): Json => ({ text: plain(2), value: 'v', ...more });
const select = (more: Json = {}): Json => ({ type: 'static_select', options: [option()], ...more });
const group = (more: Json = {}): Json => ({ label: plain(2), options: [option()], ...more });
const input = (more: Json = {}): Json => ({
  type: 'input',
  label: plain(2),
  element: { type: 'plain_text_input' },
  ...more,
});
const image = (more: Json = {}): Json => ({
  type: 'image',
  alt_text: 'a map',
  image_url: 'https://example.com/a.png',
  ...more,
});
const card = (more: Json = {}): Json => ({ type: 'card', body: mrkdwn(2), ...more });
const container = (more: Json = {}): Json => ({
  type: 'container',
  title: plain(2),
  child_blocks: [{ type: 'divider' }],
  ...more,
});
const feedback = (more: Json = {}): Example => {
  const one = { text: plain(2), value: 'v', ...more };
  const elements = [{ type: 'feedback_buttons', positive_button: one, negative_button: one }];
  return message({ type: 'context_actions', elements });
};
const raw = (text: string): Json => ({ type: 'raw_text', text });
const dataTable = (rows: Json[][], more: Json = {}): Example =>
  message({ type: 'data_table', caption: 'circuits', rows, ...more });
const chart = (of: Json, more: Json = {}): Example =>
  message({ type: 'data_visualization', title: 'load', chart: of, ...more });
const segment = (more: Json = {}): Json => ({ label: 'in', value: 1, ...more });
const pie = (...segments: Json[]): Example => chart({ type: 'pie', segments });
const series = (more: Json = {}): Json => ({ name: 'in', data: [{ label: 'a', value: 1 }], ...more });
const bar = (all: Json[], axes: Json = {}): Example =>
  chart({ type: 'bar', series: all, axis_config: { categories: ['a'], ...axes } });
const video = (more: Json = {}): Example =>
  message({
    type: 'video',
    video_url: 'https://example.com/v',
    thumbnail_url: 'https://example.com/t.png',
    alt_text: 'a film',
    title: plain(2),
    ...more,
  });
const view = (more: Json = {}): Example => ({
  view: { type: 'modal', title: plain(2), blocks: [{ type: 'divider' }], ...more },
});
const task = (more: Json): Example =>
  message({
    type: 'task_card',
    task_id: 't',
    title: 'look',
    status: 'pending',
    sources: [{ type: 'url', url: 'u', text: 't', ...more }],
  });

/** For each limit of limits.json, by its path there, something that measures `n` against it. */
export const examples: Record<string, (n: number) => Example> = {
  text: (n) => message({ type: 'context', elements: [mrkdwn(n)] }),
  action_id: (n) => actions(button({ action_id: letters(n) })),
  block_id: (n) => message({ type: 'divider', block_id: letters(n) }),
  'button.text': (n) => actions(button({ text: plain(n) })),
  'button.url': (n) => actions(button({ url: letters(n) })),
  'button.value': (n) => actions(button({ value: letters(n) })),
  'button.accessibility_label': (n) => actions(button({ accessibility_label: letters(n) })),
  'confirmation.title': (n) => actions(button({ confirm: { text: plain(2), title: plain(n) } })),
  'confirmation.text': (n) => actions(button({ confirm: { text: mrkdwn(n) } })),
  'confirmation.confirm': (n) => actions(button({ confirm: { text: plain(2), confirm: plain(n) } })),
  'confirmation.deny': (n) => actions(button({ confirm: { text: plain(2), deny: plain(n) } })),
  'option.text': (n) => actions(select({ options: [option({ text: plain(n) })] })),
  'option.value': (n) => actions(select({ options: [option({ value: letters(n) })] })),
  'option.description': (n) => actions(select({ options: [option({ description: plain(n) })] })),
  'option.url': (n) => actions({ type: 'overflow', options: [option({ url: letters(n) })] }),
  'option_group.label': (n) =>
    actions({ type: 'static_select', option_groups: [group({ label: plain(n) })] }),
  'option_group.options': (n) =>
    actions({ type: 'static_select', option_groups: [group({ options: times(n, () => option()) })] }),
  'select.placeholder': (n) => actions(select({ placeholder: plain(n) })),
  'select.options': (n) => actions(select({ options: times(n, () => option()) })),
  'select.option_groups': (n) => actions({ type: 'static_select', option_groups: times(n, () => group()) }),
  'overflow.options': (n) => actions({ type: 'overflow', options: times(n, () => option()) }),
  'checkboxes.options': (n) => actions({ type: 'checkboxes', options: times(n, () => option()) }),
  'radio_buttons.options': (n) => actions({ type: 'radio_buttons', options: times(n, () => option()) }),
  'url_source.url': (n) => task({ url: letters(n) }),
  'file_input.max_files': (n) => modal(input({ element: { type: 'file_input', max_files: n } })),
  'plain_text_input.max_length': (n) =>
    modal(input({ element: { type: 'plain_text_input', max_length: n } })),
  'actions.elements': (n) => actions(...times(n, () => button())),
  'alert.text': (n) => modal({ type: 'alert', text: plain(n) }),
  'card.title': (n) => message(card({ title: mrkdwn(n) })),
  'card.subtitle': (n) => message(card({ subtitle: mrkdwn(n) })),
  'card.body': (n) => message(card({ body: mrkdwn(n) })),
  'card.subtext': (n) => message(card({ subtext: mrkdwn(n) })),
  'card.actions': (n) => message(card({ actions: times(n, () => button()) })),
  'carousel.elements': (n) => message({ type: 'carousel', elements: times(n, () => card()) }),
  'container.title': (n) => message(container({ title: plain(n) })),
  'container.subtitle': (n) => message(container({ subtitle: plain(n) })),
  'container.child_blocks': (n) =>
    message(container({ child_blocks: times(n, () => ({ type: 'divider' })) })),
  'context.elements': (n) => message({ type: 'context', elements: times(n, () => mrkdwn(2)) }),
  'context_actions.elements': (n) =>
    message({
      type: 'context_actions',
      elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain(2) })),
    }),
  'feedback_button.text': (n) => feedback({ text: plain(n) }),
  'feedback_button.value': (n) => feedback({ value: letters(n) }),
  'feedback_button.accessibility_label': (n) => feedback({ accessibility_label: letters(n) }),
  'icon_button.visible_to_user_ids': (n) =>
    message({
      type: 'context_actions',
      elements: [
        {
          type: 'icon_button',
          icon: 'trash',
          text: plain(2),
          visible_to_user_ids: times(n, (index) => `U${index}`),
        },
      ],
    }),
  'data_table.rows': (n) => dataTable(times(n, () => [raw('a')])),
  'data_table.columns': (n) => dataTable(times(2, () => times(n, () => raw('a')))),
  'data_table.page_size': (n) => dataTable([[raw('a')], [raw('b')]], { page_size: n }),
  'data_table.cell_text': (n) => dataTable([[raw(letters(n))], [raw('b')]]),
  'data_table.content': (n) => dataTable([[raw('a')], [raw(letters(n - 1))]]),
  'data_visualization.title': (n) => chart({ type: 'pie', segments: [segment()] }, { title: letters(n) }),
  'data_visualization.segments': (n) => pie(...times(n, () => segment())),
  'data_visualization.segment.label': (n) => pie(segment({ label: letters(n) })),
  'data_visualization.segment.value': (n) => pie(segment({ value: n })),
  'data_visualization.series': (n) => bar(times(n, () => series())),
  'data_visualization.series_name': (n) => bar([series({ name: letters(n) })]),
  'data_visualization.data': (n) => bar([series({ data: times(n, () => ({ label: 'a', value: 1 })) })]),
  'data_visualization.point_label': (n) => bar([series({ data: [{ label: letters(n), value: 1 }] })]),
  'data_visualization.categories': (n) => bar([series()], { categories: times(n, () => 'a') }),
  'data_visualization.category_label': (n) => bar([series()], { categories: [letters(n)] }),
  'data_visualization.axis_label': (n) => bar([series()], { x_label: letters(n) }),
  'header.text': (n) => message({ type: 'header', text: plain(n) }),
  'image.image_url': (n) => message(image({ image_url: letters(n) })),
  'image.alt_text': (n) => message(image({ alt_text: letters(n) })),
  'input.label': (n) => modal(input({ label: plain(n) })),
  'input.hint': (n) => modal(input({ hint: plain(n) })),
  'markdown.text': (n) => message({ type: 'markdown', text: letters(n) }),
  'section.text': (n) => message({ type: 'section', text: mrkdwn(n) }),
  'section.fields': (n) => message({ type: 'section', fields: times(n, () => mrkdwn(2)) }),
  'section.fields.item': (n) => message({ type: 'section', fields: [mrkdwn(n)] }),
  'video.alt_text': (n) => video({ alt_text: letters(n) }),
  'video.title': (n) => video({ title: plain(n) }),
  'video.author_name': (n) => video({ author_name: letters(n) }),
  'video.description': (n) => video({ description: plain(n) }),
  'video.provider_name': (n) => video({ provider_name: letters(n) }),
  'view.blocks': (n) => view({ blocks: times(n, () => ({ type: 'divider' })) }),
  'view.private_metadata': (n) => view({ private_metadata: letters(n) }),
  'view.callback_id': (n) => view({ callback_id: letters(n) }),
  'view.title': (n) => view({ title: plain(n) }),
  'view.close': (n) => view({ close: plain(n) }),
  'view.submit': (n) => view({ submit: plain(n) }),
};
