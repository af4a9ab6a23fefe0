import type { Fact, Figure, Findings } from './figure.ts';

/** What a person reads: one line a figure. */
export function renderTable({ figures, facts }: Findings): string {
  const rows = figures.map(rowOf);
  const head = ['', 'subject: median (min–max)', 'floor: median (min–max)', 'samples', 'ratio', 'aim'];
  return [...aligned([head, ...rows]), '', ...aligned(facts.map(factRow)), ''].join('\n');
}

function rowOf({ suite, name, unit, subject, floor, ratio, aim }: Figure): readonly string[] {
  const spread = ({ median, min, max }: Figure['floor']) =>
    `${round(median)} ${unit} (${round(min)}–${round(max)})`;
  const verdict = aim === undefined ? '' : `≤ ${aim} ${ratio <= aim ? 'met' : 'MISSED'}`;
  return [
    `${suite}: ${name}`,
    spread(subject),
    spread(floor),
    String(subject.samples),
    ratio.toFixed(2),
    verdict,
  ];
}

function factRow({ suite, name, value, expected }: Fact): readonly string[] {
  return [`${suite}: ${name}`, String(value), value === expected ? 'as it must be' : `MUST BE ${expected}`];
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widthOf(column)))
      .join('  ')
      .trimEnd(),
  );
}

function round(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}
