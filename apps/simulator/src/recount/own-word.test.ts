import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = join(process.cwd(), 'apps/simulator/src/recount');
const sources = readdirSync(here).filter(
  (file) => !file.startsWith('made-up-') && !file.endsWith('.test.ts'),
);

// The tally counts what became of people, and no escalations.
test.each(sources.filter((file) => file !== 'tally.ts'))(
  '%s takes nothing from the engine but the shape of things, or its mistakes would hide themselves',
  (file) => {
    const text = readFileSync(join(here, file), 'utf8');
    const imports = [...text.matchAll(/import (type )?[^;]* from '@concord\/domain'/g)];
    expect(imports.filter(([, isType]) => isType === undefined).map(([statement]) => statement)).toEqual([]);
  },
);
