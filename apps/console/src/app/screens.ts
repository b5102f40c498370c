import type { Me } from '@concord/contracts';
import { viewerOf } from '@concord/contracts';
import type { MyArea } from './session';
import { mayCall } from './session';

/** Where people are sent when they sign in, and the desk's other views of the same board. */
export type Screen =
  | Me['screen']
  | 'team'
  | 'beds'
  | 'map'
  | 'refusals'
  | 'on-call'
  | 'who-is-on'
  | 'agreements'
  | 'law'
  | 'sent';

export const screenWords: Readonly<Record<Screen, string>> = {
  console: 'The control room',
  team: 'The AMHP team board',
  beds: 'The bed view',
  map: 'The map',
  agreements: 'The agreement',
  refusals: 'The refusal ledger',
  law: 'The law in force',
  sent: 'Sent messages',
  unit: 'The suite',
  amhp: 'The AMHP screen',
  crew: 'The crew screen',
  rota: 'My rota',
  'on-call': 'On call',
  'who-is-on': 'Who is on call',
  alternative: 'The alternative’s screen',
};

export const screenOf = (path: string): Screen | undefined => {
  const name = path.split('/')[1] ?? '';
  return name in screenWords ? (name as Screen) : undefined;
};

const isControlRoom = (area: MyArea): boolean =>
  viewerOf({ ...area, userId: '', name: '', agencyId: '' })?.audience === 'control-room';

/** Whether a screen would have anything on it for these duties. What is on it the server decides. */
export const mayOpen = (screen: Screen, area: MyArea): boolean => {
  switch (screen) {
    case 'console':
    case 'beds':
    case 'map':
    case 'on-call':
    case 'law':
    case 'sent':
      return isControlRoom(area);
    case 'team':
      return mayCall('amhpLoad', area.duties);
    case 'refusals':
      return mayCall('refusals', area.duties);
    case 'unit':
      return area.duties.includes('suite-nurse') && area.placeIds.length > 0;
    case 'alternative':
      return area.duties.includes('alternative-staff') && area.placeIds.length > 0;
    case 'amhp':
      return area.duties.includes('amhp') || area.duties.includes('section-12-doctor');
    case 'crew':
      return area.resourceIds.length > 0;
    case 'who-is-on':
      return mayCall('onCallNow', area.duties);
    case 'agreements':
      return mayCall('agreement', area.duties);
    case 'rota':
      return true;
  }
};
