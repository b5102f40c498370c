import type { Incident } from '@concord/domain';
import { Facts, Section } from './parts';

/** What was done to and for the person. That something is not recorded is said: silence could mean either. */
export const CareSection = ({ incident: { facts } }: { readonly incident: Incident }) => (
  <Section title="Search, rights, property and restraint">
    <Facts facts={facts} kinds={['searched']} label="Search" none="No search is recorded." />
    <Facts
      facts={facts}
      kinds={['rights-given']}
      label="Rights and information"
      none="It is not recorded that rights and information were given."
    />
    <Facts facts={facts} kinds={['property-listed']} label="Property" none="No property is listed." />
    <Facts facts={facts} kinds={['restrained']} label="Restraint" none="No restraint is recorded." />
  </Section>
);
