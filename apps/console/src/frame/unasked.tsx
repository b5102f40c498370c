import type { AmhpRequest } from '@concord/domain';
import { byText } from '@concord/domain';
import { useMemo } from 'react';
import { nobodyWords } from '../amhp/nobody-words';
import { IncidentLink } from '../beds/incident-link';
import { useAll } from '../live/live-context';
import { calledWords } from '../team/team-words';
import { Waiting } from '../team/waiting';
import styles from './alarms.module.css';

/** Requests for an AMHP or a doctor that stand with nobody, as there was nobody to ask: the longest wait first. */
export const useUnasked = (): AmhpRequest[] => {
  const requests = useAll('amhp-request');
  return useMemo(
    () =>
      [...requests.values()]
        .filter(({ state }) => state === 'unanswered')
        .sort((a, b) => byText(a.requestedAt, b.requestedAt)),
    [requests],
  );
};

/** News whenever it has been asked in vain once more. */
export const newsOfUnasked = ({ id, offers, nobody }: AmhpRequest): string =>
  [id, offers.length, nobody?.why].join(' ');

export const unaskedWords = (request: AmhpRequest): string =>
  `${request.incidentRef}: nobody to ask, ${calledWords(request)}`;

/** A request that can be put to nobody. It is nobody's to own: it goes when somebody can be asked, or is found. */
export const UnaskedAlarm = ({ request }: { readonly request: AmhpRequest }) => (
  <li className={styles.alarm} data-level="due" data-testid="unasked">
    <Waiting since={request.requestedAt} />
    <div className={styles.what}>
      <IncidentLink id={request.incidentId} incidentRef={request.incidentRef} /> {calledWords(request)}{' '}
      <strong className={styles.unreached}>NOBODY TO ASK: ring for one yourself</strong>
      <span className={styles.called}> {nobodyWords(request)}</span>
    </div>
  </li>
);
