import { published, sharesOf } from '../figures/published';
import { toronto } from '../figures/toronto';
import type { DaysLived } from '../run/days';

export interface Run {
  readonly what: string;
  readonly lived: DaysLived;
  readonly wallSeconds: number;
  readonly commands: number;
  readonly peakMegabytes: number;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const rows = (lines: readonly (readonly string[])[]): string => {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
};

const compared = (
  title: string,
  achieved: Record<string, number>,
  expected: Readonly<Record<string, number>>,
  leftOut: string,
): string => {
  const wanted = sharesOf(expected);
  const kinds = [...new Set([...Object.keys(expected), ...Object.keys(achieved)])];
  const got = sharesOf(Object.fromEntries(kinds.map((kind) => [kind, achieved[kind] ?? 0])));
  const lines = kinds.map((kind) => [
    `  ${kind}`,
    String(achieved[kind] ?? 0),
    percent(got[kind] ?? 0),
    kind in wanted ? percent(wanted[kind] ?? 0) : '-',
  ]);
  return `${rows([[title, 'people', 'achieved', 'published'], ...lines])}\n  (left out of the published shares: ${leftOut})`;
};

/** How far the hours of this run are from those they were drawn from: the largest difference of an hour's share. */
const hoursApart = (hourly: readonly number[]): number => {
  const total = hourly.reduce((sum, count) => sum + count, 0);
  const whole = toronto.hourly.reduce((sum, share) => sum + share, 0);
  return Math.max(
    ...hourly.map((count, hour) =>
      Math.abs(count / Math.max(1, total) - (toronto.hourly[hour] ?? 0) / whole),
    ),
  );
};

const escalations = ({ recount }: DaysLived): string => {
  const total = recount.total();
  const line = (name: string, count: typeof total) =>
    [`  ${name}`, count.owed, count.breached, count.fired, count.missed, count.late, count.doubled].map(
      String,
    );
  const clocks = [...recount.clocks].sort(([a], [b]) => (a < b ? -1 : 1));
  return rows([
    [
      'Ladder steps, counted again from the journal',
      'owed',
      'breaches',
      'fired',
      'missed',
      'late',
      'doubled',
    ],
    ...clocks.map(([clock, count]) => line(clock, count)),
    line('all', total),
  ]);
};

const overflow = (people: number): string[] =>
  people === 0
    ? []
    : [
        `  (${people} would have gone to a suite, but no room was free or accepted in time: emergency departments took them, as in life)`,
      ];

/** What happened, against what was published and what had to happen. */
export const closingTable = ({ what, lived, wallSeconds, commands, peakMegabytes }: Run): string => {
  const { tally, recount } = lived;
  const days = (lived.endsAt - lived.startsAt) / 86_400_000;
  const total = recount.total();
  return [
    `\n${what}`,
    `${lived.opened} incidents, ${tally.detentions} detentions (${(tally.detentions / days).toFixed(1)} a day; the mean force has ${(published.detentions / published.forces / 365).toFixed(1)}), ${tally.refusedBySuites} refusals by suites`,
    ...(tally.warrants === 0
      ? []
      : [`${tally.warrants} more under warrants (s135), left out of what follows.`]),
    `Published: ${published.source}. Durations and choices without a published figure are synthetic.`,
    '',
    compared('First place of safety', tally.firstPlace, published.firstPlace, published.firstPlaceLeftOut),
    ...overflow(tally.overflowed),
    '',
    compared('Conveyance', tally.conveyance, published.conveyance, published.conveyanceLeftOut),
    '',
    `Hours and weekdays: ${toronto.source}; no hour's share is more than ${percent(hoursApart(tally.hourly))} from it.`,
    '',
    rows([
      ['The record (how often each of these is used is synthetic)', 'times'],
      ...[...tally.record].map(([what, times]) => [`  ${what}`, String(times)]),
    ]),
    '',
    escalations(lived),
    '',
    rows([
      ['Thresholds breached', String(total.breached)],
      ['Escalations raised', String(recount.escalations)],
      ['Missed', String(total.missed)],
      ['Late', String(total.late)],
      ['Doubled', String(total.doubled)],
      ['Fired though nothing called for it', String(total.uncalledFor)],
      ['Called somebody who was not on call', String(recount.miscalled)],
      ['Sent to an alternative', String(recount.sentOn.referrals)],
      ['Expected there without a fact, or not in spite of one', String(recount.misexpected)],
      ['Wall time', `${wallSeconds.toFixed(1)} s`],
      ['Faster than life', `${Math.round((days * 86_400) / wallSeconds).toLocaleString('en-GB')} times`],
      ['Commands', `${commands}, ${Math.round(commands / wallSeconds)} a second`],
      ['Peak memory of the simulator', `${peakMegabytes} MB`],
      ...[...lived.refusals].map(([code, count]) => [`Refused as in life: ${code}`, String(count)]),
    ]),
  ].join('\n');
};

/** Whether the run kept its promise. */
export const kept = ({ recount }: DaysLived): boolean => {
  const { missed, late, doubled, uncalledFor } = recount.total();
  return missed + late + doubled + uncalledFor + recount.miscalled + recount.misexpected === 0;
};
