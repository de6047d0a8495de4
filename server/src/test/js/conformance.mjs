// The authorization server scenarios of the MCP conformance package, against a running server: it
// registers a client for them and is the person at the browser.
//
//   ISSUER=http://localhost:8080 PORT=3000 USERNAME=alice PASSWORD=... \
//   RESULTS=directory node conformance.mjs

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Browser } from './browser.mjs';

const { ISSUER, PORT, USERNAME, PASSWORD, RESULTS } = process.env;
const REDIRECT_URI = `http://127.0.0.1:${PORT}/callback`;
const SCENARIOS = 2;
const PACKAGE = path.dirname(
  createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json'),
);

const wellKnown = new URL('/.well-known/oauth-authorization-server', ISSUER).href;
const metadata = await (await fetch(wellKnown)).json();

async function register() {
  const reply = await fetch(metadata.registration_endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'MCP conformance',
      redirect_uris: [REDIRECT_URI],
      token_endpoint_auth_method: 'none',
    }),
  });
  assert.equal(reply.status, 201);
  return (await reply.json()).client_id;
}

const suite = spawn(
  process.execPath,
  [
    '--import',
    new URL('./node-compat.mjs', import.meta.url).href,
    path.join(PACKAGE, 'dist/index.js'),
    'authorization',
    '--url',
    ISSUER,
    '--client-id',
    await register(),
    '--resource',
    'http://localhost:9001/mcp',
    '--port',
    PORT,
    '--output-dir',
    RESULTS,
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const ended = new Promise((resolve) => suite.on('close', resolve));
const browser = new Browser({ username: USERNAME, password: PASSWORD });
let scenarios = 0;
for await (const line of createInterface(suite.stdout)) {
  console.log(line);
  if (line.includes('=== Running scenario')) scenarios++;
  if (/^https?:\/\/\S+[?&]response_type=code/.test(line)) {
    await fetch(await browser.authorize(line, REDIRECT_URI));
  }
}
assert.equal(await ended, 0);
assert.equal(scenarios, SCENARIOS);

// A check can also be skipped, or end with a warning, which the package doesn't count.
const files = (await readdir(RESULTS, { recursive: true })).filter((f) => f.endsWith('checks.json'));
assert.equal(files.length, SCENARIOS);
const checks = [];
for (const file of files) checks.push(...JSON.parse(await readFile(path.join(RESULTS, file), 'utf8')));
// An operator may not want metadata documents, of which the package only warns.
const expected = metadata.client_id_metadata_document_supported ? [] : ['WARNING'];
const others = checks.filter((check) => check.status !== 'SUCCESS');
assert.deepEqual(others.map((check) => check.status), expected, JSON.stringify(others));
console.log(`ok      ${checks.length} checks in ${scenarios} scenarios`);
