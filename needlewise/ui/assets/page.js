// Small helps for fingers and keys that no setting of Streamlit gives: the menu closes once a page is chosen, Back goes
// back a whole page, a page opens at its top, a source card takes the focus and closes when it leaves, jumps land, and the focus stays with what was pressed.
// Keeps nothing about anyone.
(() => {
  "use strict";
  const PATIENCE = 5000;
  const ask = selector => document.querySelector(selector);
  const plain = event => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && event.button === 0;

  // When a page is chosen Streamlit first takes the pickers' words out of the address it leaves, and writes those of the next
  // page as an entry of its own: Back would land where nothing is chosen. So the entry left stays as it was, and until a
  // person does something, what is added belongs to the entry just opened.
  let leaving = false;
  let arriving = true;
  for (const kind of ["pointerdown", "keydown"])
    addEventListener(
      kind,
      () => {
        leaving = arriving = false;
      },
      { capture: true, passive: true },
    );
  addEventListener(
    "popstate",
    () => {
      leaving = false;
      arriving = true;
    },
    { capture: true },
  );
  // Two concerns change places one after the other: the moment in between, with one of them twice, is nowhere to go back to.
  function exchanging() {
    const here = new URLSearchParams(location.search);
    return here.has("also") && here.get("also") === here.get("concern");
  }
  const push = history.pushState.bind(history);
  history.pushState = (state, title, address) => {
    const path = new URL(address ?? location.href, location.href).pathname;
    // While the window is being cleared for the next client every entry counts.
    if (path === location.pathname && document.documentElement.style.visibility !== "hidden") {
      if (leaving) return;
      if (arriving || exchanging()) {
        history.replaceState(state, title, address);
        return;
      }
    }
    if (path !== location.pathname) {
      leaving = false;
      arriving = true;
    }
    push(state, title, address);
    moved();
  };
  // A concern picked by a person is a page of its own: one step Back leads to where it was picked. Streamlit writes it over.
  const replace = history.replaceState.bind(history);
  let picked = false;
  history.replaceState = (state, title, address) => {
    const another = picked && about(address) !== about();
    if (another) picked = false;
    (another ? push : replace)(state, title, address);
    if (another) moved();
    else standing = about();
  };

  // Another page, or the same about another concern, is read from its top: at once, and once more when it is drawn, for
  // what stood there before was longer or shorter. Who touches anything meanwhile is left where they are.
  const about = address => {
    const { pathname, searchParams } = new URL(address ?? location.href, location.href);
    return [pathname, searchParams.get("concern"), searchParams.get("view")].join(" ");
  };
  const run = () => {
    const mark = ask("#nw-session")?.dataset;
    return `${mark?.session} ${mark?.run}`;
  };
  const finished = () => ask("[data-testid=stApp][data-test-script-state=notRunning] .nw-foot");
  const toTop = () => ask("[data-testid=stMain]")?.scrollTo(0, 0);
  let standing = about();
  let before = null; // the run that drew what is left
  function begin() {
    toTop();
    before = run();
  }
  function begun() {
    if (before === null || before === run() || !finished()) return;
    before = null;
    if (!heading) toTop();
  }
  function moved() {
    if (about() === standing) return;
    standing = about();
    begin();
  }
  addEventListener("popstate", moved);
  for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"])
    addEventListener(
      kind,
      () => {
        before = null;
      },
      { capture: true, passive: true },
    );
  function left(event) {
    const link = event.target.closest?.(
      "[data-testid=stTopNavLink], [data-testid=stSidebarNavLink], [data-testid=stPageLink-NavLink]",
    );
    leaving = Boolean(link) && plain(event) && new URL(link.href).pathname !== location.pathname;
  }

  function toMain() {
    ask("[data-testid=stMain]")?.focus({ preventScroll: true });
  }

  // A page chosen in the menu: the menu goes away, and the next Tab is on the page.
  function chosen(event) {
    if (!event.target.closest?.("[data-testid=stSidebarNavLink]") || !plain(event)) return;
    setTimeout(() => {
      ask("[data-testid=stSidebar][data-collapsed=false] [data-testid=stSidebarCollapseButton] button")?.click();
      setTimeout(toMain, 50);
    }, 0);
  }

  // A concern picked: on a phone its picker folds away, and the page would stand in its middle.
  function pick(event) {
    const choice = event.target.closest?.(".st-key-concern [role=radio]");
    if (!choice || choice.getAttribute("aria-checked") === "true" || ask(".nw-room")) return;
    picked = true;
    begin();
  }

  // A jump inside the page makes no entry in the history.
  function jumped(event) {
    const link = event.target.closest?.("a.nw-jump[href^='#']");
    const goal = link && plain(event) ? document.getElementById(link.hash.slice(1)) : null;
    if (!goal) return;
    event.preventDefault();
    land(goal, matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  }
  function land(goal, behavior) {
    const fold = goal.closest(".nw-part")?.previousElementSibling;
    if (fold?.matches("details")) fold.open = true;
    goal.tabIndex = -1;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ behavior });
  }

  // What an address ends with is drawn long after the browser has looked for it; the page that is left may have the same name.
  let heading = location.hash.slice(1);
  let headed = null; // the run that drew the page where the link stood
  function arrived() {
    if (!heading || !finished() || headed === run()) return;
    const goal = document.getElementById(heading);
    if (!goal) return;
    heading = "";
    land(goal, "auto");
  }

  // A link to another page of ours, opened in this session: what was told and chosen goes along.
  function followed(event) {
    const link = event.target.closest?.("a.nw-go[href]");
    // Before the page is drawn there is no session to stay in.
    if (!link || !plain(event) || event.defaultPrevented || link.closest("#nw-early")) return;
    event.preventDefault();
    heading = link.hash.slice(1);
    headed = run();
    const to = new URL(link.href.replace(/#.*/, ""));
    // So does the second concern.
    const also = new URLSearchParams(location.search).get("also");
    if (also && !to.searchParams.has("also")) to.searchParams.append("also", also);
    history.pushState({}, "", to.href);
    if (!heading) begin();
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }

  // A file that was asked for: its run has drawn, out of sight, what it is taken from.
  const taken = new WeakSet();
  let framed = window.top === window.self; // outside a frame there is nothing to say, and inside it is said once
  function fetched() {
    for (const file of document.querySelectorAll("[class*=st-key-nw_file_] button")) {
      if (file.disabled || taken.has(file)) continue;
      taken.add(file);
      file.click();
      // A website around this page may forbid files, and no browser tells us: say at once what to do if none came.
      if (!framed) document.documentElement.classList.add("nw-file-in-frame");
      framed = true;
    }
  }

  // A field left by a press may move what is pressed (a note comes, a hint goes): the button keeps hold of the pointer,
  // until that is drawn away to call the press off.
  const DRAWN_AWAY = 24;
  let grip = null;
  function grasp(event) {
    const button = document.activeElement?.matches("input, textarea, [contenteditable]")
      ? event.target.closest?.(".stButton button:not(:disabled)")
      : null;
    grip = button && event.isPrimary ? { button, x: event.clientX, y: event.clientY } : null;
    grip?.button.setPointerCapture(event.pointerId);
  }
  function drawn(event) {
    if (!grip || Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < DRAWN_AWAY) return;
    grip.button.releasePointerCapture(event.pointerId);
    grip = null;
  }
  addEventListener("pointerdown", grasp, { capture: true, passive: true });
  addEventListener("pointermove", drawn, { capture: true, passive: true });
  for (const kind of ["pointerup", "pointercancel"])
    addEventListener(
      kind,
      () => {
        grip = null;
      },
      { capture: true, passive: true },
    );

  // A button that goes away or moves when pressed by key takes the focus along: to the points field, or up and down.
  let wanted = null;
  function pressed(event) {
    wanted = null;
    const row = event.detail === 0 ? event.target.closest?.("[class*=st-key-priorities_]") : null;
    const [, way, name] = row?.className.match(/st-key-priorities_(give|up|down)_([\w-]+)/) ?? [];
    if (!way) return;
    const button = to => `.st-key-priorities_${to}_${name} button`;
    const goals =
      way === "give"
        ? [`[class*="st-key-priorities_points_${name}_"] input`]
        : [button(way), button(way === "up" ? "down" : "up")];
    wanted = { goals, until: Date.now() + PATIENCE };
  }
  addEventListener(
    "keydown",
    event => {
      if (event.key === "Tab") wanted = null;
    },
    { capture: true, passive: true },
  );
  addEventListener(
    "pointerdown",
    () => {
      wanted = null;
    },
    { capture: true, passive: true },
  );
  function refocus() {
    if (
      !wanted ||
      (document.activeElement && document.activeElement !== document.body && document.activeElement.id !== "stMain")
    )
      return;
    if (Date.now() > wanted.until) {
      wanted = null;
      return;
    }
    const goal = wanted.goals.map(ask).find(Boolean);
    goal?.focus();
  }

  // Options that came with a link, or were chosen on another page: Streamlit writes only those that were tapped on this one.
  // Once a run, so that a tap is never taken back. In the room the address is the room's own.
  let addressed = "";
  function completed() {
    const mark = ask("#nw-session[data-options]");
    if (!mark || !ask("[data-testid=stApp][data-test-script-state=notRunning]")) return;
    const run = `${mark.dataset.session} ${mark.dataset.run}`;
    if (run === addressed) return;
    addressed = run;
    const here = new URL(location.href);
    const given = here.searchParams.getAll("options");
    const compared = JSON.parse(mark.dataset.options);
    const kept = ask(".st-key-options") ? given.length || !compared.length : given.join("\n") === compared.join("\n");
    if (kept || here.searchParams.has("view")) return;
    here.searchParams.delete("options");
    for (const name of compared) here.searchParams.append("options", name);
    history.replaceState(history.state, "", here.href);
  }

  // Pictures are drawn once one comes near or its fold opens: what draws them is the heaviest part of all. What stands
  // around them is drawn anew with them: the folds that were open open again, and the focus stays where it was.
  const NEAR = "800px 0px";
  document.documentElement.classList.add("nw-scripted");
  let nearing = null;
  let held = null;
  let missed = false;
  const ofPictures = part => [...document.querySelectorAll(`.st-key-pictures ${part}`)];
  function wantPictures() {
    const button = ask(".st-key-pictures_draw button");
    if (!button || held) return;
    // While another page is asked for, a press would ask for this one again.
    missed = before !== null;
    if (missed) return;
    const part = document.activeElement?.tagName ?? "";
    held = {
      folds: ofPictures("details").map(fold => fold.open),
      part,
      place: part ? ofPictures(part).indexOf(document.activeElement) : -1,
    };
    button.click();
  }
  function pictured() {
    const main = ask("[data-testid=stMain]");
    if (nearing?.root !== main || (missed && before === null)) {
      missed = false;
      nearing?.disconnect();
      const near = entries => entries.some(entry => entry.isIntersecting) && wantPictures();
      nearing = main && new IntersectionObserver(near, { root: main, rootMargin: NEAR });
    }
    // To watch one that is watched already changes nothing.
    for (const room of document.querySelectorAll(".st-key-pictures .nw-wait")) nearing?.observe(room);
    if (!held || ask(".st-key-pictures_draw")) return;
    const folds = ofPictures("details");
    // Not all of it has come yet; none at all where another page was opened meanwhile.
    if (folds.length && folds.length !== held.folds.length) return;
    folds.forEach((fold, place) => {
      fold.open ||= held.folds[place];
    });
    const goal = held.place < 0 ? null : ofPictures(held.part)[held.place];
    if (goal && (!document.activeElement || document.activeElement === document.body)) {
      if (goal.matches("h2")) goal.tabIndex = -1;
      goal.focus({ preventScroll: true });
    }
    held = null;
  }

  // On paper a picture must shrink as a whole; Plotly has drawn it in the pixels of the screen. One that was not wanted yet
  // would come too late for the sheet: its numbers are printed instead.
  addEventListener("beforeprint", () => {
    for (const numbers of document.querySelectorAll(".st-key-pictures .nw-wait ~ .nw-numbers")) numbers.open = true;
    for (const chart of document.querySelectorAll("[data-testid=stPlotlyChart]")) {
      const { width, height } = chart.querySelector(".main-svg")?.getBoundingClientRect() ?? {};
      if (!width) continue;
      chart.style.setProperty("--nw-drawn", `${width} / ${height}`);
      chart.style.setProperty("--nw-drawn-width", `${width}px`);
      for (const drawn of chart.querySelectorAll(".main-svg")) drawn.setAttribute("viewBox", `0 0 ${width} ${height}`);
    }
  });

  // What the style sheet writes beside the menu's arrow is also its name.
  function named() {
    const menu = ask("[data-testid=stExpandSidebarButton]");
    const word = menu ? getComputedStyle(menu, "::after").content : "";
    if (/^".+"$/.test(word) && menu.getAttribute("aria-label") !== word.slice(1, -1))
      menu.setAttribute("aria-label", word.slice(1, -1));
  }

  // The answer in short, which stays at the lower edge, goes while the whole answer is on the screen.
  let answer = null;
  const watcher = new IntersectionObserver(
    entries => {
      document.documentElement.classList.toggle("nw-answer-seen", entries.at(-1).isIntersecting);
    },
    { threshold: 0.3, rootMargin: "-60px 0px 0px 0px" },
  );
  function watched() {
    const now = ask("#root .nw-hero[role=status] h1");
    if (now === answer) return;
    watcher.disconnect();
    document.documentElement.classList.remove("nw-answer-seen");
    answer = now;
    if (now) watcher.observe(now);
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      fetched();
      refocus();
      named();
      completed();
      begun();
      arrived();
      watched();
      pictured();
    });
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["data-test-script-state"] });

  addEventListener(
    "click",
    event => {
      left(event);
      pressed(event);
      chosen(event);
      jumped(event);
      pick(event);
    },
    { capture: true },
  );
  // After the consult room, which may have followed the link already.
  addEventListener("click", followed);

  // A source card takes the keys that scroll; Escape gives the focus back to what opened it.
  addEventListener(
    "toggle",
    event => {
      const card = event.target;
      if (event.newState !== "open" || !card.matches?.(".nw-card[popover]")) return;
      card.tabIndex = -1;
      card.focus({ preventScroll: true });
    },
    { capture: true },
  );

  // A source card left by Tab would go on covering what has the focus.
  addEventListener(
    "focusout",
    event => {
      const card = event.target.closest?.(".nw-card[popover]");
      if (!card || !event.relatedTarget || card.contains(event.relatedTarget)) return;
      setTimeout(() => {
        if (card.matches(":popover-open") && !card.contains(document.activeElement)) card.hidePopover();
      }, 0);
    },
    { capture: true },
  );

  // What is typed into a field is sent once the field loses the focus. A tap on a link does both in one moment: the page
  // would be left first, and what was typed would come too late and draw nothing at all. So the tap waits for it.
  const SENDING = 400;
  let fieldLeft = 0;
  addEventListener(
    "focusout",
    event => {
      if (event.target.matches?.("input:not([type=search]), textarea, [role=spinbutton]")) fieldLeft = Date.now();
    },
    { capture: true },
  );
  addEventListener(
    "click",
    event => {
      const link = event.target.closest?.("a[href]");
      if (!link || !event.isTrusted || Date.now() - fieldLeft > SENDING) return;
      if (link.target === "_blank" || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setTimeout(() => link.click(), SENDING);
    },
    { capture: true },
  );
})();
