import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { worldNow } from '../data/select.ts';
import { useStore } from '../data/store.ts';
import { formatDate } from '../text/format-date.ts';
import { DeedButton } from './deed-button.ts';

const minuteMs = 60_000;
const steps = [
  ['+1 min', minuteMs],
  ['+10 min', 10 * minuteMs],
  ['+1 h', 60 * minuteMs],
] as const;

export function ClockTools(): VNode {
  return html`<div class="clock-tools" role="group" aria-label="Time">
    ${steps.map(([label, advanceMs]) => html`<${DeedButton} path="clock" body=${{ advanceMs }} testId=${`clock-${advanceMs}`}>${label}<//>`)}
    <${DeedButton} path="poll" body=${{}} testId="poll-now" title="The bot asks Azure now" done="The bot has polled Azure.">Poll now<//>
  </div>`;
}

/** The world's time, in the reader's zone. */
export function Clock(): VNode {
  const clockOffset = useStore((state) => state.clockOffset);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  const now = worldNow({ clockOffset });
  return html`<time class="clock" title=${formatDate(now, '{date_long}', { now })} data-testid="world-clock">${formatDate(now, '{time_secs}', { now })}</time>`;
}
