// Takes the first HTML of Explore away as soon as the page itself, or a message of Streamlit's, is on the screen.
(() => {
  "use strict";
  const early = document.getElementById("nw-early");
  if (!early) return;
  const drawn = "#root :is(h1.nw-answer, .nw-foot, [data-testid=stException]), [role=dialog]";
  const watch = new MutationObserver(() => {
    if (!document.querySelector(drawn)) return;
    watch.disconnect();
    early.remove();
  });
  watch.observe(document.body, { childList: true, subtree: true });
})();
