// For people who work with keys: what opens takes the focus, what closes gives it back, a row of choices is entered at what
// is chosen, and a table of figures is one stop of Tab, with arrows inside. Keeps nothing about anyone.
(() => {
  "use strict";
  const MENU = "[data-testid=stExpandSidebarButton]";
  const OPEN_MENU = "[data-testid=stSidebar][data-collapsed=false]";
  const BOXES = "[data-testid=stDialog] [role=dialog], [data-testid=stPopoverBody]";
  const FIRST = "button:not(:disabled), a[href], input, select, textarea, summary";
  const ask = selector => document.querySelector(selector);

  // Streamlit remembers an open menu, and a page opened anew would begin with it, over everything.
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("stSidebarCollapsed")) localStorage.removeItem(name);
    }
  } catch {
    // A frame without a store of its own: nothing is remembered there.
  }

  // The menu of a narrow window.
  let opener = null;
  addEventListener(
    "click",
    event => {
      if (event.target.closest?.(MENU)) opener = "menu";
      else if (event.isTrusted && event.target.closest?.("[data-testid=stSidebarCollapseButton]")) closed();
    },
    { capture: true },
  );
  function closed() {
    opener = null;
    setTimeout(() => ask(MENU)?.focus(), 100);
  }
  function escaped(event) {
    if (event.key !== "Escape" || !ask(OPEN_MENU) || !document.activeElement?.closest("[data-testid=stSidebar], body"))
      return;
    // Where the window is wide the menu stands on top and this one is shut.
    ask(`${OPEN_MENU} [data-testid=stSidebarCollapseButton] button`)?.click();
    closed();
  }
  addEventListener("keydown", escaped);

  // What has just been drawn over the page takes the focus, unless it has it already.
  const entered = new WeakSet();
  function boxes() {
    if (opener === "menu" && ask(OPEN_MENU)) {
      opener = null;
      setTimeout(() => ask(`${OPEN_MENU} [data-testid=stSidebarNavLink]`)?.focus(), 100);
    }
    for (const box of document.querySelectorAll(BOXES)) {
      if (entered.has(box)) continue;
      entered.add(box);
      setTimeout(() => {
        if (box.contains(document.activeElement)) return;
        (box.querySelector("[aria-checked=true]") ?? box.querySelector(FIRST))?.focus();
      }, 50);
    }
  }

  // Our own boxes too; a source card is entered by itself, so that its text can be scrolled.
  addEventListener(
    "toggle",
    event => {
      if (event.newState === "open" && event.target.matches?.("[popover]:not(.nw-card)"))
        event.target.querySelector(FIRST)?.focus();
    },
    { capture: true },
  );

  // Tab enters a row of choices at the chosen one.
  let way = "";
  addEventListener(
    "keydown",
    event => {
      way = event.key;
    },
    { capture: true, passive: true },
  );
  addEventListener(
    "pointerdown",
    () => {
      way = "";
    },
    { capture: true, passive: true },
  );
  addEventListener(
    "focusin",
    event => {
      const row = event.target.closest?.("[role=radiogroup]");
      if (way !== "Tab" || !row || row.contains(event.relatedTarget)) return;
      const chosen = row.querySelector("[role=radio][aria-checked=true]");
      if (chosen && chosen !== event.target) chosen.focus();
    },
    { capture: true },
  );

  // Figures and sources of one table: Tab stops once, where it stopped last; arrows, Home and End go through the others.
  const INSIDE = "a.nw-fig, a.nw-src, a.nw-cert";
  const TABLES = "table:has(a.nw-fig, a.nw-src, a.nw-cert)";
  const stops = table => [...table.querySelectorAll(INSIDE)].filter(stop => stop.checkVisibility());
  const seen = new WeakSet();
  function tables() {
    for (const table of document.querySelectorAll(TABLES)) {
      if (seen.has(table)) continue;
      seen.add(table);
      const every = [...table.querySelectorAll(INSIDE)];
      for (const stop of every) stop.tabIndex = stop === every[0] ? 0 : -1;
    }
  }
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  addEventListener("keydown", event => {
    const now = event.target.closest?.(INSIDE);
    const table = now?.closest("table");
    if (!table || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const every = stops(table);
    const place = every.indexOf(now);
    const goal = { Home: 0, End: every.length - 1 }[event.key] ?? place + (STEPS[event.key] ?? 0);
    const next = every[Math.min(Math.max(goal, 0), every.length - 1)];
    if (!next || next === now) return;
    event.preventDefault();
    next.focus();
  });
  addEventListener(
    "focusin",
    event => {
      const now = event.target.closest?.(INSIDE);
      const table = now?.closest("table");
      if (!table) return;
      for (const stop of table.querySelectorAll(INSIDE)) stop.tabIndex = stop === now ? 0 : -1;
    },
    { capture: true },
  );

  // For those who hear links one by one: after its own words, what a link to sources belongs to. Two that open different
  // rows never have one name.
  const OPENERS = "#root a:is(.nw-src, .nw-fig, .nw-big, .nw-cert)";
  const FEW = 60;
  const said = part => (part?.textContent ?? "").replace(/\s+/g, " ").trim();
  function begins(block) {
    const copy = block.cloneNode(true);
    for (const other of copy.querySelectorAll("a, summary, .nw-label, .nw-note")) other.remove();
    const words = said(copy);
    return words.length > FEW ? `${words.slice(0, words.lastIndexOf(" ", FEW))} …` : words;
  }
  // The head of a row or a column may tell more below its name.
  function head(part) {
    const texts = part ? document.createTreeWalker(part, NodeFilter.SHOW_TEXT) : null;
    while (texts?.nextNode()) if (texts.currentNode.data.trim()) return texts.currentNode.data.trim();
    return "";
  }
  function belongs(link) {
    const cell = link.closest("td, th");
    const block = link.closest("li, p, dd, figcaption, h1, h2, h3, h4, .nw-also, td, th, div");
    const term = block.matches("dd") ? block.previousElementSibling : null;
    const group = link.closest("article, section, aside, details")?.querySelector("h2, h3, h4");
    const named = cell
      ? [
          cell.closest("tr").querySelector("th"),
          cell.querySelector(".nw-label") ?? cell.closest("table").tHead?.rows[0]?.cells[cell.cellIndex],
        ]
      : [group?.contains(link) ? null : group, term];
    const first = block.matches("li") ? block.querySelector(":scope > span:first-child") : null;
    const words = link.matches(".nw-src") ? begins(block) : first?.contains(link) ? "" : said(first);
    const heads = named.filter(part => part && !part.contains(link)).map(cell ? head : said);
    return [...new Set([...heads, words])].filter(Boolean);
  }
  function names() {
    const bare = [...document.querySelectorAll(`${OPENERS}:not([aria-label])`)];
    if (!bare.length) return;
    const taken = new Map();
    const opens = link => `${link.getAttribute("href")} ${link.dataset.rows ?? ""} ${link.dataset.rule ?? ""}`;
    for (const link of document.querySelectorAll(`${OPENERS}[aria-label]`)) taken.set(link.ariaLabel, opens(link));
    for (const link of bare) {
      const whole = [said(link), belongs(link).join(", ")].filter(Boolean).join(": ");
      let name = whole;
      for (let turn = 2; taken.has(name) && taken.get(name) !== opens(link); turn += 1) name = `${whole} (${turn})`;
      taken.set(name, opens(link));
      link.setAttribute("aria-label", name);
    }
  }

  // What hangs beside the page, a calendar or a box, knows the theme as well.
  function theme() {
    const app = ask("[data-testid=stApp]");
    const scheme = app ? getComputedStyle(app).colorScheme : "";
    if (app && document.documentElement.style.colorScheme !== scheme)
      document.documentElement.style.colorScheme = scheme;
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      theme();
      boxes();
      tables();
      names();
    });
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-collapsed"] });
})();
