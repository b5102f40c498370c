import type { Incident } from '@concord/domain';
import { FindAlternative } from '../alternative/find-alternative';
import { PersonSummary } from '../incidents/person-summary';
import { Card } from '../kit/card';

/** Somebody whom this AMHP attended and who is detained no longer: an alternative may take the AMHP's referral. */
export const AfterRelease = ({ incident }: { readonly incident: Incident }) => (
  <Card testId="after-release" title={`${incident.ref}: the detention has ended`}>
    <PersonSummary incident={incident} />
    <FindAlternative incident={incident} />
  </Card>
);
