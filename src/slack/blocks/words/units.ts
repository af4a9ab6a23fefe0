import { bandwidthText } from '../../../domain/operation/bandwidth.ts';

/** `1 Gbps`, `50 Mbps`; an unknown bandwidth is said so. */
export function bandwidth(mbps: number): string {
  return mbps <= 0 ? 'unknown bandwidth' : bandwidthText(mbps);
}

/** `Standard MeteredData`; what Azure does not tell is left out. */
export function skuName({ tier, family }: { readonly tier: string; readonly family: string }): string {
  return [tier, family].filter(Boolean).join(' ') || 'unknown';
}

/** `4,000`. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], joint = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
