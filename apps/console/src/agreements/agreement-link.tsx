import type { Agreement } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { mayOpen } from '../app/screens';
import { useSession } from '../app/session';

/** The name of a version, which leads to its document for whoever may open it. */
export const AgreementLink = ({ agreement }: { readonly agreement: Agreement }) => {
  const { area } = useSession();
  const words = `${agreement.title}, version ${agreement.version}`;
  return mayOpen('agreements', area) ? (
    <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
      {words}
    </Link>
  ) : (
    words
  );
};
