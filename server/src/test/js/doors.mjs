// One client that could come by either door: it publishes a document about itself, and it can
// register. Which one it takes is the official SDK's choice, by the server's metadata alone.
//
//   SDK=v1|v2 DOCUMENT_URL=https://client.example/client.json MCP_URL=http://localhost:9001/mcp \
//   USERNAME=alice PASSWORD=... [PROVIDER=...] node doors.mjs
//
// Prints "ok      as CLIENT_ID" when it has called a tool, with the identifier the tool was called by.

import assert from 'node:assert/strict';
import { Browser } from './browser.mjs';
import { MemoryProvider } from './provider.mjs';
import { load } from './sdk.mjs';

const { SDK, DOCUMENT_URL, MCP_URL, USERNAME, PASSWORD, PROVIDER } = process.env;
const REDIRECT_URI = 'http://127.0.0.1:53682/callback';

const sdk = await load(SDK);
const provider = new MemoryProvider(REDIRECT_URI, 'none');
provider.clientMetadataUrl = DOCUMENT_URL;
const browser = new Browser({ username: USERNAME, password: PASSWORD, provider: PROVIDER });

function newTransport() {
  return new sdk.StreamableHTTPClientTransport(new URL(MCP_URL), { authProvider: provider });
}

async function connect() {
  const client = new sdk.Client({ name: 'roster-test', version: '1.0.0' });
  await client.connect(newTransport());
  return client;
}

await assert.rejects(connect(), sdk.UnauthorizedError);
const callback = (await browser.authorize(provider.authorizationUrl, REDIRECT_URI)).searchParams;
assert.equal(callback.get('error'), null);
await newTransport().finishAuth(callback.get('code'), callback.get('iss'));
const session = await connect();
const result = await session.callTool({ name: 'whoami', arguments: {} });
const { client_id } = JSON.parse(result.content[0].text);
assert.equal(client_id, provider.client.client_id);
assert.equal(await sdk.auth(provider, { serverUrl: MCP_URL }), 'AUTHORIZED');
console.log(`ok      as ${client_id}`);
process.exit(0);
