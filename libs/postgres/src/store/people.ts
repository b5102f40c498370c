import type { PersonInArea } from '@concord/coordination';
import type { DataSource } from 'typeorm';

/** Everybody with a duty in an area, by name. */
export const readPeople = (source: DataSource, areaId: string): Promise<PersonInArea[]> =>
  source.query<PersonInArea[]>(
    `select u.id as "userId", u.name, u.agency_id as "agencyId", array_agg(d.duty order by d.duty) as duties,
            (select m.address->>'number' from contact_method m
              where m.user_id = u.id and m.verified_at is not null and m.address->>'channel' = 'sms'
              order by m.place_in_order limit 1) as telephone
       from user_duty d join app_user u on u.id = d.user_id
      where d.area_id = $1 group by u.id order by u.name, u.id`,
    [areaId],
  );
