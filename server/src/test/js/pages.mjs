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

const allow = (page) => page.getByRole('button', { name: 'Allow' });
const deny = (page) => page.getByRole('button', { name: 'Deny' });
const heading = (page, name) => page.getByRole('heading', { name }).waitFor();

// A redirect to a place that doesn't answer here: that the browser goes there is all that counts.
async function leaves(page, prefix, action) {
  const left = page.waitForRequest((request) => request.url().startsWith(prefix));
  await action();
  const address = new URL((await left).url());
  await page.waitForURL(/^chrome-error:/);
  await page.goto('about:blank');
  return address;
}

// Opens the consent page of a new client, signed in.
async function consent(page, metadata, more) {
  const client = await register(metadata);
  await page.goto(authorization(client, metadata.redirect_uris[0], more));
  if (page.url().includes('/login')) await signIn(page);
  await allow(page).waitFor();
  return client;
}

await play({
  'a person signs in and allows a client of this computer': async ({ page, look }) => {
    const client = await register({ client_name: 'My notes', redirect_uris: [CALLBACK] });
    await page.goto(authorization(client, CALLBACK));
    await look('login');
    await signIn(page);
    await heading(page, /My notes/);
    await look('consent-of-this-computer');
    await allow(page).click();
    await heading(page, 'Connected');
    assert.match(page.url(), /[?&]code=/);
  },

  'everything can be done from the keyboard': async ({ page }) => {
    await consent(page, { client_name: 'Keys', redirect_uris: [CALLBACK] });
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
    for (let i = 0; i < 20 && (await focused()) !== 'Deny'; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'Connected');
    assert.match(page.url(), /error=access_denied/);
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
    await heading(page, /register again/);
    await look('client-gone');
  },

  'whoever poses as a known application is pointed at': async ({ page, look }) => {
    await consent(page, { client_name: 'Cursor', redirect_uris: ['https://evil.example/cb'] });
    await page.getByRole('alert').getByText(/probably not Cursor/).waitFor();
    await look('consent-impersonation');
  },

  'nobody is sent to a stranger by a denial': async ({ page, look }) => {
    await consent(page, { client_name: 'Printer', redirect_uris: ['https://app.example/cb'] });
    await look('consent-of-a-website');
    await deny(page).click();
    await heading(page, 'Nothing was allowed');
    await look('denied');
    const back = page.getByRole('link', { name: 'Go back to app.example' });
    const left = await leaves(page, 'https://app.example/cb', () => back.click());
    assert.equal(left.searchParams.get('error'), 'access_denied');
    assert.equal(left.searchParams.get('state'), 'the-clients-state');
  },

  'nobody is sent to a stranger by a faulty request': async ({ page, look }) => {
    const client = await register({ redirect_uris: ['https://app.example/cb'] });
    await page.goto(authorization(client, 'https://app.example/cb', { code_challenge: 'short' }));
    await heading(page, /can.t be answered/);
    await look('request-refused');
    await page.goto(authorization(client, 'https://app.example/cb', { prompt: 'none' }));
    await heading(page, /can.t be answered/);
    assert.ok(page.url().startsWith(ISSUER));
  },

  'a website is remembered, until it changes or its access ends': async ({ page, look }) => {
    const site = 'https://app.example/cb';
    const client = await consent(page, { client_name: 'Printer', redirect_uris: [site] });
    const first = await leaves(page, site, () => allow(page).click());
    assert.ok(first.searchParams.get('code'));
    const open = () => page.goto(authorization(client, site)).catch(() => {});
    assert.ok((await leaves(page, site, open)).searchParams.get('code'));

    await page.goto(`${ISSUER}/account/connections`);
    await look('connections');
    const connection = page.getByRole('listitem').filter({ hasText: 'Printer' });
    await connection.first().getByRole('button', { name: 'End access of Printer' }).click();
    await page.getByRole('status').waitFor();
    await look('connections-ended');

    await page.goto(authorization(client, site));
    await allow(page).waitFor();
  },

  'a program of this computer is asked each time': async ({ page }) => {
    const client = await consent(page, { client_name: 'Shell', redirect_uris: [CALLBACK] });
    await allow(page).click();
    await heading(page, 'Connected');
    await page.goto(authorization(client, CALLBACK));
    await allow(page).waitFor();
    assert.equal(await page.getByText('you allowed this before').count(), 2);
  },

  'who asks for more keeps what it has': async ({ page, look }) => {
    const client = await consent(
      page,
      { client_name: 'Step', redirect_uris: [CALLBACK] },
      { scope: 'read' },
    );
    assert.equal(await page.getByRole('checkbox').count(), 1);
    await allow(page).click();
    await heading(page, 'Connected');
    await page.goto(authorization(client, CALLBACK, { scope: 'write' }));
    await allow(page).waitFor();
    assert.equal(await page.getByRole('checkbox').count(), 2);
    await look('consent-for-more');
  },

  'an app behind a scheme of its own gets its answer': async ({ page, look, complaints }) => {
    const app = 'cursor://anysphere.cursor-mcp/oauth/callback';
    await consent(page, { client_name: 'Cursor', redirect_uris: [app] });
    await look('consent-of-an-app');
    const answered = page.waitForResponse((reply) => reply.request().method() === 'POST');
    await allow(page).click();
    const answer = await answered;
    assert.equal(answer.status(), 302);
    assert.match(answer.headers().location, /^cursor:.*[?&]code=/);
    await page.waitForTimeout(300);
    assert.deepEqual(complaints, []);
  },

  'and would not, did the page not name that scheme': async ({ page, complaints }) => {
    const app = 'cursor://anysphere.cursor-mcp/oauth/callback';
    await consent(page, { client_name: 'Cursor', redirect_uris: [app] });
    await page.route('**/oauth/consent?*', async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const name = 'content-security-policy';
      const policy = headers[name].replace(' cursor:', '');
      await route.fulfill({ response, headers: { ...headers, [name]: policy } });
    });
    await page.reload();
    const blocked = page.waitForEvent('console', (message) => /form-action/.test(message.text()));
    await allow(page).click();
    await blocked;
    complaints.length = 0;
  },

  'another browser can not answer for this one': async ({ page, context }) => {
    await consent(page, { client_name: 'Swapped', redirect_uris: [CALLBACK] });
    const other = await context.browser().newContext();
    const elsewhere = await other.newPage();
    await consent(elsewhere, { client_name: 'Mine', redirect_uris: [CALLBACK] });
    const theirs = await elsewhere.locator('form').first().innerHTML();
    // The same person, signed in twice: the form of one browser is worth nothing in the other.
    await page.locator('form').first().evaluate((form, html) => (form.innerHTML = html), theirs);
    await allow(page).click();
    await heading(page, 'This form is no longer valid');
    await other.close();
  },

  'the end of a session is the end of the page': async ({ page, look }) => {
    await page.goto(`${ISSUER}/account/connections`);
    await signIn(page);
    await heading(page, 'Your connections');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Password').waitFor();
    await page.goto(`${ISSUER}/account/connections`);
    await page.getByLabel('Password').waitFor();
    await page.goto(`${ISSUER}/`);
    await look('front');
  },
});
