// Source cards: a figure is a link to the rows it was made from. Here they are fetched at the first tap, a shelf of them
// at a time, and shown in one card, which stands outside the page and so stays open while the page is drawn anew. The
// address asked for tells which concern or table, never which row. Keeps rows for as long as the window is open, and
// nothing about anyone.
(() => {
  "use strict";
  const PATIENCE = 250; // milliseconds before it is said that something is coming
  const shelves = new Map();
  let opener = null;
  let shown = null; // the opener of the card that was open when the finger came down
  let turn = 0;
  const card = () => document.getElementById("nw-card");
  const part = name => card().querySelector(`.nw-card-${name}`);
  const figure = event => event.target.closest?.("a[href^='sources/']");

  function fetched(address) {
    if (!shelves.has(address)) {
      const coming = fetch(address)
        .then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
        .then(text => new DOMParser().parseFromString(text, "text/html"));
      coming.catch(() => shelves.delete(address));
      shelves.set(address, coming);
    }
    return shelves.get(address);
  }

  // The rows of a figure: each the address of its shelf and its name there.
  function rows(link) {
    const [first, name] = link.getAttribute("href").split("#");
    const room = first.slice(0, first.lastIndexOf("/") + 1);
    const more = (link.dataset.rows ?? "").split(" ").filter(Boolean);
    return [
      [first, name],
      ...more.map(row => (row.includes("/") ? [room + row.split("/")[0], row.split("/")[1]] : [first, row])),
    ];
  }

  function text(words, css = "") {
    const paragraph = document.createElement("p");
    paragraph.textContent = words;
    paragraph.className = css;
    return paragraph;
  }

  async function content(link) {
    const wanted = rows(link);
    const pages = await Promise.all(wanted.map(([address]) => fetched(address)));
    const list = document.createElement("ol");
    for (const [place, [, name]] of wanted.entries()) {
      const row = pages[place].getElementById(name);
      if (!row) throw new Error(name);
      const copy = document.importNode(row, true);
      copy.removeAttribute("id");
      copy.querySelector(".nw-sure-why")?.remove();
      list.append(copy);
    }
    const rule = link.dataset.rule ?? "stated";
    const sure = rule === "certainty" ? pages[0].getElementById(wanted[0][1]).querySelector(".nw-sure-why") : null;
    const lead = link.dataset.lead ?? sure?.textContent;
    const said = pages[0].getElementById(`rule-${rule}`)?.textContent;
    return [...(lead ? [text(lead)] : []), ...(said ? [text(said, "nw-small")] : []), list];
  }

  function show(which, parts = []) {
    part("coming").hidden = which !== "coming";
    part("failed").hidden = which !== "failed";
    part("body").replaceChildren(...parts);
    card().scrollTop = 0;
    if (card().matches(":popover-open")) return;
    card().style.colorScheme = getComputedStyle(opener).colorScheme;
    // The focus goes back to what has it when the card opens.
    if (document.activeElement === document.body) opener.focus({ preventScroll: true });
    card().showPopover({ source: opener });
  }

  async function open(link) {
    const mine = ++turn;
    opener = link;
    const slow = setTimeout(() => mine === turn && show("coming"), PATIENCE);
    let parts = null;
    try {
      parts = await content(link);
    } catch {
      // Said below.
    }
    clearTimeout(slow);
    if (mine !== turn) return;
    if (parts) show("body", parts);
    else show("failed");
  }

  addEventListener(
    "pointerdown",
    event => {
      shown = card()?.matches(":popover-open") ? opener : null;
      const link = figure(event);
      if (link && card()) for (const [address] of rows(link)) fetched(address).catch(() => {});
    },
    { capture: true, passive: true },
  );
  addEventListener(
    "click",
    event => {
      const link = figure(event);
      // A frame that may not keep its origin may fetch nothing either: there the link leads to the rows themselves.
      const another = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button;
      if (!link || !card() || self.origin === "null" || another) return;
      event.preventDefault();
      // The tap on what had opened it has closed it.
      if (shown === link) shown = null;
      else open(link);
    },
    { capture: true },
  );
  addEventListener(
    "toggle",
    event => {
      if (event.target !== card() || event.newState !== "closed") return;
      turn += 1;
      // Drawn anew meanwhile: the focus goes to what stands in its place.
      const elsewhere = document.activeElement !== document.body && !card().contains(document.activeElement);
      if (!opener || opener.isConnected || elsewhere) return;
      const same = document.querySelectorAll(`#root a[href="${CSS.escape(opener.getAttribute("href"))}"]`);
      const twin = [...same].filter(other => other.checkVisibility());
      (twin.find(other => other.textContent === opener.textContent) ?? twin[0])?.focus({ preventScroll: true });
    },
    { capture: true },
  );
})();
