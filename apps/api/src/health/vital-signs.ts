import { lastAudits, lastBeatAt, secondsSinceBeat } from '@concord/postgres';
import type { DataSource } from 'typeorm';
import type { VitalSigns } from '../parts';

export const vitalSignsOf = (source: DataSource): VitalSigns => {
  let atHead = false;
  return {
    // Once there, this version's migrations stay applied: later ones belong to a later version.
    migrationsAtHead: async () => {
      if (atHead) await source.query('select 1');
      else atHead = !(await source.showMigrations());
      return atHead;
    },
    engineBeatSecondsAgo: () => secondsSinceBeat(source),
    lastBeatAt: () => lastBeatAt(source),
    audits: () => lastAudits(source),
  };
};
