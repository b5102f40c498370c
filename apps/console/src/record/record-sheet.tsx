import { viewerOf } from '@concord/contracts';
import type { Incident } from '@concord/domain';
import { firstOf, openedAt } from '@concord/domain';
import { useEffect } from 'react';
import { useSession } from '../app/session';
import { clocksOf } from '../incidents/incident-clocks';
import { useConnected, useNow } from '../live/live-context';
import { fullTimeWithZone } from '../time/london';
import { dutyWords } from '../words/codes';
import { markingWords } from '../words/marking-words';
import { whereLine } from '../words/where-line';
import { AgreedSection } from './agreed-section';
import { AssessmentSection } from './assessment-section';
import { CareSection } from './care-section';
import { ChronologySection } from './chronology-section';
import { EscalationsSection } from './escalations-section';
import { LegalSection } from './legal-section';
import { OutcomeSection } from './outcome-section';
import { At, Mark, Rows } from './parts';
import { PersonSection } from './person-section';
import { PlacesSection } from './places-section';
import { PowerSection } from './power-section';
import { PracticeSection } from './practice-section';
import styles from './record.module.css';
import { Signatures } from './signatures';
import { StationSection } from './station-section';
import type { RecordParts } from './use-record';

/** To the minute: a document that changed every second could not be read. */
const minute = (now: string): string => `${now.slice(0, 16)}:00.000Z`;

const usePageFoot = (text: string): void => {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--record-foot', JSON.stringify(text));
    return () => void style.removeProperty('--record-foot');
  }, [text]);
};

/** The whole record, in the order in which somebody who was not there would ask. */
export const RecordSheet = ({
  incident,
  boardRevision,
  agreement,
  escalations,
  messages,
  whyNoEscalations,
}: RecordParts & { readonly incident: Incident; readonly boardRevision: number }) => {
  const { me, area } = useSession();
  const now = minute(useNow());
  const connected = useConnected();
  const marking = markingWords(area.demo);
  const clocks = clocksOf(incident, agreement);
  const duties = area.duties.map((duty) => dutyWords[duty]).join(', ');
  const whole = viewerOf({ ...area, userId: me.userId, name: me.name, agencyId: me.agency.id });
  usePageFoot(`${marking} · ${incident.ref} · ${area.name}`);
  return (
    <>
      <h1>Incident record {incident.ref}</h1>
      <p className={styles.marking}>{marking}</p>
      <Rows
        rows={[
          { label: 'Area', says: area.name },
          { label: 'Where', says: whereLine(incident.where) },
          { label: 'Opened', says: <At at={openedAt(incident)} /> },
          { label: 'Called by', says: firstOf(incident.facts, 'opened')?.calledBy ?? 'not known' },
          {
            label: 'Printed',
            says: `${fullTimeWithZone(now)} by ${me.name} (${duties}, ${me.agency.name}); complete to revision ${incident.revision} of the incident, ${boardRevision} of the board`,
          },
        ]}
      />
      {!connected && (
        <p>
          <Mark tone="over">NOT CONNECTED</Mark> What has been recorded since may be missing here.
        </p>
      )}
      {whole?.audience !== 'control-room' && (
        <p>This copy holds what {duties} may see. The control room’s holds more.</p>
      )}
      <OutcomeSection incident={incident} />
      <PersonSection incident={incident} now={now} />
      <PowerSection incident={incident} />
      <LegalSection incident={incident} clocks={clocks} now={now} />
      <PracticeSection incident={incident} />
      <PlacesSection incident={incident} />
      <StationSection incident={incident} now={now} />
      <CareSection incident={incident} />
      <AssessmentSection incident={incident} />
      <AgreedSection clocks={clocks} agreement={agreement} now={now} />
      <EscalationsSection escalations={escalations} messages={messages} why={whyNoEscalations} />
      <ChronologySection incident={incident} />
      <Signatures />
    </>
  );
};
