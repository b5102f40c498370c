import type { AdultsAtPoliceStations } from '@concord/domain';
import type { RuleRow } from './rule-rows';

export const adultsWords: Readonly<Record<AdultsAtPoliceStations, string>> = {
  'regulations-2017': 'Only as the 2017 Regulations allow',
  never: 'Never',
};

export const standingWords: Readonly<Record<RuleRow['standing'], string>> = {
  'in-force': 'IN FORCE',
  'to-come': 'TO COME',
  past: 'NO LONGER',
};
