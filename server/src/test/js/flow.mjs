// The life of one MCP client, played with the official SDK: from the first refused call over
// registration, sign-in, tools and refresh to the deletion of its registration, and back.
//
//   SDK=v1|v2 AUTH_METHOD=none|client_secret_basic|client_secret_post \
//   MCP_URL=http://localhost:9001/mcp USERNAME=alice PASSWORD=... node flow.mjs
//
// With PROVIDER the person signs in elsewhere, and is SUBJECT to the MCP server.
// After the step named by PAUSE_AFTER it waits for a line on standard input.
// Prints one line a step; ends with status 1 at the first step that fails.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Browser } from './browser.mjs';
import { MemoryProvider } from './provider.mjs';
import { load } from './sdk.mjs';

const { SDK, AUTH_METHOD, MCP_URL, USERNAME, PASSWORD, PROVIDER, PAUSE_AFTER } = process.env;
const { SUBJECT = USERNAME } = process.env;
const REDIRECT_URI = 'http://127.0.0.1:53682/callback';

const sdk = await load(SDK);
const provider = new MemoryProvider(REDIRECT_URI, AUTH_METHOD);
const browser = new Browser({ username: USERNAME, password: PASSWORD, provider: PROVIDER });
const exchanges = [];
const isPublic = AUTH_METHOD === 'none';
let metadata;
let registration;
let session;
let usedRefreshToken;

const steps = {
  'a call without token is refused and starts the flow': async () => {
    await assert.rejects(connect(), sdk.UnauthorizedError);
    assert.ok(provider.authorizationUrl, 'no authorization URL');
  },

  'the client finds the authorization server': () => {
    metadata = answered(/\.well-known\/oauth-authorization-server/, 200);
    assert.ok(answered(/\.well-known\/oauth-protected-resource/, 200).resource);
    assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
  },

  'the client registers itself': () => {
    registration = answered(metadata.registration_endpoint, 201);
    assert.deepEqual(registration.redirect_uris, [REDIRECT_URI]);
    assert.equal(registration.token_endpoint_auth_method, AUTH_METHOD);
    assert.equal('client_secret' in registration, !isPublic);
    assert.equal(typeof registration.client_secret_expires_at, isPublic ? 'undefined' : 'number');
    assert.equal(provider.client.client_id, registration.client_id);
  },

  'the authorization request has PKCE and names the resource': () => {
    const query = provider.authorizationUrl.searchParams;
    assert.ok(provider.authorizationUrl.href.startsWith(metadata.authorization_endpoint));
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.equal(query.get('resource'), MCP_URL);
  },

  'a person signs in and allows it': async () => {
    await allow();
    assert.ok(provider.savedTokens.access_token);
    assert.ok(provider.savedTokens.refresh_token, 'no refresh token');
  },

  'the tool knows who calls': async () => {
    session = await connect();
    const claims = await whoami();
    assert.equal(claims.sub, SUBJECT);
    assert.equal(claims.client_id, registration.client_id);
    assert.deepEqual(claims.aud, [MCP_URL]);
  },

  'a refused token is refreshed, and the refresh token rotates': async () => {
    const before = provider.savedTokens;
    provider.spoilAccessToken();
    await whoami();
    const after = provider.savedTokens;
    assert.notEqual(after.access_token, before.access_token);
    assert.notEqual(after.refresh_token, before.refresh_token);
  },

  'the refreshed refresh token works too': async () => {
    assert.equal(await sdk.auth(provider, { serverUrl: MCP_URL, fetchFn: listen }), 'AUTHORIZED');
    await whoami();
  },

  'the client reads its registration': async () => {
    const read = await configure('GET', 200);
    assert.equal(read.client_id, registration.client_id);
    assert.deepEqual(read.redirect_uris, [REDIRECT_URI]);
    assert.equal('client_secret' in read, false);
  },

  'the client replaces its registration': async () => {
    const { client_uri, ...kept } = provider.clientMetadata;
    const replacement = { ...kept, client_id: registration.client_id, client_name: 'Replaced' };
    const replaced = await configure('PUT', 200, 'application/json', replacement);
    assert.equal(replaced.client_name, 'Replaced');
    assert.equal('client_uri' in replaced, false);
  },

  'the client patches its registration': async () => {
    const patch = { contacts: ['ops@example.com'] };
    const patched = await configure('PATCH', 200, 'application/merge-patch+json', patch);
    assert.equal(patched.client_name, 'Replaced');
    assert.deepEqual(patched.contacts, patch.contacts);
    assert.deepEqual(patched.redirect_uris, [REDIRECT_URI]);
  },

  'the changed client still refreshes': async () => {
    usedRefreshToken = provider.savedTokens.refresh_token;
    assert.equal(await sdk.auth(provider, { serverUrl: MCP_URL, fetchFn: listen }), 'AUTHORIZED');
  },

  'a refresh token does not work twice': async () => {
    const refused = await refresh(usedRefreshToken);
    assert.equal(refused.status, 400);
    assert.equal((await refused.json()).error, 'invalid_grant');
  },

  'the client deletes its registration': async () => {
    await configure('DELETE', 204);
    await configure('GET', 401);
  },

  'the token endpoint does not know the client any more': async () => {
    const refused = await refresh(provider.savedTokens.refresh_token);
    assert.equal(refused.status, 401);
    assert.equal((await refused.json()).error, 'invalid_client');
  },

  'the SDK recovers: it registers anew and asks again': async () => {
    provider.spoilAccessToken();
    await assert.rejects(connect(), sdk.UnauthorizedError);
    assert.notEqual(provider.client.client_id, registration.client_id);
    await allow();
    session = await connect();
    assert.equal((await whoami()).client_id, provider.client.client_id);
  },
};

