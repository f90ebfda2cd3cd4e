// In the consult room: the idle time-out, and clearing this window for the next client.
// Does nothing at all until the page holds the marks of a consult. Keeps nothing about anyone.
(() => {
  "use strict";
  const CLEARING = "nw-clearing";
  const PATIENCE = 5000;
  let touched = Date.now();
  let pressed = 0;
  let gone = false;

  // Inside the warning only the finished tap counts: were it gone at the touch, the tap would land on what lies below.
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "click"]) {
    addEventListener(kind, event => {
      const within = event.target?.closest?.("#nw-idle");
      if (within && kind !== "click" && kind !== "keydown") return;
      touched = Date.now();
      if (!within || kind === "click") hush();
    }, { capture: true, passive: true });
  }

  function hush() {
    const warning = document.getElementById("nw-idle");
    if (warning?.matches(":popover-open")) warning.hidePopover();
  }

  function tick() {
    if (gone) return;
    if (document.querySelector(".nw-forgotten")) { leave(); return; }
    const warning = document.getElementById("nw-idle");
    // A rerun may take the mark away for a moment while it waits for the server's answer to the press.
    if (!warning) { if (!pressed) touched = Date.now(); else if (Date.now() - pressed > PATIENCE) leave(); return; }
    const left = Math.ceil((touched - Date.now()) / 1000) + Number(warning.dataset.seconds);
    if (left > Number(warning.dataset.warning)) { pressed = 0; hush(); return; }
    warning.querySelector(".nw-left").textContent = String(Math.max(left, 0));
    if (!warning.matches(":popover-open")) {
      warning.showPopover();
      warning.querySelector("button").focus({ preventScroll: true });
    }
    if (left > 0) return;
    if (!pressed) { pressed = Date.now(); document.querySelector(".st-key-room_forget button")?.click(); }
    // No answer from the server: it has nothing of this client any more, or will not for long. This window goes anyway.
    else if (Date.now() - pressed > PATIENCE) leave();
  }
  setInterval(tick, 1000);
  new MutationObserver(() => { if (!gone && document.querySelector(".nw-forgotten")) leave(); })
    .observe(document.documentElement, { childList: true, subtree: true });

  // The app's own start, without parameters except those of an embedding page.
  function start() {
    const home = new URL("./", location.href);
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (name.startsWith("embed")) home.searchParams.append(name, value);
    }
    return home.href;
  }

  // Back must not lead to the last client: go to this window's first entry, make it clean, and cut off all that follow.
  function leave() {
    if (gone) return;
    gone = true;
    document.documentElement.style.visibility = "hidden";
    const entries = window.navigation?.entries?.() ?? [];
    if (entries.length < 2) { location.replace(start()); return; }
    if (navigation.currentEntry.index === 0) { finish(); return; }
    try { sessionStorage.setItem(CLEARING, "1"); } catch { location.replace(start()); return; }
    navigation.traverseTo(entries[0].key).finished.then(finish, finish);
  }

  function finish() {
    try { sessionStorage.removeItem(CLEARING); } catch { /* nothing was kept */ }
    const home = start();
    history.replaceState(null, "", home);
    history.pushState(null, "", home);
    location.reload();
  }

  // On the way back Streamlit must not ask the server for the pages passed.
  addEventListener("popstate", event => { if (gone) event.stopImmediatePropagation(); }, { capture: true });
  // A window taken from the browser's memory, or loaded on the way back.
  addEventListener("pageshow", event => { if (event.persisted && gone) location.reload(); });
  let clearing = false;
  try { clearing = sessionStorage.getItem(CLEARING) !== null; } catch { /* no storage, nothing to finish */ }
  if (clearing) { gone = true; finish(); }

  // During a consult our own links stay in this session, so that answers go along and clearing finds them.
  addEventListener("click", event => {
    const link = event.target.closest?.('a[target="_self"][href]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute("download")) return;
    if (!document.getElementById("nw-idle")) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname.split("/").pop().includes(".") || to.hash) return;
    event.preventDefault();
    history.pushState({}, "", to.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }, { capture: true });
})();
