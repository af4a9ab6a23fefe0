import limits from '../data/limits.json' with { type: 'json' };
import { asList, asObject, asText } from '../world/json.ts';
import { block } from './blocks-basic.ts';
import { charts } from './charts.ts';
import {
  and,
  boolean,
  byType,
  type Fields,
  integer,
  lengthOf,
  list,
  literal,
  number,
  object,
  string,
  wrong,
} from './check.ts';
import { richText } from './rich-text.ts';

const maxTableRows = 100;
const maxTableCells = 20;
/** Slack's page says 101, the limits file 201: what both allow. */
const maxDataRows = Math.min(limits.data_table.rows.max_items, 101);

const rawText = object({
  type: literal('raw_text'),
  text: string({ min: limits.data_table.cell_text.min_length }),
});
const rawNumber = object({ type: literal('raw_number'), value: number, text: string() });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });
const headerCell = byType({ raw_text: rawText, raw_number: rawNumber });

const columnSettings = list(object({}, { align: literal('left', 'center', 'right'), is_wrapped: boolean }), {
  max: maxTableCells,
});

const table = block(
  'table',
  { rows: list(list(cell, { min: 1, max: maxTableCells }), { min: 1, max: maxTableRows }) },
  { column_settings: columnSettings },
);

const columns = limits.data_table.columns;
const dataTable = and(
  block(
    'data_table',
    {
      rows: list(list(cell, { min: columns.min_items, max: columns.max_items }), {
        min: limits.data_table.rows.min_items,
        max: maxDataRows,
      }),
      caption: string({ min: 1 }),
    },
    { page_size: integer(limits.data_table.page_size), row_header_column_index: integer({ min: 0 }) },
  ),
  (value, at) => {
    const rows = asList(value.rows).map(asList);
    const header = list(headerCell)(rows[0], `${at}/rows/0`);
    const texts = rows.flat().map((one) => lengthOf(asText(asObject(one).text)));
    const total = texts.reduce((sum, length) => sum + length, 0);
    const tooMuch = total > limits.data_table.content.max_length;
    return [
      ...header,
      ...(tooMuch ? wrong(`no more than ${limits.data_table.content.max_length} characters`, at) : []),
    ];
  },
);

export const dataBlocks: Fields = {
  table,
  data_table: dataTable,
  data_visualization: block('data_visualization', {
    title: string({ min: 1, max: limits.data_visualization.title.max_length }),
    chart: charts,
  }),
};
