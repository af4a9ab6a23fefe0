import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { BlockList } from '../blocks/block-list.ts';
import { type FormValues, withState } from '../data/form-values.ts';
import type { View } from '../data/wire.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';

/** The blocks of App Home, with what is filled in there. */
export function ViewBlocks({ view }: { view: View }): VNode {
  const [edited, setEdited] = useState<FormValues>({});
  const surface: Surface = {
    spot: { view_id: view.id },
    kind: 'home',
    known: view.state?.values ?? {},
    edited,
    edit: (blockId, actionId, state) => setEdited((values) => withState(values, blockId, actionId, state)),
    errors: {},
  };
  return html`<${SurfaceContext.Provider} value=${surface}><${BlockList} blocks=${view.blocks} /><//>`;
}
