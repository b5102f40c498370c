import { Link } from '@tanstack/react-router';
import { useMayCall } from '../../app/session';
import { Nothing } from '../../kit/nothing';
import { VersionFrame } from '../version-frame';
import { DraftForm } from './draft-form';

/** The page on which a draft is written. A version that is no draft any more, or never was mine to write, says so. */
export const EditScreen = () => {
  const may = useMayCall()('editAgreement');
  return (
    <VersionFrame>
      {({ version }) =>
        may ? (
          <DraftForm key={version.id} live={version} />
        ) : (
          <Nothing>
            Drafts are not yours to write.{' '}
            <Link to="/agreements/$agreementId" params={{ agreementId: version.id }}>
              Read it
            </Link>
          </Nothing>
        )
      }
    </VersionFrame>
  );
};
