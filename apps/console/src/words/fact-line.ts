import type { Fact } from '@concord/domain';
import {
  conveyanceWords,
  diversionWords,
  outcomeWords,
  professionWords,
  refusalReasonWords,
  vehicleReasonWords,
} from './codes';

const withMore = (sentence: string, more: string): string => (more ? `${sentence}: ${more}` : sentence);

/** One fact as a line of the timeline. */
export const factLine = (fact: Fact): string => {
  switch (fact.kind) {
    case 'opened':
      return `Opened. Called by ${fact.calledBy}`;
    case 'advice-sought':
      return `Advice from ${fact.adviser} (${professionWords[fact.profession]}): ${fact.advice}`;
    case 'advice-not-practicable':
      return `Consultation not practicable: ${fact.reason}`;
    case 'detained':
      return `Detained under s136 (${fact.power === 's136-kept' ? 'kept' : 'removed'}) by ${fact.officer}`;
    case 'diverted':
      return withMore(`Not detained. ${diversionWords[fact.to]}`, fact.note);
    case 'hold-requested':
      return `${fact.placeName}, ${fact.roomName}: asked to take this person`;
    case 'hold-accepted':
      return 'Suite accepted';
    case 'hold-refused':
      return withMore(`Suite refused (${refusalReasonWords[fact.reason]})`, fact.rationale);
    case 'hold-released':
      return withMore('Room given back', fact.reason);
    case 'hold-expired':
      return 'Hold ran out';
    case 'car-committed':
      return `${fact.callsign} committed`;
    case 'car-cleared':
      return `${fact.callsign} cleared`;
    case 'conveyance-started':
      return withMore(
        `Conveyance by ${conveyanceWords[fact.mode].toLowerCase()}`,
        fact.policeVehicleReason ? vehicleReasonWords[fact.policeVehicleReason] : '',
      );
    case 'arrived':
      return `Arrived at ${fact.placeName}`;
    case 'handed-over':
      return `Handed over. Accepted by ${fact.acceptedBy}`;
    case 'amhp-requested':
      return 'AMHP requested';
    case 'amhp-offered':
      return `Offered to ${fact.to.name}`;
    case 'amhp-declined':
      return `${fact.from.name} cannot take it: ${fact.reason}`;
    case 'amhp-offer-lapsed':
      return `${fact.from.name} did not answer in time`;
    case 'amhp-accepted':
      return `${fact.amhp.name} accepted`;
    case 'amhp-withdrew':
      return `${fact.amhp.name} can no longer go: ${fact.reason}`;
    case 'amhp-travelling':
      return `${fact.amhp.name} is travelling`;
    case 'amhp-on-scene':
      return `${fact.amhp.name} is on scene`;
    case 'assessment-started':
      return `Assessment started by ${fact.amhp}`;
    case 'outcome':
      return withMore(outcomeWords[fact.code], fact.note);
    case 'closed':
      return withMore('Closed', fact.note);
  }
};