async function connect() {
  const transport = newTransport();
  const client = new sdk.Client({ name: 'roster-test', version: '1.0.0' });
  await client.connect(transport);
  return client;
}

function newTransport() {
  const options = { authProvider: provider, fetch: listen };
  return new sdk.StreamableHTTPClientTransport(new URL(MCP_URL), options);
}

async function allow() {
  const callback = (await browser.authorize(provider.authorizationUrl, REDIRECT_URI)).searchParams;
  assert.equal(callback.get('error'), null);
  assert.equal(callback.get('state'), provider.lastState);
  assert.equal(callback.get('iss'), metadata.issuer);
  await newTransport().finishAuth(callback.get('code'), callback.get('iss'));
}

async function whoami() {
  const result = await session.callTool({ name: 'whoami', arguments: {} });
  return JSON.parse(result.content[0].text);
}

// What the SDK asks the authorization server passes through here, for the steps to look at.
async function listen(url, init) {
  const response = await fetch(url, init);
  if (String(url) !== MCP_URL) {
    const body = await response.clone().text();
    exchanges.push({ url: String(url), status: response.status, body });
  }
  return response;
}

function answered(url, status) {
  const isIt = url instanceof RegExp ? (other) => url.test(other) : (other) => url === other;
  const found = exchanges.find((exchange) => exchange.status === status && isIt(exchange.url));
  assert.ok(found, `nothing at ${url} was answered with ${status}`);
  return JSON.parse(found.body);
}

async function configure(method, status, type, body) {
  const response = await fetch(registration.registration_client_uri, {
    method,
    headers: {
      authorization: `Bearer ${registration.registration_access_token}`,
      ...(type && { 'content-type': type }),
    },
    body: body && JSON.stringify(body),
  });
  assert.equal(response.status, status);
  return status === 200 ? response.json() : undefined;
}

function refresh(refreshToken) {
  const { client_id, client_secret } = registration;
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    resource: MCP_URL,
  });
  const headers = {};
  if (AUTH_METHOD === 'client_secret_basic') {
    headers.authorization = `Basic ${btoa(`${client_id}:${client_secret}`)}`;
  } else {
    body.set('client_id', client_id);
    if (!isPublic) body.set('client_secret', client_secret);
  }
  return fetch(metadata.token_endpoint, { method: 'POST', headers, body });
}

for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    console.log(`ok      ${name}`);
    if (name === PAUSE_AFTER) {
      console.log('paused');
      await once(process.stdin, 'data');
    }
  } catch (error) {
    console.log(`FAILED  ${name}\n${error.stack}`);
    process.exit(1);
  }
}
process.exit(0);
