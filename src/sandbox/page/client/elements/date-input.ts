import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type ElementProps, useElement } from './surface.ts';

const inputTypes: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

/** The browser's own date and time fields: they work with a keyboard and on a phone. */
export function DateElement(props: ElementProps): VNode {
  const { element, labelId } = props;
  const { busy, values, choose, error } = useElement(props);
  const [value = ''] = values;
  const seconds = element.type === 'datetimepicker';
  const onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    void choose(seconds ? Date.parse(target.value) / 1_000 || undefined : target.value);
  };
  return html`<input class="field field-date" type=${inputTypes[element.type]} aria-busy=${busy} value=${seconds ? localTime(value) : value}
    aria-labelledby=${labelId} aria-label=${labelId ? undefined : (element.placeholder?.text ?? 'Choose')} aria-invalid=${error !== undefined}
    data-testid=${`action-${element.action_id}`} onChange=${onChange} />`;
}

/** Seconds since the epoch, as `datetime-local` wants them. */
function localTime(seconds: string): string {
  if (seconds === '') return '';
  const at = new Date(Number(seconds) * 1_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
