const stopping = 'Ctrl-C stops it; its data is kept.';

interface Persona {
  label: string;
  does: string;
}

/** What the demo area's user reads first: the address, and whom they may sign in as. */
export async function greeting(address: string): Promise<string> {
  const personas = await readPersonas(address);
  const width = Math.max(0, ...personas.map(({ label }) => label.length));
  return [
    '',
    `Concord is running: ${address}`,
    '',
    'Open it and sign in with one click as',
    ...personas.map(({ label, does }) => `  ${label.padEnd(width)}  ${does}`),
    '',
    `Everybody and everything in this area is made up. ${stopping}`,
  ].join('\n');
}

async function readPersonas(address: string): Promise<Persona[]> {
  const reply = await fetch(new URL('/api/demo/personas', address.replace('localhost', '127.0.0.1')));
  if (!reply.ok) throw new Error(`The api could not list its demo accounts (HTTP ${reply.status}).`);
  return (await reply.json()) as Persona[];
}

/** What is read after a start without the demo area: with no area in the database, how to make one. */
export function firstSteps(address: string, areas: number): string {
  const next =
    areas > 0
      ? [
          `Its database holds ${areas} ${areas === 1 ? 'area' : 'areas'}: sign in with an account of it.`,
          'To begin with nothing at all: npm start -- --reset --empty',
        ]
      : [
          'It has no area and no accounts yet. Describe your agencies, places of safety, people and',
          'rotas in a JSON file (docker/README.md says how; docker/area.example.json is one), then:',
          '  npm start -- --empty --area my-area.json',
          'Its people can sign in with the e-mail address and password given there.',
        ];
  return ['', `Concord is running: ${address}`, '', ...next, '', stopping].join('\n');
}
