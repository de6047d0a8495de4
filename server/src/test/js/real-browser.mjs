// A real Chromium for the pages. Every scene is played at the width of a desk and of a phone, or in
// the looks that are asked for, each time with empty cookies; every page it looks at is kept as a
// picture and must satisfy axe, fit the width, and break none of its own security policy.
//
//   import { play } from './real-browser.mjs';
//   await play({
//     'a person signs in': async ({ page, look }) => {
//       await page.goto(...);
//       await look('login');
//     },
//   });
//
// Prints "ok      SCENE (WIDTH)" or "FAILED  SCENE (WIDTH)" with the reason, and ends with 1 if any
// failed. SCREENSHOTS names the directory of the pictures, CHROMIUM the browser.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';

const WIDTHS = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE = 15_000;
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function play(scenes, looks = WIDTHS) {
  const executablePath = process.env.CHROMIUM || PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error('no Chromium found: install it, or set CHROMIUM');
  // Playwright gives it an empty user data directory, and removes that afterwards.
  const browser = await chromium.launch({ executablePath, headless: true, args: QUIET });
  let failures = 0;
  for (const [name, scene] of Object.entries(scenes)) {
    for (const width of Object.keys(looks)) failures += await once(browser, name, scene, looks, width);
  }
  await browser.close();
  process.exit(failures ? 1 : 0);
}

async function once(browser, name, scene, looks, width) {
  const stage = await Stage.open(browser, looks, width);
  try {
    await scene(stage);
    assert.deepEqual(stage.complaints, [], 'the browser complained');
    console.log(`ok      ${name} (${width})`);
    return 0;
  } catch (error) {
    console.log(`FAILED  ${name} (${width})\n${error.stack}\nat ${stage.page.url()}`);
    await stage.page.screenshot({ path: picture(`failed ${name}`, width) }).catch(() => {});
    return 1;
  } finally {
    await stage.context.close();
  }
}

// What a scene gets: a page, its context, the name of the width, and look().
class Stage {
  complaints = [];

  static async open(browser, looks, width) {
    const context = await browser.newContext({ ...looks[width], locale: 'en' });
    context.setDefaultTimeout(PATIENCE);
    return new Stage(context, await context.newPage(), width);
  }

  constructor(context, page, width) {
    Object.assign(this, { context, page, width });
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.look = this.look.bind(this);
  }

  // Keeps a picture of the page as it is now, and checks what holds of every page.
  async look(name) {
    await mkdir(path.dirname(picture(name, this.width)), { recursive: true });
    await this.page.screenshot({ path: picture(name, this.width), fullPage: true });
    const run = { runOnly: { type: 'tag', values: RULES } };
    const { violations } = await this.#evaluate(
      `${AXE}; axe.run(document, ${JSON.stringify(run)})`,
    );
    const told = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
    );
    assert.deepEqual(told, [], `axe on ${name}`);
    const beyond = await this.#evaluate('document.documentElement.scrollWidth - innerWidth');
    assert.ok(beyond <= 0, `${name} is ${beyond} pixels wider than its window`);
  }

  // Past the page's own security policy, which stays in force for everything else.
  async #evaluate(expression) {
    const session = await this.context.newCDPSession(this.page);
    const reply = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    await session.detach();
    assert.equal(reply.exceptionDetails, undefined, reply.exceptionDetails?.exception?.description);
    return reply.result.value;
  }
}

function picture(name, width) {
  const file = `${name.replace(/\W+/g, '-')}.${width}.png`;
  return path.join(process.env.SCREENSHOTS || 'screenshots', file);
}
