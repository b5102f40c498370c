import { Badge } from '../kit/badge';
import type { VersionRow } from './version-rows';
import { standingTones, standingWords } from './version-rows';

/** How a version stands, and whether its figures are only a sample: never the one without the other. */
export const VersionBadge = ({ standing, version }: Pick<VersionRow, 'standing' | 'version'>) => (
  <>
    <Badge tone={standingTones[standing]}>{standingWords[standing]}</Badge>
    {version.sample && <Badge tone="due">SAMPLE</Badge>}
  </>
);
