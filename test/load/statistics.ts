/** The value below which `share` of the samples lie. */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

export interface Figure {
  readonly what: string;
  readonly ours: number;
  readonly bare: number;
  readonly unit: string;
  readonly target: string;
  /** Whether more is better: the ratio is then a share to reach, else a multiple not to pass. */
  readonly moreIsBetter: boolean;
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export const table = (figures: readonly Figure[]): string =>
  [
    '| Figure | Concord | Bare libraries | Ratio | Target |',
    '|---|---:|---:|---:|---|',
    ...figures.map(
      ({ what, ours, bare, unit, target }) =>
        `| ${what} | ${shown(ours)} ${unit} | ${shown(bare)} ${unit} | ${(ours / bare).toFixed(2)} | ${target} |`,
    ),
  ].join('\n');
