import { useMayCall } from '../../app/session';
import { Nothing } from '../../kit/nothing';
import { UnsavedNotice } from '../unsaved-notice';
import { VersionFrame } from '../version-frame';
import { WhatIf } from './what-if';

/** What one version would have fired on the area's own past. */
export const WhatIfScreen = () => {
  const may = useMayCall()('whatIf');
  return (
    <VersionFrame>
      {({ version }) =>
        may ? (
          <>
            <UnsavedNotice version={version} />
            <WhatIf key={version.id} version={version} />
          </>
        ) : (
          <Nothing>What a version would have done is shown to those who write and approve versions.</Nothing>
        )
      }
    </VersionFrame>
  );
};
