import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { store } from '../data/store.ts';
import { Icon } from '../shell/icon.ts';
import { isNarrow } from '../shell/narrow.ts';
import { ChannelTools } from './channel-tools.ts';
import { CircuitList } from './circuit-list.ts';
import { Clock, ClockTools } from './clock-tools.ts';
import { FaultTools } from './fault-tools.ts';
import { MaintenanceTools } from './maintenance-tools.ts';
import { TicketList } from './ticket-list.ts';

/** Next to the chat: the hand that moves the world which the bot watches. */
export function WorldPanel(): VNode {
  const close = () => store.change(() => ({ panelOpen: false }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && isNarrow()) close();
  };
  return html`<aside class="world" aria-label="World" data-testid="world" onKeyDown=${onKeyDown}>
    <header class="pane-head">
      <div><h2>World</h2><span class="pane-about">What happens around the bot</span></div>
      <${Clock} />
      <button type="button" class="button button-icon button-quiet" aria-label="Close the world panel" data-testid="close-world" onClick=${close}><${Icon} name="close" /></button>
    </header>
    <${ClockTools} />
    <div class="world-body">
      <${FaultTools} />
      <${CircuitList} />
      <${TicketList} />
      <${MaintenanceTools} />
      <${ChannelTools} />
    </div>
  </aside>`;
}
