import type { Instant } from '../../domain/instant.ts';

/** What a modal's inputs held when it was submitted, by block and action. */
export type FormValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value: string } | null;
          readonly selected_options?: readonly { readonly value: string }[] | null;
          readonly selected_date?: string | null;
          readonly selected_time?: string | null;
          /** Seconds since 1970. */
          readonly selected_date_time?: number | null;
          readonly selected_user?: string | null;
          readonly files?: readonly { readonly id: string }[] | null;
        }
      >
    >
  >
>;

/** An input of a form: one block with one element. */
export type Input = { readonly block: string; readonly action: string };

/** The typed text without blanks around it; '' when nothing was typed. */
export function textOf(values: FormValues, { block, action }: Input): string {
  return (values[block]?.[action]?.value ?? '').trim();
}

/** The chosen option's value; '' when none was chosen. */
export function chosenOf(values: FormValues, { block, action }: Input): string {
  return values[block]?.[action]?.selected_option?.value ?? '';
}

/** The values of all chosen options or ticked boxes. */
export function chosenAllOf(values: FormValues, { block, action }: Input): readonly string[] {
  return (values[block]?.[action]?.selected_options ?? []).map(({ value }) => value);
}

/** `2026-12-31`; '' when no day was chosen. */
export function dateOf(values: FormValues, { block, action }: Input): string {
  return values[block]?.[action]?.selected_date ?? '';
}

/** `22:00`, in no zone; '' when none was chosen. */
export function timeOf(values: FormValues, { block, action }: Input): string {
  return values[block]?.[action]?.selected_time ?? '';
}

/** A moment that was chosen in the person's own zone. */
export function momentOf(values: FormValues, { block, action }: Input): Instant | undefined {
  const seconds = values[block]?.[action]?.selected_date_time ?? undefined;
  return seconds === undefined ? undefined : seconds * 1_000;
}

/** Slack's id of the first file; undefined: none was chosen. */
export function fileOf(values: FormValues, { block, action }: Input): string | undefined {
  return values[block]?.[action]?.files?.[0]?.id;
}

/** '' when nobody was chosen. */
export function userOf(values: FormValues, { block, action }: Input): string {
  return values[block]?.[action]?.selected_user ?? '';
}
