import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { moveWorld } from '../data/deeds.ts';
import { useStore } from '../data/store.ts';
import { tell } from '../data/toasts.ts';
import type { Circuit } from '../data/wire.ts';
import { circuitKey } from './circuit-filter.ts';

const noCircuits: readonly Circuit[] = [];
const isMicrosoft = ({ name }: { name: string }) => name === 'MicrosoftPeering';

/** What a person does in Microsoft's portal where the bot may not: the ticket's number is then told to the bot. */
export function TicketByHand({ onDone }: { onDone: () => void }): VNode {
  const circuits = useStore((state) => state.world?.circuits ?? noCircuits);
  const names = circuits
    .filter(({ peerings = [] }) => peerings.some(isMicrosoft))
    .map((circuit) => circuitKey(circuit, circuits));
  const [chosen, setChosen] = useState('');
  const [title, setTitle] = useState('Proof of ownership for public prefixes');
  const circuit = chosen || names[0] || '';
  const open = async (event: Event) => {
    event.preventDefault();
    if (await tell(() => moveWorld('azure/tickets', { circuit, title }))) onDone();
  };
  return html`<form class="ticket-form" aria-label="Open a ticket by hand" onSubmit=${open}>
    <select class="field field-small" aria-label="Circuit" data-testid="ticket-circuit" value=${circuit}
      onChange=${({ target }: Event) => target instanceof HTMLSelectElement && setChosen(target.value)}>
      ${names.map((name) => html`<option key=${name} value=${name}>${name}</option>`)}
    </select>
    <input class="field field-small" aria-label="Title" data-testid="ticket-title" value=${title}
      onInput=${({ target }: Event) => target instanceof HTMLInputElement && setTitle(target.value)} />
    <span class="tool-buttons">
      <button type="button" class="button button-tool" onClick=${onDone}>Cancel</button>
      <button type="submit" class="button button-tool" data-testid="ticket-open">Open ticket</button>
    </span>
  </form>`;
}
