// A browser of a few lines: keeps cookies, follows redirects, fills in the login form (or, for a
// person with a provider, follows the link to that), says yes to the consent form, and stops at the
// client's redirect URI without opening it.

const MOST_PAGES = 12;
const NAMED = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export class Browser {
  #cookies = new Map();
  #person;

  constructor(person) {
    this.#person = person;
  }

  // Resolves with the URL of the redirect to the client: it carries the code, or the error.
  async authorize(authorizationUrl, redirectUri) {
    let next = { url: String(authorizationUrl) };
    for (let page = 0; page < MOST_PAGES; page++) {
      const response = await this.#open(next);
      const location = response.headers.get('location');
      if (location) {
        next = { url: new URL(location, next.url).href };
        if (next.url.startsWith(`${redirectUri}?`)) return new URL(next.url);
      } else {
        const html = await response.text();
        next = this.#elsewhere(next.url, html) ?? this.#submit(next.url, response.status, html);
      }
    }
    throw new Error(`no redirect to the client after ${MOST_PAGES} pages`);
  }

  async #open({ url, body }) {
    const cookies = this.#cookiesFor(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body,
      headers: { accept: 'text/html', origin: new URL(url).origin, cookie },
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  }

  // Each host has its own, and none has paths.
  #cookiesFor(url) {
    const { host } = new URL(url);
    if (!this.#cookies.has(host)) this.#cookies.set(host, new Map());
    return this.#cookies.get(host);
  }

  #elsewhere(pageUrl, html) {
    const { provider } = this.#person;
    const [, tag] = /<a\b([^>]*)>Sign in with ([^<]*)<\/a>/i.exec(provider ? html : '') ?? [];
    return tag && { url: new URL(attributes(tag).href, pageUrl).href };
  }

  #submit(pageUrl, status, html) {
    const form = formsIn(html).find((each) => each.password || each.approves);
    if (!form) throw new Error(`no form to fill in at ${pageUrl} (${status}): ${textOf(html)}`);
    const body = new URLSearchParams(form.fields);
    if (form.password) {
      body.set(form.username, this.#person.username);
      body.set(form.password, this.#person.password);
    } else {
      form.checkboxes.forEach(([name, value]) => body.append(name, value));
      if (form.approves[0]) body.append(...form.approves);
    }
    return { url: new URL(form.action || pageUrl, pageUrl).href, body };
  }
}

function keep(cookies, line) {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
  if (/max-age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function formsIn(html) {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, tag, inner]) => {
    const inputs = [...inner.matchAll(/<input\b([^>]*)>/gi)].map(([, text]) => attributes(text));
    const ofType = (...types) =>
      inputs.filter((input) => input.name && types.includes(input.type ?? 'text'));
    return {
      action: attributes(tag).action,
      fields: ofType('hidden', 'text').map((input) => [input.name, input.value ?? '']),
      checkboxes: ofType('checkbox').map((input) => [input.name, input.value ?? 'on']),
      username: ofType('text', 'email')[0]?.name,
      password: ofType('password')[0]?.name,
      approves: approval(inner),
    };
  });
}

// The name and value of the button that says yes; names are often missing.
function approval(form) {
  return [...form.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)]
    .filter(([, , label]) => /allow|approve|accept|consent|authorize/i.test(label))
    .map(([, tag]) => attributes(tag))
    .map((button) => [button.name, button.value ?? ''])[0];
}

function attributes(tag) {
  const pairs = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name, value = '']) => [name, unescape(value)]));
}

const unescape = (text) => text.replace(/&([a-z]+|#39);/g, (whole, name) => NAMED[name] ?? whole);

const textOf = (html) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 300);
