import type { Agreement } from '@concord/domain';
import { sampleAgreement } from '@concord/domain';
import { versionRows } from './version-rows';

const now = '2026-11-22T02:00:00.000Z';
const version = (number: number, more: Partial<Agreement>): Agreement => ({
  ...sampleAgreement('area', `v${number}`, now),
  version: number,
  ...more,
});
const on = (day: string) => `${day}T00:00:00.000Z`;

describe('the versions of an agreement', () => {
  const versions = [
    version(1, { effectiveFrom: on('2026-01-01') }),
    version(2, { effectiveFrom: on('2026-06-01') }),
    version(3, { state: 'withdrawn', effectiveFrom: on('2026-07-01') }),
    version(4, { effectiveFrom: on('2026-12-01') }),
    version(5, { state: 'draft', effectiveFrom: on('2026-06-01') }),
    version(6, { state: 'draft', effectiveFrom: on('2026-12-31') }),
  ];

  it('are told from the one in force to those that bind nobody, and when each ends', () => {
    expect(
      versionRows(versions, now).map(({ version: { version }, standing, until }) => [
        version,
        standing,
        until?.slice(0, 10),
      ]),
    ).toEqual([
      [2, 'in-force', '2026-12-01'],
      [4, 'scheduled', undefined],
      [6, 'draft', undefined],
      [5, 'draft', undefined],
      [1, 'replaced', '2026-06-01'],
      [3, 'withdrawn', undefined],
    ]);
  });

  it('of two that take effect together the later version counts, and the other never did', () => {
    const twins = [
      version(1, { effectiveFrom: on('2026-01-01') }),
      version(2, { effectiveFrom: on('2026-01-01') }),
    ];
    expect(versionRows(twins, now).map(({ version: { version }, standing }) => [version, standing])).toEqual([
      [2, 'in-force'],
      [1, 'replaced'],
    ]);
  });
});
