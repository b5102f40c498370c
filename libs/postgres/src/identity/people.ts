import type { Actor, Duty } from '@concord/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { hashPassword } from './password';

export type Screen = 'console' | 'unit' | 'amhp' | 'crew' | 'rota' | 'alternative';

export interface DutyInArea {
  readonly areaId: string;
  readonly duty: Duty;
  /** Suites this person answers for in that duty. */
  readonly placeIds?: readonly string[];
  /** Cars or desks this person crews in that duty. */
  readonly resourceIds?: readonly string[];
}

/** A one-click sign-in of a demo area. Unlisted ones work but are not offered on screen. */
export interface Persona {
  readonly key: string;
  readonly label: string;
  readonly does: string;
  readonly listed: boolean;
}

export interface PersonToAdd {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly name: string;
  readonly email: string;
  /** Without one the account can be used through its persona only. */
  readonly password?: string | undefined;
  readonly screen: Screen;
  readonly persona?: Persona | undefined;
  readonly duties: readonly DutyInArea[];
}

/** What one person answers for in one area, over all the duties they hold there. */
export interface AreaDuties {
  readonly areaId: string;
  readonly duties: readonly Duty[];
  readonly placeIds: readonly string[];
  readonly resourceIds: readonly string[];
}

export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly screen: Screen;
  /** Rises whenever their duties change. */
  readonly dutiesVersion: number;
  readonly areas: readonly AreaDuties[];
}

export interface Account {
  readonly userId: string;
  readonly passwordHash: string | null;
}

export interface ListedPersona {
  readonly persona: string;
  readonly label: string;
  readonly does: string;
  readonly screen: Screen;
  readonly areaIds: readonly string[];
}

export interface PersonRow extends Omit<Person, 'areas'> {
  readonly held: readonly Required<DutyInArea>[];
}

/** What `personOf` reads, `u` being their app_user row. Plain rows, grouped outside: every request makes this query. */
export const personColumns = `
  u.id as "userId", u.name, u.agency_id as "agencyId", u.agency_name as "agencyName", u.screen,
  u.duties_version as "dutiesVersion",
  (select coalesce(json_agg(json_build_object('areaId', d.area_id, 'duty', d.duty,
            'placeIds', d.place_ids, 'resourceIds', d.resource_ids) order by d.area_id, d.duty), '[]')
     from user_duty d where d.user_id = u.id) as held`;

const each = (ids: readonly (readonly string[])[]): string[] => [...new Set(ids.flat())].sort();

export const personOf = ({ held, ...person }: PersonRow): Person => ({
  ...person,
  areas: [...new Set(held.map(({ areaId }) => areaId))].map((areaId) => {
    const here = held.filter((duty) => duty.areaId === areaId);
    return {
      areaId,
      duties: here.map(({ duty }) => duty),
      placeIds: each(here.map(({ placeIds }) => placeIds)),
      resourceIds: each(here.map(({ resourceIds }) => resourceIds)),
    };
  }),
});

/** The person as the author of commands in one area; undefined when they have no duty there. */
export const actorIn = (person: Person, areaId: string): Actor | undefined => {
  const held = person.areas.find((area) => area.areaId === areaId);
  return held && { ...held, userId: person.userId, name: person.name, agencyId: person.agencyId };
};

/** Local accounts and the duties they hold in each area. */
export class PostgresPeople {
  constructor(private readonly source: DataSource) {}

  async addPerson(person: PersonToAdd): Promise<void> {
    const passwordHash = person.password === undefined ? null : await hashPassword(person.password);
    const { persona } = person;
    await this.source.transaction(async (manager) => {
      await manager.query(
        `insert into app_user (id, agency_id, agency_name, name, email, password_hash, screen,
                               persona, persona_label, persona_does, persona_listed)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          person.id,
          person.agencyId,
          person.agencyName,
          person.name,
          person.email,
          passwordHash,
          person.screen,
          persona?.key ?? null,
          persona?.label ?? null,
          persona?.does ?? null,
          persona?.listed ?? false,
        ],
      );
      await insertDuties(manager, person.id, person.duties);
    });
  }

  /** From now on they hold these duties and no others. */
  async setDuties(userId: string, duties: readonly DutyInArea[]): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query('delete from user_duty where user_id = $1', [userId]);
      await insertDuties(manager, userId, duties);
    });
  }

  async findByEmail(email: string): Promise<Account | undefined> {
    const [account] = await this.source.query<Account[]>(
      'select id as "userId", password_hash as "passwordHash" from app_user where lower(email) = lower($1)',
      [email],
    );
    return account;
  }

  findByPersona(persona: string): Promise<Person | undefined> {
    return this.one('persona', persona);
  }

  find(userId: string): Promise<Person | undefined> {
    return this.one('id', userId);
  }

  /** Those offered on screen, in the order they were added. */
  personas(): Promise<ListedPersona[]> {
    return this.source.query<ListedPersona[]>(
      `select persona, persona_label as label, persona_does as does, screen,
              array(select distinct area_id from user_duty d where d.user_id = u.id) as "areaIds"
         from app_user u where persona_listed order by added`,
    );
  }

  async actorFor(userId: string, areaId: string): Promise<Actor | undefined> {
    const person = await this.find(userId);
    return person && actorIn(person, areaId);
  }

  private async one(column: 'id' | 'persona', value: string): Promise<Person | undefined> {
    const [row] = await this.source.query<PersonRow[]>(
      `select ${personColumns} from app_user u where u.${column} = $1`,
      [value],
    );
    return row && personOf(row);
  }
}

const insertDuties = async (
  manager: EntityManager,
  userId: string,
  duties: readonly DutyInArea[],
): Promise<void> => {
  for (const { areaId, duty, placeIds = [], resourceIds = [] } of duties) {
    await manager.query(
      'insert into user_duty (user_id, area_id, duty, place_ids, resource_ids) values ($1, $2, $3, $4, $5)',
      [userId, areaId, duty, placeIds, resourceIds],
    );
  }
};
