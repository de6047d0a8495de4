// The administrator's console, as somebody on call meets it: at two widths, by day and by night.
//
//   ADMIN=http://127.0.0.1:8081 USERNAME=admin PASSWORD=... NEEDLE='a name among many' \
//   ISSUER=http://localhost:8080 PERSON=alice PERSONS_PASSWORD=... MCP_URL=... node console.mjs

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { MemoryProvider } from './provider.mjs';
import { play } from './real-browser.mjs';
import { load } from './sdk.mjs';

const { ADMIN, USERNAME, PASSWORD, NEEDLE, PERSON, PERSONS_PASSWORD, MCP_URL } = process.env;
const CALM = { reducedMotion: 'reduce' };
const LOOKS = {
  desk: { ...CALM, viewport: { width: 1280, height: 800 } },
  phone: { ...CALM, viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
};
const FAST = 1500;

async function signIn(page, path = '/') {
  await page.goto(ADMIN + path);
  await page.getByLabel('Name').fill(USERNAME);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

const pages = (page) => page.getByRole('navigation', { name: 'Pages', exact: true });
const go = (page, entry) => pages(page).getByRole('link', { name: entry }).click();
const heading = (page, name) => page.getByRole('heading', { level: 1, name }).waitFor();

// Where the application listens; it answers the callback with a page of its own.
const callbacks = [];
const listener = createServer((request, response) => {
  callbacks.forEach((told) => told(new URL(request.url, 'http://127.0.0.1')));
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><html lang="en"><title>Connected</title><h1>Connected</h1>');
});
await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
const CALLBACK = `http://127.0.0.1:${listener.address().port}/callback`;

// Every page is looked at by day and by night.
function byDayAndNight(scene) {
  return (stage) => {
    const look = async (name) => {
      for (const colorScheme of ['dark', 'light']) {
        await stage.page.emulateMedia({ colorScheme });
        await stage.look(`${name}-${colorScheme}`);
      }
    };
    return scene({ page: stage.page, context: stage.context, width: stage.width, look });
  };
}

const scenes = {
  'an administrator signs in for the first time': async ({ page, look }) => {
    await page.goto(`${ADMIN}/clients?state=active`);
    await look('console-sign-in');
    await page.getByLabel('Name').fill(USERNAME);
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Clients');
    assert.match(page.url(), /\/clients\?state=active$/);
    await go(page, 'Overview');
    await heading(page, 'Overview');
    await page.getByRole('img', { name: /one a day/ }).waitFor();
    await look('console-overview');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, /Roster console/);
    await page.goBack();
    await page.reload();
    await heading(page, /Roster console/);
  },

  'a client is found among a hundred thousand while one types': async ({ page, look }) => {
    await signIn(page, '/clients');
    await page.getByRole('searchbox').pressSequentially(NEEDLE, { delay: 10 });
    const typed = Date.now();
    const link = page.getByRole('link', { name: NEEDLE });
    await link.waitFor();
    assert.ok(Date.now() - typed < FAST, `found after ${Date.now() - typed} ms`);
    assert.equal(await page.getByRole('row').count(), 2);
    await look('console-clients-found');
    await page.goto(`${ADMIN}/clients`);
    await look('console-clients');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.getByRole('searchbox').fill('nobody is called that');
    await page.getByText('No client is like that').waitFor();
    await look('console-clients-none');
    await page.getByRole('searchbox').fill(NEEDLE);
    await link.click();
    await heading(page, NEEDLE);
    await look('console-client');
  },

  'a client is switched off and on with the keyboard': async ({ page, look }) => {
    await signIn(page, `/clients?q=${encodeURIComponent(NEEDLE)}`);
    await page.getByRole('link', { name: NEEDLE }).click();
    await page.getByText('Switch off', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await look('console-client-confirm');
    await page.getByRole('button', { name: 'Switch it off' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The client was switched off').waitFor();
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('The client was switched on again').waitFor();
  },

  'a client is approved while somebody waits to connect with it': async (stage) => {
    const { page, context, width, look } = stage;
    const sdk = await load('v1');
    const provider = new MemoryProvider(CALLBACK, 'none');
    provider.clientMetadata.client_name = `Waiting on a ${width}`;
    const transport = () =>
      new sdk.StreamableHTTPClientTransport(new URL(MCP_URL), { authProvider: provider });
    const connect = async () => {
      const client = new sdk.Client({ name: 'console-test', version: '1.0.0' });
      await client.connect(transport());
      return client;
    };
    await assert.rejects(connect(), sdk.UnauthorizedError);

    const person = await context.newPage();
    const called = new Promise((told) => callbacks.push(told));
    await person.goto(String(provider.authorizationUrl));
    await person.getByRole('heading', { name: /wait/i }).waitFor();

    await signIn(page, '/approvals');
    const line = page.getByRole('row').filter({ hasText: provider.clientMetadata.client_name });
    await line.waitFor();
    await look('console-approvals');
    await line.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('1 client was approved').waitFor();

    await person.getByLabel('Name').fill(PERSON);
    await person.getByLabel('Password').fill(PERSONS_PASSWORD);
    await person.keyboard.press('Enter');
    await person.getByRole('button', { name: 'Allow' }).click();
    const answer = (await called).searchParams;
    callbacks.length = 0;
    await transport().finishAuth(answer.get('code'), answer.get('iss'));
    const session = await connect();
    const result = await session.callTool({ name: 'whoami', arguments: {} });
    assert.equal(JSON.parse(result.content[0].text).client_id, provider.client.client_id);
    await session.close();
  },

  'a bad body is explained, a token is handed out, and all of it is looked up': async (stage) => {
    const { page, width, look } = stage;
    await signIn(page);
    await go(page, 'Policies');
    await heading(page, 'Policies');
    await look('console-policies');
    const body = { client_name: 'Cursor', redirect_uris: ['http://evil.example/callback'] };
    await page.getByLabel('What would become of this registration?').fill(JSON.stringify(body));
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByText('It would be refused').waitFor();
    const rule = page.getByRole('row').filter({ hasText: 'redirect-uri-transport' }).first();
    assert.match(await rule.innerText(), /rejected/);
    await look('console-explained');

    await go(page, 'Tokens');
    await page.getByText('New token', { exact: true }).click();
    await page.getByLabel('Note, for you').fill(`For a ${width}`);
    await page.getByRole('button', { name: 'Make the token' }).click();
    const secret = await page.locator('.secret').innerText();
    assert.match(secret, /^[\w-]{43}$/);
    await look('console-token-issued');
    const line = page.getByRole('row').filter({ hasText: `For a ${width}` });
    await line.getByText('Revoke', { exact: false }).first().click();
    await line.getByRole('button', { name: 'Revoke it' }).click();
    await page.getByText(/revoked/).first().waitFor();

    await go(page, 'Audit');
    await heading(page, 'Audit trail');
    await page.getByLabel('What', { exact: true }).selectOption('disabled');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('administrator:admin').first().waitFor();
    await look('console-audit');
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.locator('.notice.good').waitFor();
    await look('console-audit-verified');
    await go(page, 'Settings');
    await heading(page, 'Settings');
    await look('console-settings');
  },

  'nobody gets lost': async ({ page, look }) => {
    await signIn(page);
    await page.goto(`${ADMIN}/nowhere`);
    await heading(page, 'There is nothing here');
    await look('console-nothing-here');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#main$/);
  },
};

const played = Object.entries(scenes).map(([name, scene]) => [name, byDayAndNight(scene)]);
await play(Object.fromEntries(played), LOOKS);
