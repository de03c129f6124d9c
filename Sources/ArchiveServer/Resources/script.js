// What a page can do beyond its links and forms: search while something is typed, keys, and copying.
// Every page works without it.
"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const box = find("q");
  const form = find("search");
  const product = document.querySelector(".home").textContent;

  // ---- Searching while something is typed

  // Results are replaced where a page has a place for them; an article is not lost because somebody types.
  const isLive = () => find("results") !== null;

  // Every question has a number, so that an answer that comes late does not take the place of a later one's.
  let question = 0;
  let pending = null;
  let facetsTimer = 0;
  // Letters that follow each other are one step of the history.
  let lastTyped = -Infinity;
  // The address whose results are shown, or asked for.
  let shown = location.pathname + location.search;
  const oneStep = 2000;
  const facetsPause = 200;

  function addressOf(form) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value !== "") fields.append(name, value);
    if (!fields.has("q")) fields.set("q", "");
    return "/search?" + fields;
  }

  function makeRoom() {
    if (document.querySelector(".search-page")) return;
    const page = document.createElement("div");
    page.className = "search-page";
    const results = document.createElement("div");
    results.id = "results";
    const facets = document.createElement("aside");
    facets.id = "facets";
    page.append(results, facets);
    find("main").replaceChildren(page);
  }

  async function part(address, name, signal) {
    const answer = await fetch(address + "&part=" + name, { signal, headers: { accept: "text/html" } });
    return answer.text();
  }

  async function show(address) {
    const number = ++question;
    shown = address;
    pending?.abort();
    clearTimeout(facetsTimer);
    pending = new AbortController();
    const signal = pending.signal;
    try {
      const html = await part(address, "results", signal);
      if (number !== question) return;
      makeRoom();
      find("results").innerHTML = html;
      find("results").dataset.path = address;
      document.title = box.value ? box.value + " · " + product : product;
      facetsTimer = setTimeout(async () => {
        try {
          const [hints, facets] = await Promise.all([part(address, "hints", signal), part(address, "facets", signal)]);
          if (number !== question) return;
          if (find("hints")) find("hints").innerHTML = hints;
          find("facets").innerHTML = facets;
          tell(document.querySelector("#results .status")?.textContent);
        } catch { /* The filters of before stay. */ }
      }, facetsPause);
    } catch (error) {
      if (error.name !== "AbortError" && number === question) tell(find("say").dataset.failedAnswer);
    }
  }

  function typed() {
    if (!isLive()) return;
    // A new question begins on its first page, with the filters that are set.
    const address = addressOf(form);
    const now = performance.now();
    if (now - lastTyped > oneStep) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    lastTyped = now;
    show(address);
  }

  // What an input method has not finished is no question yet.
  box.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
  box.addEventListener("compositionend", typed);

  form.addEventListener("submit", (event) => {
    if (!isLive()) return;
    event.preventDefault();
    lastTyped = -Infinity;
    const address = addressOf(form);
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    show(address);
  });

  addEventListener("popstate", () => {
    const address = location.pathname + location.search;
    // A step within the page, as to a heading, leaves the results as they are.
    if (address === shown) return;
    lastTyped = -Infinity;
    if (location.pathname !== "/search" || !isLive()) {
      location.reload();
      return;
    }
    const fields = new URLSearchParams(location.search);
    box.value = fields.get("q") ?? "";
    for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
    for (const [name, value] of fields) {
      if (name === "q" || name === "page") continue;
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = name;
      input.value = value;
      form.append(input);
    }
    show(address);
  });

  // ---- Saying and copying

  function tell(text) { find("say").textContent = text ?? ""; }

  async function copy(id, button) {
    const text = find(id).textContent;
    let isCopied = false;
    try {
      await navigator.clipboard.writeText(text);
      isCopied = true;
    } catch {
      // A page that does not come over an encrypted connection from another machine may only copy what is selected.
      const range = document.createRange();
      range.selectNodeContents(find(id));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      isCopied = document.execCommand("copy");
    }
    const words = find("say").dataset;
    tell(isCopied ? words.copied : words.failed);
    if (!button || !isCopied) return;
    const name = button.textContent;
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = name; }, 1500);
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button.dataset.copy, button));
  }

  // ---- From place to place in an article

  const marks = [...document.querySelectorAll(".article-page mark[id]")];
  let mark = -1;

  function step(by) {
    if (marks.length === 0) return;
    marks[mark]?.classList.remove("current");
    mark = mark < 0 ? (by > 0 ? 0 : marks.length - 1) : (mark + by + marks.length) % marks.length;
    marks[mark].classList.add("current");
    marks[mark].focus({ preventScroll: true });
    marks[mark].scrollIntoView({ block: "center" });
    document.querySelector(".position").textContent = `${mark + 1} / ${marks.length}`;
  }

  for (const button of document.querySelectorAll("[data-step]")) {
    button.hidden = false;
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }

  // ---- Keys

  const keys = find("keys");
  const switchOfKeys = find("keys-on");
  const setting = "bsearch.keys";
  try { switchOfKeys.checked = localStorage.getItem(setting) !== "off"; } catch { /* Nothing is kept. */ }
  switchOfKeys.addEventListener("change", () => {
    try { localStorage.setItem(setting, switchOfKeys.checked ? "on" : "off"); } catch { /* As above. */ }
  });
  find("keys-button").hidden = false;
  find("keys-button").addEventListener("click", () => keys.showModal());

  function move(by) {
    const links = [...document.querySelectorAll(".result h2 a")];
    const place = links.indexOf(document.activeElement);
    if (place < 0 && by < 0) return false;
    if (place + by < 0) box.focus();
    else links[Math.min(place + by, links.length - 1)]?.focus();
    return links.length > 0;
  }

  const isResult = (element) => element?.matches?.(".result h2 a") === true;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return;
    const element = document.activeElement;
    const isTyping = element?.matches?.("input, textarea, select") === true;
    let isDone = false;
    if (event.key === "ArrowDown" && (element === box || isResult(element))) isDone = move(1);
    else if (event.key === "ArrowUp" && isResult(element)) isDone = move(-1);
    else if (event.key === "Escape" && !isTyping) { box.focus(); box.select(); isDone = true; }
    else if (!isTyping && switchOfKeys.checked) {
      isDone = true;
      switch (event.key) {
        case "/": box.focus(); box.select(); break;
        case "j": move(1); break;
        case "k": move(-1); break;
        case "n": step(1); break;
        case "p": step(-1); break;
        case "c": if (find("citation")) copy("citation", document.querySelector("[data-copy=citation]")); break;
        case "?": keys.showModal(); break;
        default: isDone = false;
      }
    }
    if (isDone) event.preventDefault();
  });

  if (location.pathname === "/") box.focus();
})();
