import { Area1700000000001 } from './0001-area';
import { Identity1700000000002 } from './0002-identity';
import { Law1700000000003 } from './0003-law';
import { Places1700000000004 } from './0004-places';
import { Freshness1700000000005 } from './0005-freshness';
import { MutualAid1700000000008 } from './0008-mutual-aid';
import { OnCall1700000000009 } from './0009-on-call';
import { Notifications1700000000010 } from './0010-notifications';
import { Agreements1700000000012 } from './0012-agreements';

/** In order. Names carry a 13-digit stamp because TypeORM sorts by it. */
export const migrations = [
  Area1700000000001,
  Identity1700000000002,
  Law1700000000003,
  Places1700000000004,
  Freshness1700000000005,
  MutualAid1700000000008,
  OnCall1700000000009,
  Notifications1700000000010,
  Agreements1700000000012,
];
