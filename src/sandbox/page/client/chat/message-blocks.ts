import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { BlockList } from '../blocks/block-list.ts';
import { type FormValues, withState } from '../data/form-values.ts';
import type { Message } from '../data/wire.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { Mrkdwn } from '../text/render-text.ts';

/** What a message says: its blocks, or its text where it has none. */
export function MessageBlocks({ channel, message }: { channel: string; message: Message }): VNode | null {
  const [edited, setEdited] = useState<FormValues>({});
  const { blocks = [] } = message;
  if (blocks.length === 0) return message.text === '' ? null : html`<${Mrkdwn} text=${message.text} />`;
  const surface: Surface = {
    spot: { channel, ts: message.ts },
    kind: 'message',
    known: {},
    edited,
    edit: (blockId, actionId, state) => setEdited((values) => withState(values, blockId, actionId, state)),
    errors: {},
  };
  return html`<${SurfaceContext.Provider} value=${surface}><${BlockList} blocks=${blocks} /><//>`;
}
