// Jest loads a globalSetup file with Node's own resolution, which knows nothing of @concord/*. This teaches it.
const { existsSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');

const root = join(__dirname, '..');
const resolve = Module._resolveFilename;

const source = (name) =>
  ['libs', 'apps']
    .map((folder) => join(root, folder, name, 'src', 'index.ts'))
    .find((file) => existsSync(file));

Module._resolveFilename = function (request, ...rest) {
  const [, name] = /^@concord\/([a-z]+)$/.exec(request) ?? [];
  return resolve.call(this, (name && source(name)) ?? request, ...rest);
};
