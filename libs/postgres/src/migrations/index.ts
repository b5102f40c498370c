import { Area1700000000001 } from './0001-area';
import { Identity1700000000002 } from './0002-identity';
import { Law1700000000003 } from './0003-law';
import { Places1700000000004 } from './0004-places';
import { Holds1700000000006 } from './0006-holds';
import { Alternatives1700000000007 } from './0007-alternatives';
import { OnCall1700000000009 } from './0009-on-call';
import { Notifications1700000000010 } from './0010-notifications';
import { Agreements1700000000012 } from './0012-agreements';
import { Freshness1700000000013 } from './0013-freshness';
import { AlarmActs1700000000015 } from './0015-alarm-acts';
import { MutualAid1700000000016 } from './0016-mutual-aid';
import { ReachReport1700000000017 } from './0017-reach-report';
import { AmhpOffers1700000000018 } from './0018-amhp-offers';
import { AmhpLoad1700000000019 } from './0019-amhp-load';
import { Section12Doctors1700000000020 } from './0020-section-12-doctors';
import { Holds1700000000021 } from './0021-holds';
import { Rooms1700000000022 } from './0022-rooms';
import { AlternativeClocks1700000000023 } from './0023-alternatives';
import { MessagesByEscalation1700000000024 } from './0024-messages-by-escalation';
import { NobodyToAsk1700000000025 } from './0025-nobody-to-ask';

/** In order. Names carry a 13-digit stamp because TypeORM sorts by it. */
export const migrations = [
  Area1700000000001,
  Identity1700000000002,
  Law1700000000003,
  Places1700000000004,
  Holds1700000000006,
  Alternatives1700000000007,
  OnCall1700000000009,
  Notifications1700000000010,
  Agreements1700000000012,
  Freshness1700000000013,
  AlarmActs1700000000015,
  MutualAid1700000000016,
  ReachReport1700000000017,
  AmhpOffers1700000000018,
  AmhpLoad1700000000019,
  Section12Doctors1700000000020,
  Holds1700000000021,
  Rooms1700000000022,
  AlternativeClocks1700000000023,
  MessagesByEscalation1700000000024,
  NobodyToAsk1700000000025,
];
