// Takes the first HTML away as soon as the page itself, or a message of Streamlit's, is on the screen. Where a person reads,
// what has the focus and which folds are open is handed over; a source card stands outside both and stays as it is.
(() => {
  "use strict";
  const early = document.getElementById("nw-early");
  if (!early) return;
  const ask = selector => document.querySelector(selector);
  const said = "#root [data-testid=stException], [role=dialog]:not(.nw-card)";
  const isExplore = early.dataset.page === "explore";
  // The picker comes after the answer and stands above it: without it the answer would jump. Other pages are drawn to
  // their foot, for there pickers stand between what is read.
  const drawn = () =>
    ask("#root .st-key-concern [role=radiogroup]") && ask(isExplore ? "#root h1.nw-answer" : "#root .nw-foot");
  const words = part => part.textContent.replace(/\s+/g, " ").trim();
  const PARTS = "h1, h2, h3, p, li, th, td, dt, dd, summary, a";
  // The same words may stand in several places: of those the one in the same turn.
  const alike = (where, part) =>
    [...document.querySelectorAll(`${where} ${part.tagName}`)].filter(
      other => words(other) === words(part) && other.checkVisibility(),
    );
  const twin = part => {
    const found = alike("#root", part);
    return found[alike("#nw-early", part).indexOf(part)] ?? found[0];
  };

  // What a person looks at: the part nearest to the upper edge that stands on the page to come as well.
  function place() {
    if (early.scrollTop < 1) return null;
    for (const part of early.querySelectorAll(PARTS)) {
      const { top, bottom } = part.getBoundingClientRect();
      // The head of a table sticks to the edge, wherever its table stands.
      if (bottom < 60 || !words(part) || part.closest("thead")) continue;
      if (top > innerHeight) return null;
      const goal = twin(part);
      if (goal) return { goal, top };
    }
    return null;
  }

  function handOver() {
    const folds = [...early.querySelectorAll("details")].filter(fold => fold.open !== fold.hasAttribute("data-was"));
    for (const fold of folds) {
      const other = twin(fold.querySelector("summary"))?.closest("details");
      if (other) other.open = fold.open;
    }
    const held = place();
    const focused = early.contains(document.activeElement) ? twin(document.activeElement) : null;
    early.remove();
    focused?.focus({ preventScroll: true });
    const main = ask("[data-testid=stMain]");
    if (held && main) main.scrollTop += held.goal.getBoundingClientRect().top - held.top;
  }

  for (const fold of early.querySelectorAll("details[open]")) fold.dataset.was = "";
  const watch = new MutationObserver(() => {
    const message = ask(said);
    if (!drawn() && !message) return;
    watch.disconnect();
    if (message) early.remove();
    else handOver();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  // From here on the scripts before this one work too.
  early.dataset.watched = "";
})();
