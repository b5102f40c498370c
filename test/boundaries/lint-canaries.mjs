// Lints each canary as if it were a file of the project it pretends to be part of. Jest cannot load ESLint's
// configuration, an ES module, so boundaries.test.ts runs this as a process: canaries in, ESLint's words out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';

const eslint = new ESLint();

const lint = async ({ canary, as }) => {
  const code = readFileSync(join(import.meta.dirname, 'canaries', `${canary}.ts`), 'utf8');
  const [result] = await eslint.lintText(code, { filePath: as });
  return result.messages.map(({ ruleId, line, message }) => ({ ruleId, line, message }));
};

process.stdout.write(JSON.stringify(await Promise.all(JSON.parse(process.argv[2]).map(lint))));
