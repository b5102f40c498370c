import type { StatutoryKind, StatutoryStep } from '@concord/domain';
import { statutoryNames } from '@concord/domain';
import { Link } from '@tanstack/react-router';
import { Badge } from '../../kit/badge';
import { Glyph } from '../../kit/glyph';
import styles from '../agreements.module.css';
import { lawBehind, lengthInLaw } from '../term-words';
import type { PartProps } from './fields';
import { Fold } from './fold';
import { LadderFields } from './ladder-fields';
import type { Opened } from './wait-list';

const kinds = Object.keys(statutoryNames) as StatutoryKind[];

interface Props extends PartProps, Opened {
  readonly faulty: (prefix: string) => boolean;
}

/** Who is warned of each legal time. The time itself is shown, with the law that sets it, and has no control. */
export const WarningList = ({ terms, onChange, wrong, isOpen, setOpen, faulty }: Props) => (
  <div className={styles.body}>
    <p className={styles.note}>
      <Glyph name="law" size={14} /> How long these times are is law, and cannot be edited in an agreement:
      see <Link to="/law">the law in force</Link>. Who is warned, and when, can.
    </p>
    {kinds.map((kind) => {
      const at = `statutoryLadders.${kind}`;
      return (
        <Fold
          key={kind}
          open={isOpen(at)}
          onToggle={(open) => setOpen(at, open)}
          summary={
            <>
              <strong>{statutoryNames[kind].label}</strong>{' '}
              <span className={styles.quiet}>{terms.statutoryLadders[kind].length} steps</span>{' '}
              {(faulty(`${at}.`) || wrong(at) !== undefined) && <Badge tone="over">Cannot be kept</Badge>}
            </>
          }
        >
          {() => (
            <>
              <p className={styles.law} data-testid="not-edited-here">
                <Badge tone="law">LAW</Badge> {lengthInLaw(kind)}. {lawBehind(kind)}. Not edited here.
              </p>
              <LadderFields<StatutoryStep>
                name={statutoryNames[kind].label}
                field={at}
                figure="Minutes before it ends (below 0: after)"
                minutesName="minutesBeforeEnd"
                minutes={({ minutesBeforeEnd }) => minutesBeforeEnd}
                withMinutes={(step, minutesBeforeEnd) => ({ ...step, minutesBeforeEnd })}
                parties={terms.parties}
                steps={terms.statutoryLadders[kind]}
                more={() => ({ minutesBeforeEnd: 0, duties: [] })}
                onChange={(steps) =>
                  onChange({ statutoryLadders: { ...terms.statutoryLadders, [kind]: steps } })
                }
                wrong={wrong}
              />
            </>
          )}
        </Fold>
      );
    })}
  </div>
);
