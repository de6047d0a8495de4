// Searches while one types. Without this script the form works by its button.
for (const form of document.querySelectorAll('form[data-live]')) {
  const place = document.getElementById(form.dataset.live);
  let waiting = 0;
  let asked = new AbortController();

  const search = async () => {
    asked.abort();
    asked = new AbortController();
    const fields = [...new FormData(form)].filter(([, value]) => value !== '');
    const query = new URLSearchParams(fields).toString();
    const address = form.getAttribute('action') + (query && `?${query}`);
    try {
      const reply = await fetch(address, { signal: asked.signal, credentials: 'same-origin' });
      if (!reply.ok || reply.redirected) return location.assign(address);
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      place.replaceChildren(...page.getElementById(place.id).childNodes);
      history.replaceState(null, '', address);
    } catch (problem) {
      if (problem.name !== 'AbortError') throw problem;
    } finally {
      place.removeAttribute('aria-busy');
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    place.setAttribute('aria-busy', 'true');
    waiting = setTimeout(search, 250);
  };

  form.addEventListener('input', soon);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
}

// One box ticks all others of its form.
for (const all of document.querySelectorAll('input[data-all]')) {
  all.closest('label').hidden = false;
  all.addEventListener('change', () => {
    for (const one of all.form.querySelectorAll(`input[name="${all.dataset.all}"]`)) {
      one.checked = all.checked;
    }
  });
}
