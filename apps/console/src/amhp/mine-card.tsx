import type { AmhpRequest } from '@concord/domain';
import { useState } from 'react';
import { useCommand } from '../commands';
import { BothSides } from '../incidents/both-sides';
import { FoldedHistory } from '../incidents/folded-history';
import { HeldBy } from '../incidents/held-by';
import { clocksOf } from '../incidents/incident-clocks';
import { LegalClocks } from '../incidents/legal-clock';
import { PersonPanel } from '../incidents/person-panel';
import { RecordLink } from '../incidents/record-link';
import { PersonSummary } from '../incidents/person-summary';
import { RecordButtons } from '../incidents/record-buttons';
import { Button } from '../kit/button';
import { Card } from '../kit/card';
import { CommandResult } from '../kit/command-result';
import { Glyph } from '../kit/glyph';
import { UndoBar } from '../kit/undo-bar';
import { useAll } from '../live/live-context';
import { hourMinute } from '../time/london';
import styles from './amhp-screen.module.css';
import { ProgressButton } from './progress-button';
import { ReadinessCard } from './readiness-card';
import { stepOf, Stepper } from './stepper';
import { WhereTheyAre } from './where-they-are';
import { WithdrawForm } from './withdraw-form';

interface Props {
  readonly request: AmhpRequest;
  /** The keys are for this one. */
  readonly first: boolean;
  /** Accepted here by the last tap, which may have been a slip. */
  readonly justTaken: boolean;
  readonly onSettled: () => void;
}

/** A request that is mine: how far I am, and the one step that comes next. */
export const MineCard = ({ request, first, justTaken, onSettled }: Props) => {
  const [withdrawing, setWithdrawing] = useState(false);
  const incident = useAll('incident').get(request.incidentId);
  const agreement = useAll('agreement').get(incident?.agreementId ?? '');
  const progress = useCommand('amhpProgress', 'Recorded');
  const undoing = useCommand('withdrawAmhp', `${request.incidentRef}: taken back, and offered on`);
  const accepted = request.offers.findLast(({ answer }) => answer === 'accepted');
  const at = stepOf(request, incident);
  const next =
    request.state === 'accepted' ? 'travelling' : request.state === 'travelling' ? 'on-scene' : undefined;
  return (
    <Card
      testId="mine"
      tone="mine"
      title={request.incidentRef}
      aside={
        <p className={styles.yours}>
          <Glyph name="mine" size={16} /> Yours {accepted?.answeredAt && hourMinute(accepted.answeredAt)}
        </p>
      }
    >
      {justTaken && at === 0 && (
        <UndoBar
          did="You accepted it."
          command={undoing}
          onUndo={() =>
            undoing.send({ requestId: request.id }, { reason: 'Accepted by mistake, taken back at once' })
          }
          onGone={onSettled}
        />
      )}
      <CommandResult command={undoing} />
      <Stepper at={at} />
      {request.notBefore && at === 0 && (
        <p className={styles.where}>
          <strong>From {hourMinute(request.notBefore)}</strong>
        </p>
      )}
      {incident && <WhereTheyAre incident={incident} />}
      {incident && <PersonSummary incident={incident} />}
      {incident && <LegalClocks incident={incident} clocks={clocksOf(incident, agreement)} />}
      {incident && <HeldBy incident={incident} />}
      {incident && <BothSides incident={incident} />}
      {incident && request.calls === 'amhp' && <ReadinessCard incident={incident} large />}
      {next && at < 3 && (
        <ProgressButton
          key={next}
          request={request}
          next={next}
          command={progress}
          shortcut={first ? ']' : undefined}
        />
      )}
      <CommandResult command={progress} />
      {incident && (
        <RecordButtons
          incident={incident}
          shortcut={first ? ']' : undefined}
          kinds={at >= 3 ? ['outcome'] : at >= 2 ? ['assessment-started', 'outcome'] : []}
          given={{ 'assessment-started': { amhp: request.assigned?.name ?? '' } }}
        />
      )}
      {withdrawing ? (
        <WithdrawForm request={request} onStop={() => setWithdrawing(false)} />
      ) : (
        at < 3 && (
          <Button large onClick={() => setWithdrawing(true)}>
            I can no longer go
          </Button>
        )
      )}
      {incident && <PersonPanel incident={incident} phone />}
      {incident && <RecordLink incidentId={incident.id} />}
      {incident && <FoldedHistory incident={incident} />}
    </Card>
  );
};
