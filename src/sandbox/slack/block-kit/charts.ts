import limits from '../data/limits.json' with { type: 'json' };
import { byType, type Check, list, literal, number, object, string, wrong } from './check.ts';

const { segments, segment, series, series_name, data, point_label, categories, category_label, axis_label } =
  limits.data_visualization;

/** Slack's page says six, the limits file twelve: what both allow. */
const fewest = (items: { min_items: number; max_items: number }) => ({
  min: items.min_items,
  max: Math.min(items.max_items, 6),
});

const share: Check = (value, at) =>
  typeof value === 'number' && value > segment.value.exclusive_min
    ? []
    : wrong('must be a number above 0', at);

const point = object({ label: string({ min: 1, max: point_label.max_length }), value: number });
const row = object({
  name: string({ min: 1, max: series_name.max_length }),
  data: list(point, { min: data.min_items, max: data.max_items }),
});
const axes = object(
  {
    categories: list(string({ min: 1, max: category_label.max_length }), {
      min: categories.min_items,
      max: categories.max_items,
    }),
  },
  { x_label: string({ max: axis_label.max_length }), y_label: string({ max: axis_label.max_length }) },
);

const plotted = (type: string): Check =>
  object({ type: literal(type), series: list(row, fewest(series)), axis_config: axes });

/** What a `data_visualization` block draws. */
export const charts: Check = byType({
  pie: object({
    type: literal('pie'),
    segments: list(
      object({ label: string({ min: 1, max: segment.label.max_length }), value: share }),
      fewest(segments),
    ),
  }),
  bar: plotted('bar'),
  line: plotted('line'),
  area: plotted('area'),
});
