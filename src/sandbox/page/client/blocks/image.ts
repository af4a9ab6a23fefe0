import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ImageElement } from '../data/blocks.ts';
import { Icon } from '../shell/icon.ts';
import { TextObject } from '../text/render-text.ts';

export function ImageView({ image }: { image: ImageElement }): VNode {
  return html`<figure class="figure">
    ${image.title && html`<figcaption><${TextObject} text=${image.title} /></figcaption>`}
    <${Picture} image=${image} size="full" />
  </figure>`;
}

/** The page asks nobody outside for anything: a picture from elsewhere is shown by what its words say. */
export function Picture({ image, size }: { image: ImageElement; size: 'full' | 'thumb' | 'inline' }): VNode {
  const { image_url: url = '', alt_text: alt } = image;
  if (isLocal(url))
    return html`<img class=${`picture picture-${size}`} src=${url} alt=${alt} loading="lazy" />`;
  return html`<span class=${`picture-stand-in picture-${size}`} role="img" aria-label=${alt} title=${alt}>
    <${Icon} name="image" />${size === 'full' && html`<span>${alt}</span>`}
  </span>`;
}

const isLocal = (url: string): boolean =>
  url.startsWith('data:image/') ||
  (URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin);
