// A client of the official SDK whose registration is purged while it is away: it signs in, prints
// "away", waits for a line on standard input, and then goes on as if nothing had happened.
//
//   SDK=v1|v2 MCP_URL=http://localhost:9001/mcp USERNAME=alice PASSWORD=... node recovery.mjs
//
// Prints "recovered" when it has registered anew by itself and called a tool; else ends with 1.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Browser } from './browser.mjs';
import { MemoryProvider } from './provider.mjs';
import { load } from './sdk.mjs';

const { SDK, MCP_URL, USERNAME, PASSWORD } = process.env;
const REDIRECT_URI = 'http://127.0.0.1:53682/callback';

const sdk = await load(SDK);
const provider = new MemoryProvider(REDIRECT_URI, 'none');
const browser = new Browser({ username: USERNAME, password: PASSWORD });

async function signIn() {
  await assert.rejects(connect(), sdk.UnauthorizedError);
  const callback = (await browser.authorize(provider.authorizationUrl, REDIRECT_URI)).searchParams;
  await newTransport().finishAuth(callback.get('code'), callback.get('iss'));
}

async function connect() {
  const client = new sdk.Client({ name: 'roster-recovery', version: '1.0.0' });
  await client.connect(newTransport());
  return client;
}

function newTransport() {
  return new sdk.StreamableHTTPClientTransport(new URL(MCP_URL), { authProvider: provider });
}

await signIn();
const before = provider.client.client_id;
console.log(`away as ${before}`);
await once(process.stdin, 'data');

// Its access token is over and its refresh token leads to a client that is gone.
provider.spoilAccessToken();
await signIn();
assert.notEqual(provider.client.client_id, before);
const session = await connect();
const result = await session.callTool({ name: 'whoami', arguments: {} });
assert.equal(JSON.parse(result.content[0].text).client_id, provider.client.client_id);
console.log(`recovered as ${provider.client.client_id}`);
process.exit(0);
