import type { Escalation, EscalationStep, Instant, Named, Notification } from '@concord/domain';
import { minutesBetween, outstanding } from '@concord/domain';
import { hourMinute } from '../time/london';
import { messageWords } from '../words/channels';
import { dutyWords } from '../words/codes';
import { spanWords } from '../words/line';
import { At, Mark, None, Section, Table } from './parts';
import styles from './record.module.css';

interface Props {
  /** Absent where this person's duties do not show them, or they have not come yet. */
  readonly escalations: readonly Escalation[] | undefined;
  readonly messages: readonly Notification[];
  readonly why: string;
}

const calledWords = ({ called, nobodyFor }: EscalationStep): string =>
  [
    ...called.map(({ duty, who }) => `${who.name} (${dutyWords[duty].toLowerCase()})`),
    ...nobodyFor.map((duty) => `NOBODY held: ${dutyWords[duty].toLowerCase()}`),
  ].join(', ');

interface StepsProps {
  readonly escalation: Escalation;
  readonly messages: readonly Notification[];
}

/** Each step with whom it called, and whether a message reached them. */
const Steps = ({ escalation: { id, steps }, messages }: StepsProps) => (
  <ul className={styles.steps}>
    {steps.map((step) => (
      <li key={`${step.afterMinutes}${step.firedAt}`}>
        <At at={step.firedAt} /> {step.level === 'over' ? 'over' : 'due'}, called: {calledWords(step)}
        {step.lateBySeconds > 60 && ` (late by ${spanWords(Math.floor(step.lateBySeconds / 60))})`}
        {messages
          .filter(({ escalationId, queuedAt }) => escalationId === id && queuedAt === step.firedAt)
          .map((message) => (
            <div key={message.id} className={styles.by}>
              {message.to.name}: {messageWords(message)}
            </div>
          ))}
      </li>
    ))}
  </ul>
);

interface LineProps {
  readonly who: Named;
  readonly at: Instant;
  readonly did?: string;
}

const Line = ({ who, at, did }: LineProps) => (
  <div>
    {who.name}, {did} <At at={at} />
  </div>
);

/** Who took it on, who had it and was heard of no more, and who only turned it quiet or put it aside. */
const Owner = (escalation: Escalation) => {
  const { ownedBy, ownedAt, acknowledgements, goneQuiet, silences, snooze, resolvedAt } = escalation;
  const others = acknowledgements.filter(({ who }) => who.userId !== ownedBy?.userId);
  return (
    <>
      {ownedBy && ownedAt ? (
        <Line who={ownedBy} at={ownedAt} />
      ) : (
        <Mark tone={resolvedAt ? 'stopped' : 'due'}>
          {goneQuiet.length === 0 ? 'NOBODY TOOK IT ON' : 'NOBODY HAS IT'}
        </Mark>
      )}
      {others.map(({ who, at }) => (
        <Line key={who.userId} who={who} at={at} />
      ))}
      {outstanding(escalation).map(({ userId, name }) => (
        <div key={userId}>
          <Mark tone="due">NOT SAID BY</Mark> {name}
        </div>
      ))}
      <div className={styles.by}>
        {goneQuiet.map(({ who, since, at }) => (
          <Line
            key={at}
            who={who}
            at={at}
            did={`not heard of since ${hourMinute(since)}, had it no more at`}
          />
        ))}
        {silences.map(({ who, at }) => (
          <Line key={who.userId} who={who} at={at} did="silenced their desk" />
        ))}
        {snooze && (
          <Line
            who={snooze.by}
            at={snooze.at}
            did={`put it aside until ${hourMinute(snooze.until)} (${snooze.why})`}
          />
        )}
      </div>
    </>
  );
};

/** What was raised, to whom, and who took it on; those that have ended stay, however the facts were corrected. */
export const EscalationsSection = ({ escalations, messages, why }: Props) => (
  <Section title="Escalations">
    {!escalations && <None>{why}</None>}
    {escalations?.length === 0 && <None>None was raised.</None>}
    {escalations && escalations.length > 0 && (
      <Table
        label="Escalations"
        heads={['About', 'Raised and called', 'Taken on by', 'Ended']}
        rows={[...escalations]
          .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
          .map((escalation) => ({
            key: escalation.id,
            cells: [
              <>
                {escalation.clock.label}{' '}
                {escalation.clock.kind === 'statutory' ? (
                  <Mark tone="law">LAW</Mark>
                ) : (
                  <span className={styles.by}>agreed</span>
                )}{' '}
                {escalation.level === 'over' && <Mark tone="over">OVER</Mark>}
                <br />
                <span className={styles.by}>
                  clock from <At at={escalation.startedAt} />
                </span>
              </>,
              <Steps key="steps" escalation={escalation} messages={messages} />,
              <Owner key="owner" {...escalation} />,
              escalation.resolvedAt ? (
                <>
                  <At at={escalation.resolvedAt} />
                  <br />
                  <span className={styles.by}>
                    after {spanWords(Math.floor(minutesBetween(escalation.startedAt, escalation.resolvedAt)))}
                  </span>
                </>
              ) : (
                'running'
              ),
            ],
          }))}
      />
    )}
  </Section>
);
