import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { tell } from '../data/toasts.ts';
import type { Link } from '../data/wire.ts';

/** How many IPv4 prefixes the owner's routers advertise, over both links of a peering. */
export function ReceivedTools({ links, path }: { links: readonly Link[]; path: string }): VNode | null {
  // The world is drawn anew all the time: what is being typed must outlive that.
  const [typed, setTyped] = useState<string>();
  const [first] = links;
  const session = first?.sessions?.find(({ family }) => family === 'ipv4');
  if (!first || !session) return null;
  const onChange = ({ target }: Event) => {
    setTyped(undefined);
    if (!(target instanceof HTMLInputElement) || target.value === '') return;
    const body = { peering: first.peering, prefixes: Number(target.value) };
    void tell(() => moveWorld(`${path}/received`, body));
  };
  return html`<label class="tool-row prefix-row"><span class="tool-name">IPv4 prefixes that you advertise</span>
    <input class="field field-small received" type="number" min="0" max="100000" value=${typed ?? session.received}
      data-testid=${`received-${first.peering}`} onChange=${onChange}
      onInput=${({ target }: Event) => target instanceof HTMLInputElement && setTyped(target.value)} />
  </label>`;
}
