// After a lost connection: wakes the session, which may be a new one that knows no button yet; holds a press until it is
// awake; and shows what is to be said when what a person told went with the old one. Keeps nothing about anyone: which
// session drew the page, and whether something was told, in this window's memory only.
(() => {
  "use strict";
  const CUT = "nw-cut";
  const AWAY = "nw-away";
  const LOST = "nw-was-lost";
  const FRAMED = "nw-file-in-frame";
  const root = document.documentElement;
  const ask = selector => document.querySelector(selector);
  let seen = null; // the mark of the last run: session, run, whether anything was told
  let joined = false; // a first connection was made
  let before = null; // the run on screen when the session was woken
  let told = false; // something was touched since then that tells about a person
  let held = null; // a press made before the session was awake
  let sent = null; // the last press that no run has answered yet
  let again = null; // that press, once the connection broke: made again if the session is gone

  function look() {
    const app = ask("[data-testid=stApp]");
    const mark = ask("#nw-session");
    if (!app) return;
    if (app.dataset.testConnectionState !== "CONNECTED") {
      if (joined && !root.classList.contains(CUT)) {
        root.classList.add(CUT);
        again = sent;
      }
      before = null;
      instead();
      return;
    }
    joined = true;
    root.classList.remove(AWAY);
    if (!mark) return;
    const now = { ...mark.dataset };
    const cut = root.classList.contains(CUT);
    if (cut && !before) {
      before = now;
      ask(".st-key-connection_wake button")?.click();
      return;
    }
    // Answers on some pages run a part of the page only, and leave the mark as it was.
    const idle = app.dataset.testScriptState === "notRunning";
    if (sent && !idle) sent.begun = true;
    if (sent?.begun && idle && !cut) sent = null;
    if (!seen || now.session !== seen.session || now.run !== seen.run) {
      if (seen && now.session !== seen.session && (seen.told || told)) root.classList.add(LOST);
      seen = now;
      told = false;
    }
    if (!cut || !idle) return;
    if (now.session === before.session && now.run === before.run) return;
    // Of a press that was under way nobody knows whether the old session took it; a new one surely did not.
    const press = held ?? (now.session === before.session ? null : again);
    root.classList.remove(CUT);
    before = held = sent = again = null;
    press?.find()?.click();
  }
  new MutationObserver(look).observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state", "data-session", "data-run"],
  });

  // Streamlit lays a dialog over everything, New client too. Our own line says the same and covers nothing.
  function instead() {
    const close = ask("section[role=dialog]:has(> h2[slot=title]) > button[aria-label=Close]");
    if (!joined || !close) return;
    close.click();
    root.classList.add(AWAY);
  }

  // The same button may be drawn anew: its key finds it again.
  function finder(button) {
    const name = [...(button.closest("[class*=st-key-]")?.classList ?? [])].find(word => word.startsWith("st-key-"));
    const all = () => (name ? [...document.querySelectorAll(`.${CSS.escape(name)} button`)] : []);
    const place = all().indexOf(button);
    return { find: () => (button.isConnected ? button : all()[place]), begun: false };
  }

  const PERSONAL = "[class*=st-key-suitability_], [class*=_skin], [class*=st-key-priorities_]";
  for (const kind of ["click", "input"]) {
    addEventListener(
      kind,
      event => {
        if (event.isTrusted && event.target.closest?.(PERSONAL)) told = true;
      },
      { capture: true, passive: true },
    );
  }

  addEventListener(
    "click",
    event => {
      if (event.target.closest?.(".nw-lost-seen")) {
        root.classList.remove(LOST, FRAMED);
        return;
      }
      // The same page, with what stands in its address; what an embedding page put there stays behind.
      const own = event.target.closest?.(".nw-framed-open");
      if (own) {
        const here = new URL(location.href);
        for (const name of [...here.searchParams.keys()]) if (name.startsWith("embed")) here.searchParams.delete(name);
        own.href = here.href;
        return;
      }
      const button = event.isTrusted
        ? event.target.closest?.(".stApp button, [data-testid=stPopoverBody] button")
        : null;
      if (!button || button.closest(".stHtml")) return;
      if (root.classList.contains(CUT)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        held = finder(button);
      } else if (button.closest(".stButton")) sent = finder(button);
    },
    { capture: true },
  );
})();
