import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Canary, canaries } from './canaries';

type Complaint = { ruleId: string; line: number; message: string };

const here = join(process.cwd(), 'test/boundaries');

/** A source file of the project, for the canary to stand in for; the file itself is not touched. */
function sourceFile(project: string): string {
  const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).sort();
  const file = files.find((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|migrations/.test(name));
  if (!file) throw new Error(`${project}/src has no source file yet.`);
  return join(project, 'src', file);
}

function lint(list: Canary[], env: NodeJS.ProcessEnv = {}): Complaint[][] {
  const input = list.map(({ canary, in: project }) => ({ canary, as: sourceFile(project) }));
  const output = execFileSync(process.execPath, [join(here, 'lint-canaries.mjs'), JSON.stringify(input)], {
    encoding: 'utf8',
    env: { ...process.env, NX_DAEMON: 'false', ...env },
  });
  return JSON.parse(output) as Complaint[][];
}

describe('Lint refuses what would break the layers', () => {
  let complaints: Complaint[][];

  beforeAll(() => {
    complaints = lint(canaries);
  });

  test.each(canaries.map((canary, index) => ({ ...canary, index })))('$promise', ({ breaks, index }) => {
    const rules = complaints[index]?.map(({ ruleId, line }) => [ruleId, line]);
    // In the domain the clock and chance are not even known to the types, which adds complaints of its own.
    const listed = breaks.map(([rule]) => rule);
    expect(
      rules?.filter(([rule]) => !/no-unsafe-/.test(String(rule)) || listed.includes(String(rule))),
    ).toEqual(breaks);
  });

  test('every canary is on the list', () => {
    const files = readdirSync(join(here, 'canaries')).map((file) => file.replace(/\.ts$/, ''));
    expect(canaries.map(({ canary }) => canary).sort()).toEqual(files.sort());
  });
});

describe('Lint cannot be passed by accident', () => {
  test('a checkout in which Nx has never run is held to the same boundaries', () => {
    const untouched = mkdtempSync(join(tmpdir(), 'concord-nx-'));
    try {
      const canary = canaries.filter(({ canary }) => canary === 'domain-imports-pg');
      const [complaint] = lint(canary, { NX_WORKSPACE_DATA_DIRECTORY: untouched });
      expect(complaint?.map(({ ruleId }) => ruleId)).toEqual(['@nx/enforce-module-boundaries']);
    } finally {
      rmSync(untouched, { recursive: true, force: true });
    }
  });

  test('every app, every library and the tests are linted and type-checked', () => {
    const projects = [...readdirSync('apps'), ...readdirSync('libs'), 'test'].sort();
    for (const target of ['lint', 'typecheck']) {
      const checked = execFileSync(
        process.execPath,
        ['node_modules/nx/dist/bin/nx.js', 'show', 'projects', '--with-target', target, '--json'],
        { encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } },
      );
      expect((JSON.parse(checked) as string[]).sort()).toEqual(projects);
    }
  });
});
