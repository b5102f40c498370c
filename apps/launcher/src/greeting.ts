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
    'Everybody and everything in this area is made up. Ctrl-C stops it; its data is kept.',
  ].join('\n');
}

async function readPersonas(address: string): Promise<Persona[]> {
  const reply = await fetch(new URL('/api/demo/personas', address.replace('localhost', '127.0.0.1')));
  if (!reply.ok) throw new Error(`The api could not list its demo accounts (HTTP ${reply.status}).`);
  return (await reply.json()) as Persona[];
}

/** What somebody who started without the demo area reads: with no area yet, how to make one. */
export function firstSteps(address: string, areaFile: string | undefined): string {
  const next = areaFile
    ? ['Sign in with an account of the area you set up.']
    : [
        'It has no area and no accounts yet. Describe your agencies, places of safety, people and',
        'rotas in a JSON file (docker/README.md says how; docker/area.example.json is one), then:',
        '  npm start -- --empty --area my-area.json',
        'Its people can sign in with the e-mail address and password given there.',
      ];
  return ['', `Concord is running: ${address}`, '', ...next, 'Ctrl-C stops it; its data is kept.'].join('\n');
}
