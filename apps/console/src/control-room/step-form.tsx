import type { Incident } from '@concord/domain';
import { outsidePlace } from '@concord/domain';
import { FactForm } from '../incidents/fact-form';
import type { Around, Step } from '../incidents/next-steps';
import { AmhpForm } from './amhp-form';
import { CarForm } from './car-form';
import { RecordStepForm } from '../incidents/record-step-form';
import { ReleaseForm } from '../incidents/release-form';

interface Props {
  readonly step: Step;
  readonly incident: Incident;
  readonly around: Around;
  readonly onStop: () => void;
}

const givenFor = (
  step: Step & { kind: 'record' },
  incident: Incident,
  { hold, request }: Around,
): Readonly<Record<string, string>> => {
  const goingTo = hold?.placeId ?? outsidePlace(incident.facts)?.placeId;
  if (step.fact === 'arrived' && goingTo) return { placeId: goingTo };
  if (step.fact === 'assessment-started' && request?.assigned) return { amhp: request.assigned.name };
  if (step.fact === 'reading-adopted' && step.about) return { startFactId: step.about };
  return {};
};

export const StepForm = ({ step, incident, around, onStop }: Props) => {
  switch (step.kind) {
    case 'record':
      return (
        <FactForm
          incident={incident}
          kind={step.fact}
          given={givenFor(step, incident, around)}
          onDone={onStop}
          onCancel={onStop}
        />
      );
    case 'release':
      return around.hold ? <ReleaseForm hold={around.hold} onStop={onStop} /> : null;
    case 'amhp':
      return <AmhpForm incident={incident} onStop={onStop} />;
    case 'car':
      return <CarForm incident={incident} onStop={onStop} />;
    case 'hold':
      return null;
    default:
      return <RecordStepForm step={step} incident={incident} onStop={onStop} />;
  }
};
