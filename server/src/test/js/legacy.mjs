// A client of MCP 2025-03-26, played with the official SDK: where it finds no metadata it tries
// /authorize, /token and /register at the root of the host. Nothing tells it more than that.
//
//   SDK=v1 ROOT=http://localhost:8080/ USERNAME=alice PASSWORD=... [PROVIDER=...] node legacy.mjs

import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { MemoryProvider } from './provider.mjs';
import { load } from './sdk.mjs';

const { SDK, ROOT, USERNAME, PASSWORD, PROVIDER } = process.env;
const REDIRECT_URI = 'http://127.0.0.1:53682/callback';

const sdk = await load(SDK);
const provider = new MemoryProvider(REDIRECT_URI, 'none');
const asked = [];

// As a server of that time in front of ours would: it has no documents.
async function fetchFn(url, init) {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/.well-known/')) return new Response('', { status: 404 });
  asked.push(pathname);
  return fetch(url, init);
}

assert.equal(await sdk.auth(provider, { serverUrl: ROOT, fetchFn }), 'REDIRECT');
assert.equal(provider.authorizationUrl.pathname, '/authorize');
const browser = new Browser({ username: USERNAME, password: PASSWORD, provider: PROVIDER });
const callback = (await browser.authorize(provider.authorizationUrl, REDIRECT_URI)).searchParams;
const authorizationCode = callback.get('code');
assert.equal(await sdk.auth(provider, { serverUrl: ROOT, authorizationCode, fetchFn }), 'AUTHORIZED');
assert.equal(await sdk.auth(provider, { serverUrl: ROOT, fetchFn }), 'AUTHORIZED');
assert.deepEqual(asked, ['/register', '/token', '/token']);
console.log('ok      a client of MCP 2025-03-26 registers, gets tokens and refreshes them');
