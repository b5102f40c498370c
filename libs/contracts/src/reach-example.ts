import type { Named, ReachReport } from '@concord/domain';

interface Given {
  readonly common: { readonly areaId: string; readonly revision: number };
  readonly uid: (n: number) => string;
  readonly at: (minute: number) => string;
  readonly colleague: Named;
  readonly placeId: string;
}

/** A report with a step of each sort in it. Not exported from this library. */
export const reachExample = ({ common, uid, at, colleague, placeId }: Given): ReachReport => ({
  ...common,
  id: uid(71),
  takenAt: at(0),
  until: at(7 * 24 * 60),
  askedBy: colleague,
  night: at(-60),
  told: ['nobody-on-call'],
  steps: 60,
  gaps: [
    {
      kind: 'not-everyone',
      duties: ['on-call-manager'],
      agencyId: uid(60),
      channels: ['sms'],
      who: [colleague],
      times: [{ from: at(60), to: at(120) }],
      steps: [
        { version: 1, kind: 'agreed', label: 'Place of safety found', afterMinutes: 30 },
        { version: 1, kind: 'statutory', clock: 's136-permitted-period', minutesBeforeEnd: 60 },
        { version: 1, kind: 'place-status', placeId, placeName: 'Elm', afterMinutes: 30 },
      ],
      rotaIds: [uid(64)],
    },
  ],
});
