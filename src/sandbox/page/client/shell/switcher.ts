import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { goTo, goToChannel } from '../data/navigate.ts';
import { directMessageOf, myChannels } from '../data/select.ts';
import type { State } from '../data/state.ts';
import { store, useStore } from '../data/store.ts';
import { Listbox, type ListItem } from '../elements/listbox.ts';
import { Dialog } from './dialog.ts';

/** Ctrl+K or Cmd+K: go anywhere by a few letters of its name. */
export function Switcher(): VNode | null {
  const open = useStore((state) => state.switcherOpen);
  return open ? html`<${OpenSwitcher} />` : null;
}

const close = () => store.change(() => ({ switcherOpen: false }));

function OpenSwitcher(): VNode {
  const [typed, setTyped] = useState('');
  const items = placesOf(store.get()).filter(({ name }) =>
    name.toLowerCase().includes(typed.toLowerCase().replace(/^#/, '')),
  );
  const choose = (value: string) => (value === 'home' ? goTo({ kind: 'home' }) : goToChannel(value));
  return html`<${Dialog} kind="switcher" labelledBy="switcher-title" testId="switcher" onClose=${close}>
    <h2 id="switcher-title" class="visually-hidden">Go to</h2>
    <${Listbox} label="places" items=${items} chosen=${[]} search=${{ typed, onType: setTyped }} onChoose=${choose} onClose=${close} />
  <//>`;
}

function placesOf(state: State): readonly (ListItem & { readonly name: string })[] {
  const direct = directMessageOf(state);
  const places = [
    ...myChannels(state).map(({ id, name, topic }) => ({
      value: id,
      name,
      label: `# ${name}`,
      about: topic,
    })),
    ...(direct
      ? [{ value: direct, name: 'Trunkline messages', label: 'Trunkline', about: 'Direct message' }]
      : []),
    { value: 'home', name: 'Trunkline home', label: 'Trunkline Home', about: 'App Home' },
  ];
  return places.map((place) => ({ ...place, testId: `place-${place.value}` }));
}

/** The keys that work everywhere. */
export function onGlobalKey(event: KeyboardEvent): void {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
    return;
  event.preventDefault();
  if (store.get().question || document.querySelector('dialog.dialog-modal[open]')) return;
  store.change(({ switcherOpen }) => ({ switcherOpen: !switcherOpen }));
}
