import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaDefinition } from '@concord/contracts';

const example = readFileSync(join(process.cwd(), 'docker', 'area.example.json'), 'utf8');

test('the example area is refused until its passwords are replaced, and for no other reason', () => {
  const issues = areaDefinition.safeParse(JSON.parse(example)).error?.issues ?? [];
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.every(({ path }) => path.at(-1) === 'password')).toBe(true);
});

test('with passwords it is an area, and every duty in it has somebody on call', () => {
  const area = areaDefinition.parse(JSON.parse(example.replaceAll('replace me', 'a password of their own')));
  const onCall = new Set(area.rotas.map(({ duty }) => duty));
  const held = new Set(Object.values(area.people).flatMap(({ duties }) => duties.map(({ duty }) => duty)));
  expect([...held].filter((duty) => !onCall.has(duty))).toEqual([]);
});
