"use strict";
// Takes the page's middle anew every few seconds while somebody looks, and leaves open what they have opened.
(() => {
  const button = document.querySelector("button");
  let live = true, busy = false;
  const show = () => {
    button.textContent = live ? "Pause (p)" : "Go on (p)";
    button.setAttribute("aria-pressed", String(!live));
  };
  const refresh = async () => {
    if (!live || busy || document.hidden) return;
    busy = true;
    try {
      const reply = await fetch("/", { cache: "no-store" });
      if (!reply.ok) throw new Error(String(reply.status));
      const next = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
      const main = document.querySelector("main");
      for (const open of main.querySelectorAll("details[open]")) {
        const same = next.querySelector("#" + CSS.escape(open.id));
        if (same) same.open = true;
      }
      const focused = document.activeElement && document.activeElement.closest("details");
      main.replaceWith(next);
      if (focused && focused.id) document.getElementById(focused.id)?.querySelector("summary").focus({ preventScroll: true });
    } catch {
      document.querySelector("#lost").hidden = false;
      return;
    } finally {
      busy = false;
    }
    document.querySelector("#lost").hidden = true;
  };
  const toggle = () => { live = !live; show(); refresh(); };
  button.hidden = false;
  button.addEventListener("click", toggle);
  document.addEventListener("keydown", e => { if (e.key === "p" && !e.ctrlKey && !e.metaKey && !e.altKey) toggle(); });
  document.addEventListener("visibilitychange", refresh);
  setInterval(refresh, 5000);
  show();
})();
