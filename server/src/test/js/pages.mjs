// The pages of the public listener, as a person meets them.
//
//   ISSUER=http://localhost:8080 USERNAME=alice PASSWORD=... node pages.mjs

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { play } from './real-browser.mjs';

const { ISSUER, USERNAME, PASSWORD } = process.env;
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

// Where clients of this computer listen: it answers every callback with a page of its own.
const listener = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><html lang="en"><title>Connected</title><h1>Connected</h1>');
});
await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
const CALLBACK = `http://127.0.0.1:${listener.address().port}/callback`;

async function register(metadata) {
  const reply = await fetch(`${ISSUER}/oauth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token_endpoint_auth_method: 'none', ...metadata }),
  });
  assert.equal(reply.status, 201);
  return (await reply.json()).client_id;
}

function authorization(clientId, redirectUri, more = {}) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: 'the-clients-state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    resource: 'http://localhost:9001/mcp',
    ...more,
  });
  return `${ISSUER}/oauth/authorize?${query}`;
}

async function signIn(page) {
  await page.getByLabel('Name').fill(USERNAME);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

await play({
  'a person signs in and allows a client of this computer': async ({ page, look }) => {
    const client = await register({ client_name: 'My notes', redirect_uris: [CALLBACK] });
    await page.goto(authorization(client, CALLBACK));
    await look('login');
    await signIn(page);
    await page.getByRole('heading', { name: /My notes/ }).waitFor();
    await look('consent');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Connected' }).waitFor();
    assert.match(page.url(), /[?&]code=/);
  },

  'a wrong password is said so': async ({ page, look }) => {
    await page.goto(`${ISSUER}/login`);
    await page.getByLabel('Name').fill('somebody');
    await page.getByLabel('Password').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await look('login-failed');
  },

  'a client that is gone gets a page that says what to do': async ({ page, look }) => {
    await page.goto(authorization('mcp-client-0000', CALLBACK));
    await page.getByRole('heading', { name: /register again/ }).waitFor();
    await look('client-gone');
  },
});
