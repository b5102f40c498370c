import { everyDay, roundTheClock } from '@concord/domain';
import { alternativeOffer, alternativeRows } from './alternative-offer';
import { alternative, ago, byId, now, rule, said } from './test-places';

const offer = (more: Parameters<typeof alternative>[1] = {}) =>
  alternativeOffer(alternative('Lamp', more), rule, now);
const counted = (left: number, minutes = 5) => ({ capacity: { left, observed: said(minutes) } });
const expected = {
  referralId: 'referral',
  incidentId: 'HV-1',
  incidentRef: 'HV-1',
  referredAt: ago(2),
  by: said(2).by,
  how: 'message',
  acceptedBy: null,
  uncounted: true,
} as const;

describe('what an alternative can take', () => {
  it('is the places left, less those sent there since they were counted, with its hours', () => {
    expect(offer(counted(2))).toMatchObject({
      standing: 'takes',
      says: '2 places left',
      why: 'of 4, open until 04:00',
    });
    expect(offer({ ...counted(2), expected: [expected] })).toMatchObject({ says: '1 place left' });
    expect(offer({ ...counted(1), expected: [expected] })).toMatchObject({ standing: 'none', says: 'full' });
  });

  it('is unknown once nobody has confirmed it in time, and before anybody has said', () => {
    expect(offer(counted(2, 61))).toMatchObject({
      standing: 'unknown',
      fresh: 'unknown',
      says: 'unknown 1:01 h',
      why: 'last: 2 places left, 1:01 h ago; open until 04:00',
    });
    expect(offer({ capacity: null })).toMatchObject({ standing: 'unknown', says: 'places not said' });
  });

  it('is nothing while it is closed, by its hours or called off, however fresh the count', () => {
    const shut = { reason: 'No staff', until: '2026-11-22T04:00:00.000Z', observed: said(1) };
    expect(offer({ hours: everyDay('18:00', '01:00') })).toMatchObject({
      standing: 'none',
      open: false,
      says: 'closed',
      why: 'closed, opens 18:00',
    });
    expect(offer({ shut })).toMatchObject({ says: 'closed', why: 'closed until 18:00 (No staff)' });
    const flooded = { ...shut, reason: 'Flood', until: null };
    expect(offer({ hours: roundTheClock, shut: flooded })).toMatchObject({
      says: 'closed',
      why: 'closed until it says that it is open (Flood)',
    });
  });

  it('is unknown once its doors open again after it was called off: its places were counted before that', () => {
    const shut = { reason: 'No staff', until: ago(1), observed: said(10) };
    expect(offer({ ...counted(2, 20), shut })).toMatchObject({ standing: 'unknown' });
    expect(offer({ ...counted(2, 5), shut })).toMatchObject({ standing: 'takes' });
  });

  it('is open, where none are counted', () => {
    expect(offer({ places: null, capacity: null, hours: roundTheClock })).toMatchObject({
      standing: 'takes',
      fresh: 'fresh',
      says: 'open',
      why: 'open day and night',
    });
  });
});

test('they stand by name, whoever runs them', () => {
  const rows = alternativeRows(byId(alternative('Wren House'), alternative('Lamp')), rule, now);
  expect(rows.map(({ at }) => at.name)).toEqual(['Lamp', 'Wren House']);
});
