// People whose applications have to be approved: the SDK has sent them to the browser, where they wait
// while an administrator decides at the command line.
//
//   MCP_URL=http://localhost:9001/mcp USERNAME=alice PASSWORD=... ROSTER_DATA=data node approval.mjs

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { MemoryProvider } from './provider.mjs';
import { play } from './real-browser.mjs';
import { load } from './sdk.mjs';

const { MCP_URL, USERNAME, PASSWORD } = process.env;
const REASON = 'Use the “desktop” app: https://wiki.example/mcp';
const roster = promisify(execFile);

async function administrator(...args) {
  return (await roster('./roster', ['clients', ...args])).stdout;
}

// An application of this computer, which listens on a port of its own.
class Application {
  static async start(line, name) {
    const application = new Application();
    application.sdk = await load(line);
    const listener = createServer((request, response) => {
      application.arrived(new URL(request.url, 'http://127.0.0.1').searchParams);
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html lang="en"><title>Connected</title><h1>Connected</h1>');
    });
    await new Promise((listening) => listener.listen(0, '127.0.0.1', listening));
    listener.unref();
    const callback = `http://127.0.0.1:${listener.address().port}/callback`;
    application.provider = new MemoryProvider(callback, 'none');
    application.provider.clientMetadata.client_name = name;
    return application;
  }

  callback = new Promise((arrived) => {
    this.arrived = arrived;
  });

  async connect() {
    const client = new this.sdk.Client({ name: 'roster-test', version: '1.0.0' });
    await client.connect(this.#transport());
    return client;
  }

  // Registers, and says where the person has to go.
  async begin() {
    await assert.rejects(this.connect(), this.sdk.UnauthorizedError);
    return this.provider.authorizationUrl.href;
  }

  // The person has come back.
  async finish() {
    const answer = await this.callback;
    assert.equal(answer.get('error'), null);
    assert.equal(answer.get('state'), this.provider.lastState);
    await this.#transport().finishAuth(answer.get('code'), answer.get('iss'));
    const session = await this.connect();
    const result = await session.callTool({ name: 'whoami', arguments: {} });
    return JSON.parse(result.content[0].text);
  }

  get id() {
    return this.provider.client.client_id;
  }

  #transport() {
    return new this.sdk.StreamableHTTPClientTransport(new URL(MCP_URL), {
      authProvider: this.provider,
    });
  }
}

const heading = (page, name) => page.getByRole('heading', { name }).waitFor();

async function signInAndAllow(page) {
  await page.getByLabel('Name').fill(USERNAME);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Allow' }).click();
  await heading(page, 'Connected');
}

await play({
  'whoever waits goes on with the same request once it is approved': async (stage) => {
    const { page, look, width } = stage;
    const application = await Application.start('v1', `Patient ${width}`);
    await page.emulateMedia({ colorScheme: width === 'desk' ? 'light' : 'dark' });
    await page.goto(await application.begin());
    await heading(page, 'Waiting for an approval');
    await page.getByText('the tools team').waitFor();
    await look('waiting');
    // It asks, and is told that nothing has happened.
    await page.waitForResponse((reply) => reply.url().includes('/authorize/waiting'));
    assert.match(await administrator('waiting'), new RegExp(`${application.id}.*Patient`));

    assert.match(await administrator('approve', application.id), /is active/);

    await page.waitForURL(/\/login/);
    await signInAndAllow(page);
    const claims = await application.finish();
    assert.equal(claims.client_id, application.id);
    assert.equal(claims.sub, USERNAME);
  },

  'an application that registered anew meanwhile is approved with the first': async (stage) => {
    const { page, context, width } = stage;
    const first = await Application.start('v2', `Restless ${width}`);
    await first.begin();
    const second = await Application.start('v2', `Restless ${width}`);
    await page.goto(await second.begin());
    await heading(page, 'Waiting for an approval');
    assert.notEqual(first.id, second.id);
    const line = (await administrator('waiting')).split('\n').find((l) => l.includes('Restless'));
    assert.match(line, new RegExp(`^${first.id} +1 `));

    assert.match(await administrator('approve', first.id), /is active, and 1 like it/);

    await page.waitForURL(/\/login/);
    await signInAndAllow(page);
    assert.equal((await second.finish()).client_id, second.id);
    // A third attempt need not wait at all.
    const third = await Application.start('v2', `Restless ${width}`);
    const another = await context.newPage();
    await another.goto(await third.begin());
    await another.getByRole('button', { name: 'Allow' }).waitFor();
  },

  'whoever is denied is told why, and so is the next attempt': async (stage) => {
    const { page, look, width } = stage;
    const application = await Application.start('v2', `Refused ${width}`);
    await page.goto(await application.begin());
    await heading(page, 'Waiting for an approval');

    assert.match(await administrator('deny', application.id, '--reason', REASON), /is denied/);

    await heading(page, 'This application was not approved');
    await page.getByText(REASON).waitFor();
    await look('denied');
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('denied-dark');
    const again = await Application.start('v2', `Refused ${width}`);
    await assert.rejects(again.connect(), /an administrator has denied this application before/);
  },
});
