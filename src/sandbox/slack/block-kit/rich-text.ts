import limits from '../data/limits.json' with { type: 'json' };
import {
  boolean,
  byType,
  type Check,
  type Fields,
  integer,
  list,
  literal,
  number,
  object,
  string,
} from './check.ts';

const style: Check = object(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
);

const inline = (type: string, required: Fields, optional: Fields = {}): Check =>
  object({ type: literal(type), ...required }, { style, ...optional });

const filled = string({ min: 1 });
const text = inline('text', { text: filled });
const link = inline('link', { url: filled }, { text: string(), unsafe: boolean });

const inlines: Check = byType({
  text,
  link,
  broadcast: inline('broadcast', { range: literal('here', 'channel', 'everyone') }),
  color: inline('color', { value: filled }),
  channel: inline('channel', { channel_id: filled }),
  date: inline('date', { timestamp: number, format: filled }, { url: string(), fallback: string() }),
  emoji: inline('emoji', { name: filled }, { unicode: string(), url: string() }),
  team: inline('team', { team_id: filled }),
  user: inline('user', { user_id: filled }),
  usergroup: inline('usergroup', { usergroup_id: filled }),
});

const border = literal(0, 1);
const section: Check = object({ type: literal('rich_text_section'), elements: list(inlines) });

const parts: Check = byType({
  rich_text_section: section,
  rich_text_list: object(
    { type: literal('rich_text_list'), elements: list(section), style: literal('bullet', 'ordered') },
    { indent: integer({ min: 0, max: 8 }), offset: integer({ min: 0 }), border },
  ),
  rich_text_quote: object({ type: literal('rich_text_quote'), elements: list(inlines) }, { border }),
  rich_text_preformatted: object(
    { type: literal('rich_text_preformatted'), elements: list(byType({ text, link })) },
    { border, language: string() },
  ),
});

/** A `rich_text` block; tables and task cards hold it, too. */
export const richText: Check = object(
  { type: literal('rich_text'), elements: list(parts) },
  { block_id: string({ max: limits.block_id.max_length }) },
);
