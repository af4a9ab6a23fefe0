import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Avatar } from '../chat/avatar.ts';
import { actAs } from '../data/navigate.ts';
import { personOf } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import type { Person } from '../data/wire.ts';
import { Listbox, type ListItem } from '../elements/listbox.ts';
import { Popover } from '../elements/popover.ts';
import { Icon } from './icon.ts';

/** Who one is. Everybody sees their own channels, and may do what their role allows. */
export function PersonSwitch(): VNode {
  const people = useStore((state) => state.world?.people ?? none);
  const me = useStore((state) => personOf(state, state.me));
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const choose = (id: string) => {
    close();
    void actAs(id);
  };
  return html`<div class="person-switch">
    <button ref=${anchor} type="button" class="person-button" aria-haspopup="listbox" aria-expanded=${open} data-testid="person-switch" onClick=${() => setOpen(!open)}>
      <${Avatar} id=${me?.id ?? ''} name=${me?.name ?? '?'} small />
      <span class="person-text"><span class="person-act">Acting as</span><strong>${me?.name}</strong></span>
      <span class="role" data-role=${roleOf(me)}>${roleOf(me)}</span>
      <${Icon} name="down" />
    </button>
    ${
      open &&
      html`<${Popover} anchor=${anchor} onClose=${() => setOpen(false)}>
      <${Listbox} label="Act as" items=${people.map(toItem)} chosen=${[me?.id ?? '']} onChoose=${choose} onClose=${close} />
    <//>`
    }
  </div>`;
}

const none: readonly Person[] = [];

const roleOf = (person: Person | undefined): string => person?.roles.join(', ') || 'no role';

function toItem(person: Person): ListItem {
  const about = [person.realName, person.title].filter(Boolean).join(' · ');
  return {
    value: person.id,
    testId: `person-${person.id}`,
    label: html`<span class="person-row">${person.name}<span class="role" data-role=${roleOf(person)}>${roleOf(person)}</span></span>`,
    ...(about && { about }),
  };
}
