// Takes the first HTML of Explore away as soon as the page itself, or a message of Streamlit's, is on the screen.
(() => {
  "use strict";
  const early = document.getElementById("nw-early");
  if (!early) return;
  const there = selector => document.querySelector(selector) !== null;
  const said = "#root [data-testid=stException], [role=dialog]";
  // The picker comes after the answer and stands above it: without it the answer would jump.
  const drawn = () => there("#root h1.nw-answer") && there("#root .st-key-concern [role=radiogroup]");
  const watch = new MutationObserver(() => {
    if (!drawn() && !there(said)) return;
    watch.disconnect();
    early.remove();
  });
  watch.observe(document.body, { childList: true, subtree: true });
})();
