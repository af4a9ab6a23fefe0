/**
 * Block Kit as the page draws it. The sandbox's Slack checks every block against Slack's own rules before it keeps it,
 * so these types only name what the page reads; a block of a newer kind is shown as such.
 */
export type PlainText = { readonly type: 'plain_text'; readonly text: string; readonly emoji?: boolean };
export type Mrkdwn = { readonly type: 'mrkdwn'; readonly text: string };
export type Text = PlainText | Mrkdwn;

export type Option = {
  readonly text: Text;
  readonly value: string;
  readonly description?: Text;
  readonly url?: string;
};
export type OptionGroup = { readonly label?: Text; readonly options: readonly Option[] };

export type Confirm = {
  readonly title: Text;
  readonly text: Text;
  readonly confirm: Text;
  readonly deny: Text;
  readonly style?: 'primary' | 'danger';
};

/** Every interactive element; each kind uses its part of the fields. */
export type Element = {
  readonly type: string;
  readonly action_id: string;
  readonly text?: Text;
  readonly value?: string;
  readonly url?: string;
  readonly style?: string;
  readonly accessibility_label?: string;
  readonly placeholder?: PlainText;
  readonly confirm?: Confirm;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly OptionGroup[];
  readonly min_query_length?: number;
  readonly max_selected_items?: number;
  readonly filetypes?: readonly string[];
  readonly max_files?: number;
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly is_decimal_allowed?: boolean;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly focus_on_load?: boolean;
  readonly [initial: `initial_${string}`]: unknown;
};

export type ImageElement = {
  readonly type: 'image';
  readonly image_url?: string;
  readonly alt_text: string;
  readonly title?: Text;
};

type Base<Type extends string> = { readonly type: Type; readonly block_id?: string };

export type SectionBlock = Base<'section'> & {
  readonly text?: Text;
  readonly fields?: readonly Text[];
  readonly accessory?: Element | ImageElement;
};
export type HeaderBlock = Base<'header'> & { readonly text: Text };
export type ContextBlock = Base<'context'> & { readonly elements: readonly (Text | ImageElement)[] };
export type ActionsBlock = Base<'actions' | 'context_actions'> & { readonly elements: readonly Element[] };
export type DividerBlock = Base<'divider'>;
export type ImageBlock = Base<'image'> & ImageElement;
export type MarkdownBlock = Base<'markdown'> & { readonly text: string };
export type AlertBlock = Base<'alert'> & { readonly text: Text; readonly level?: string };
export type InputBlock = Base<'input'> & {
  readonly label: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly element: Element;
};

export type RichInline = {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly name?: string;
  readonly user_id?: string;
  readonly channel_id?: string;
  readonly usergroup_id?: string;
  readonly range?: string;
  readonly value?: string;
  /** Seconds. */
  readonly timestamp?: number;
  readonly format?: string;
  readonly fallback?: string;
  readonly style?: { readonly [mark in 'bold' | 'italic' | 'strike' | 'code' | 'underline']?: boolean };
};
export type RichSection = { readonly type: 'rich_text_section'; readonly elements: readonly RichInline[] };
export type RichPart =
  | RichSection
  | { readonly type: 'rich_text_quote' | 'rich_text_preformatted'; readonly elements: readonly RichInline[] }
  | {
      readonly type: 'rich_text_list';
      readonly style: 'bullet' | 'ordered';
      readonly indent?: number;
      readonly offset?: number;
      readonly elements: readonly RichSection[];
    };
export type RichTextBlock = Base<'rich_text'> & { readonly elements: readonly RichPart[] };

export type Cell = { readonly type: 'raw_text' | 'raw_number'; readonly text: string } | RichTextBlock;
export type TableBlock = Base<'table' | 'data_table'> & {
  readonly rows: readonly (readonly Cell[])[];
  readonly caption?: string;
  readonly column_settings?: readonly ({
    readonly align?: 'left' | 'center' | 'right';
    readonly is_wrapped?: boolean;
  } | null)[];
};

export type Block =
  | SectionBlock
  | HeaderBlock
  | ContextBlock
  | ActionsBlock
  | DividerBlock
  | ImageBlock
  | MarkdownBlock
  | AlertBlock
  | InputBlock
  | RichTextBlock
  | TableBlock;
