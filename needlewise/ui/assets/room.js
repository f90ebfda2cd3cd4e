// In the consult room: counts the idle time that the page states, and clears this window for the next client. On every page: our own links stay
// in the frame of a website that shows this page, and, where the browser cannot list this window's history, each entry
// gets its number. On a wall the type grows as far as the screen has room. Keeps nothing about anyone.
(() => {
  "use strict";
  const CLEARING = "nw-clearing";
  const PLACE = "nw-place";
  const PATIENCE = 5000;
  const TRIES = 20;
  // Browsers keep about so many entries of a window; from then on their count stands still.
  const ENTRIES_KEPT = 50;
  let touched = Date.now();
  let pressed = 0;
  let gone = false;
  let clearing = 0; // when New client was confirmed
  let room = false; // and whether that was in the room
  let waiting = false; // cleared, but no server to start anew from
  let finished = false;

  // Inside the warning only the finished tap counts: were it gone at the touch, the tap would land on what lies below.
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove", "click"]) {
    addEventListener(
      kind,
      event => {
        const within = event.target?.closest?.("#nw-idle");
        if (within && kind !== "click" && kind !== "keydown") return;
        touched = Date.now();
        if (!within || kind === "click") hush();
      },
      { capture: true, passive: true },
    );
  }

  function hush() {
    const warning = document.getElementById("nw-idle");
    if (warning?.matches(":popover-open")) warning.hidePopover();
  }

  // Leaving the room for the page it was opened from opens no other page, so the address would keep the room for a reload.
  function outside() {
    const here = new URL(location.href);
    if (here.searchParams.get("view") !== "room" || document.querySelector(".nw-room")) return;
    if (!document.querySelector("[data-testid=stApp][data-test-script-state=notRunning] .nw-foot")) return;
    for (const name of ["view", "screen"]) here.searchParams.delete(name);
    history.replaceState(history.state, "", here.href);
  }

  // Is there a server that knows this session?
  const connection = () => document.querySelector("[data-testid=stApp]")?.dataset.testConnectionState;
  const connected = () =>
    connection() === "CONNECTED" && navigator.onLine && !document.documentElement.classList.contains("nw-cut");

  // New client, confirmed. Nothing of the last one is seen from here on, whoever answers; a server that does clears its
  // own memory first.
  function clear() {
    if (gone || clearing) return;
    clearing = Date.now();
    room = inRoom();
    document.documentElement.style.visibility = "hidden";
    if (!connected()) {
      leave();
      return;
    }
    document.querySelector(".st-key-room_forget button")?.click();
  }
  addEventListener(
    "click",
    event => {
      if (event.target.closest?.(".nw-new-yes")) clear();
    },
    { capture: true },
  );

  function tick() {
    if (waiting && connected()) {
      location.reload();
      return;
    }
    if (gone) return;
    if (document.querySelector(".nw-forgotten")) {
      leave();
      return;
    }
    if (clearing) {
      if (!connected() || Date.now() - clearing > PATIENCE) leave();
      return;
    }
    outside();
    const warning = document.getElementById("nw-idle");
    if (warning?.dataset.seconds === "0") {
      touched = Date.now();
      return;
    }
    // A rerun may take the mark away for a moment while it waits for the server's answer to the press.
    if (!warning) {
      if (!pressed) touched = Date.now();
      else if (Date.now() - pressed > PATIENCE) leave();
      return;
    }
    const left = Math.ceil((touched - Date.now()) / 1000) + Number(warning.dataset.seconds);
    if (left > Number(warning.dataset.warning)) {
      pressed = 0;
      hush();
      return;
    }
    warning.querySelector(".nw-left").textContent = String(Math.max(left, 0));
    if (!warning.matches(":popover-open")) {
      warning.showPopover();
      warning.querySelector("button").focus({ preventScroll: true });
    }
    if (left > 0) return;
    if (!pressed) {
      pressed = Date.now();
      document.querySelector(".st-key-room_forget button")?.click();
    }
    // No answer from the server: it has nothing of this client any more, or will not for long. This window goes anyway.
    else if (Date.now() - pressed > PATIENCE) leave();
  }
  setInterval(tick, 1000);
  new MutationObserver(() => {
    if (!gone && document.querySelector(".nw-forgotten")) leave();
  }).observe(document.documentElement, { childList: true, subtree: true });

  // The largest type with which all of a screen still stands in the window; read from three metres, every pixel counts.
  // The style sheet takes the figure up only on a wide window. A side note folded out is scrolled to and changes nothing.
  const LARGER = [2, 1.8, 1.65, 1.5, 1.4, 1.3, 1.2, 1.1];
  const SMALLER = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
  const ON_WALL = 3;
  const WALL = 1600;
  let fitted = "";
  function fit() {
    const root = document.documentElement;
    const message = document.querySelector(".nw-room");
    if (!message) {
      if (fitted) {
        fitted = "";
        root.style.removeProperty("--nw-fit");
      }
      return;
    }
    const told = document.querySelector(".nw-told, ul.nw-list");
    const main = document.querySelector("[data-testid=stMain]");
    // All of the screen: the skin tones and the foot come after the message, and take room too.
    const now = `${innerWidth} ${innerHeight} ${document.fonts.status} ${main.textContent}`;
    if (now === fitted || document.querySelector(".nw-aside[open]")) return;
    fitted = now;
    const fits = size => {
      root.style.setProperty("--nw-fit", size);
      return (
        main.scrollHeight <= main.clientHeight &&
        [message, ...(told?.children ?? [])].every(part => part.scrollWidth <= part.clientWidth + 1)
      );
    };
    // Nothing scrolls. A laptop or a tablet is at hand; on a wall only four wordy options come to less than 1.
    const sizes = [...LARGER, 1, ...(innerWidth < WALL ? SMALLER : SMALLER.slice(0, ON_WALL))];
    sizes.some(fits) || root.style.setProperty("--nw-fit", sizes.at(-1));
  }
  new MutationObserver(fit).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  addEventListener("resize", fit);
  document.fonts.addEventListener("loadingdone", fit);

  // What an embedding page has put into the address.
  function embedding() {
    return [...new URLSearchParams(location.search)].filter(([name]) => name.startsWith("embed"));
  }

  // Who presses New client in the room has the next one there: it stays, and asks. Kept over the way back. When the time
  // is up nobody is there, and the window goes to the start.
  const ROOM = "room";
  let held = "";
  const inRoom = () => new URLSearchParams(location.search).get("view") === ROOM;

  // The app's own start, without parameters except those of an embedding page; in the room, the room's.
  function start() {
    const home = new URL("./", location.href);
    if (held === ROOM) home.searchParams.append("view", ROOM);
    for (const [name, value] of embedding()) home.searchParams.append(name, value);
    return home.href;
  }

  // Older browsers cannot say which entries of this window's history are ours. So each gets its number in a row, and the
  // number of the first is kept while the window is open: two numbers, and no address. `at` is -1 where nothing can be kept.
  const numbered = !window.navigation?.entries;
  let at = -1,
    first = -1;
  function hold() {
    try {
      sessionStorage.setItem(PLACE, `${first} ${at}`);
    } catch {
      at = first = -1;
    }
  }
  function number() {
    let kept = [];
    try {
      kept = (sessionStorage.getItem(PLACE) ?? "").split(" ").filter(Boolean).map(Number);
    } catch {
      return;
    }
    // A page just loaded from a link is the last entry; one that was here before brings its number along.
    const next = history.length < ENTRIES_KEPT || kept.length < 2 ? history.length - 1 : kept[1] + 1;
    at = history.state?.nwAt ?? next;
    first = Math.min(kept[0] ?? at, at);
    hold();
    for (const name of ["pushState", "replaceState"]) {
      const real = history[name].bind(history);
      history[name] = (state, ...others) => {
        if (name === "pushState") at += 1;
        real({ ...state, nwAt: at }, ...others);
        hold();
      };
    }
    history.replaceState(history.state, "");
    addEventListener(
      "popstate",
      event => {
        at = event.state?.nwAt ?? at;
        hold();
      },
      { capture: true },
    );
  }

  // From here on only this script writes addresses: the page that is left may still want to write the last client's.
  let write = {
    push: (...given) => history.pushState(...given),
    replace: (...given) => history.replaceState(...given),
  };
  function alone() {
    write = { push: history.pushState.bind(history), replace: history.replaceState.bind(history) };
    history.pushState = history.replaceState = () => {};
  }

  // Back must not lead to the last client: go to this window's first entry, make it clean, and cut off all that follow.
  function leave() {
    if (gone) return;
    gone = true;
    held = room ? ROOM : "";
    document.documentElement.style.visibility = "hidden";
    alone();
    const entries = window.navigation?.entries?.() ?? [];
    const back = numbered ? Math.min(at - first, history.length - 1) : navigation.currentEntry.index;
    if (numbered && at < 0) {
      stay();
      return;
    }
    if (!numbered && entries.length < 2) {
      location.replace(start());
      return;
    }
    if (back <= 0) {
      finish();
      return;
    }
    try {
      sessionStorage.setItem(CLEARING, held || "1");
    } catch {
      stay();
      return;
    }
    if (!numbered) {
      toFirst(entries[0].key, TRIES);
      return;
    }
    history.go(-back);
    // Should the browser not move, at least this entry becomes clean.
    setTimeout(finish, PATIENCE);
  }

  // An entry that the page writes meanwhile calls the step back off; the first entry would keep what it was about.
  function toFirst(key, tries) {
    if (navigation.currentEntry.key === key) {
      finish();
      return;
    }
    const again = () => setTimeout(toFirst, 50, key, tries - 1);
    navigation.traverseTo(key).finished.then(finish, tries > 1 ? again : finish);
  }

  // Nothing can be kept in this browser, so the way back would be lost on the way: say so, and clean this entry at least.
  function stay() {
    const cannot = document.querySelector(".nw-cannot");
    if (!cannot) {
      location.replace(start());
      return;
    }
    write.replace(null, "", start());
    cannot.hidden = false;
    document.documentElement.style.visibility = "";
  }

  function finish() {
    if (finished) return;
    finished = true;
    try {
      if (sessionStorage.getItem(CLEARING) === ROOM) held = ROOM;
      sessionStorage.removeItem(CLEARING);
    } catch {
      /* nothing was kept */
    }
    const home = start();
    write.replace(null, "", home);
    write.push(null, "", home);
    if (!connection() || connected()) location.reload();
    else wait();
  }

  // Without a connection a reload would end on the browser's own page about that. Streamlit goes on asking for its
  // server out of sight; once it has one, this window starts anew.
  function wait() {
    const words = document.getElementById("nw-gone");
    if (words) {
      document.body.append(words);
      words.hidden = false;
    }
    document.documentElement.classList.add("nw-only-gone");
    waiting = true;
  }

  if (numbered) number();
  // On the way back Streamlit must not ask the server for the pages passed.
  addEventListener(
    "popstate",
    event => {
      if (!gone) return;
      event.stopImmediatePropagation();
      if (numbered) finish();
    },
    { capture: true },
  );
  function underWay() {
    try {
      return sessionStorage.getItem(CLEARING) !== null;
    } catch {
      return false;
    }
  }
  // A window taken from the browser's memory, or loaded on the way back.
  addEventListener("pageshow", event => {
    if (event.persisted && (gone || underWay())) location.reload();
  });
  if (underWay()) {
    gone = true;
    finish();
  }

  // In a frame that has no origin of its own nothing of the page can come: the first HTML says so and offers a window.
  if (self.origin === "null") document.getElementById("nw-alone")?.removeAttribute("hidden");

  // A link of ours keeps what an embedding page put into the address. During a consult it also stays in this session, so
  // that answers go along and clearing finds them.
  addEventListener(
    "click",
    event => {
      const link = event.target.closest?.(".stHtml a[href], #nw-early a[href]");
      if (
        !link ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        link.hasAttribute("download")
      )
        return;
      if (link.target && link.target !== "_self") return;
      const to = new URL(link.href);
      if (to.origin !== location.origin || to.pathname.split("/").pop().includes(".")) return;
      for (const [name, value] of embedding()) if (!to.searchParams.has(name)) to.searchParams.append(name, value);
      if (to.hash || !document.getElementById("nw-idle")) {
        if (to.href !== link.href) link.href = to.href;
        return;
      }
      event.preventDefault();
      history.pushState({}, "", to.href);
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    },
    { capture: true },
  );
})();
