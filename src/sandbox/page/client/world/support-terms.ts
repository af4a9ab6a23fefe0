import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { moveWorld } from '../data/deeds.ts';
import { useStore } from '../data/store.ts';
import { tell } from '../data/toasts.ts';

const terms = [
  { id: 'open', label: 'open to the bot', body: { plan: 'ProDirect', allowed: true } },
  { id: 'plan', label: 'closed: plan too low', body: { plan: 'Developer', allowed: true } },
  { id: 'role', label: 'closed: role missing', body: { plan: 'ProDirect', allowed: false } },
] as const;

/** Whether Microsoft's support API lets the bot open tickets. Where it does not, people do it by hand. */
export function SupportTerms(): VNode | null {
  const support = useStore((state) => state.world?.support);
  if (!support) return null;
  const choose = ({ target }: Event) => {
    const chosen = terms.find(({ id }) => target instanceof HTMLSelectElement && target.value === id);
    if (chosen) void tell(() => moveWorld('azure/support', chosen.body));
  };
  const now = support.allowed ? (support.api ? 'open' : 'plan') : 'role';
  return html`<label class="tool-row"><span class="tool-name">Support API</span>
    <select class="field field-small support-terms" value=${now} title=${`Support plan: ${support.plan}`} data-testid="support-terms" onChange=${choose}>
      ${terms.map(({ id, label }) => html`<option key=${id} value=${id}>${label}</option>`)}
    </select>
  </label>`;
}
