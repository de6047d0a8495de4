// Signing in with an identity provider elsewhere, as a person meets it.
//
//   ISSUER=http://localhost:8080 USERNAME=alice PASSWORD=... node elsewhere.mjs

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { play } from './real-browser.mjs';

const { ISSUER, USERNAME, PASSWORD } = process.env;
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const listener = createServer((request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><html lang="en"><title>Connected</title><h1>Connected</h1>');
});
await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
const CALLBACK = `http://127.0.0.1:${listener.address().port}/callback`;

const reply = await fetch(`${ISSUER}/oauth/register`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    client_name: 'My notes',
    redirect_uris: [CALLBACK],
    token_endpoint_auth_method: 'none',
  }),
});
const client = await reply.json();
const query = new URLSearchParams({
  response_type: 'code',
  client_id: client.client_id,
  redirect_uri: CALLBACK,
  state: 'the-clients-state',
  code_challenge: CHALLENGE,
  code_challenge_method: 'S256',
});

await play({
  'a person signs in elsewhere and allows a client': async ({ page, look }) => {
    await page.goto(`${ISSUER}/oauth/authorize?${query}`);
    await look('login-elsewhere');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Username').fill(USERNAME);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /My notes/ }).waitFor();
    await look('consent-elsewhere');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('heading', { name: 'Connected' }).waitFor();
    assert.match(page.url(), /[?&]code=/);
  },

  'a sign-in that began in another browser says what to do': async ({ page, look }) => {
    await page.goto(new URL(`/login/with/example/callback?code=c&state=${'s'.repeat(43)}`, ISSUER).href);
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await look('login-elsewhere-lost');
  },
});
