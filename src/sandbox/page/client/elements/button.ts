import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { Icon } from '../shell/icon.ts';
import { TextObject } from '../text/render-text.ts';
import { safeUrl } from '../text/safe-url.ts';
import { type ElementProps, useElement } from './surface.ts';

export function ButtonElement(props: ElementProps): VNode {
  const { element } = props;
  const { busy, press } = useElement(props);
  const url = element.url === undefined ? undefined : safeUrl(element.url);
  const onClick = () => {
    if (busy) return;
    if (url) window.open(url, '_blank', 'noopener,noreferrer');
    void press();
  };
  return html`<button type="button" class=${`button button-small ${toneOf(element.style)}`} aria-busy=${busy}
    aria-label=${element.accessibility_label} data-testid=${`action-${element.action_id}`} data-value=${element.value} onClick=${onClick}>
    ${element.text && html`<${TextObject} text=${element.text} />`}
    ${url && html`<${Icon} name="link" />`}
  </button>`;
}

function toneOf(style: string | undefined): string {
  if (style === 'primary') return 'button-primary';
  return style === 'danger' ? 'button-danger' : '';
}
