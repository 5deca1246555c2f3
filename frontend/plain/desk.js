// The staff area's small script: keys for those who never take their hands off them, and news of an email that is being
// sent. Every page works without it. It keeps nothing but whether the keys are switched off, in this browser.
"use strict";

(() => {
  const OFF = "shortcuts-off";
  const help = document.getElementById("shortcuts");
  const typing = (at) =>
    at instanceof HTMLElement &&
    (at.isContentEditable ||
      at.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=submit], [type=button], [type=reset])"));

  // A browser may refuse to store anything; the keys then work until they are switched off, page by page.
  const stored = {
    get off() {
      try {
        return localStorage.getItem(OFF) !== null;
      } catch {
        return false;
      }
    },
    set off(off) {
      try {
        if (off) localStorage.setItem(OFF, "1");
        else localStorage.removeItem(OFF);
      } catch {}
    },
  };

  if (help) keys();
  news();

  function keys() {
    let off = stored.off;
    const opener = document.querySelector("[popovertarget=shortcuts].shortcuts-button");
    const turn = help.querySelector("[data-off]");
    const say = () => {
      turn.textContent = off ? turn.dataset.on : turn.dataset.off;
      turn.setAttribute("aria-pressed", `${off}`);
    };
    opener.hidden = false;
    turn.addEventListener("click", () => {
      off = !off;
      stored.off = off;
      say();
    });
    say();

    const search = () => document.querySelector("main input[type=search]");
    const list = document.querySelector('.rail a[href="/staff/requests"]');
    const acts = {
      "/": () => {
        const field = search();
        if (field) {
          field.focus();
          field.select();
        } else if (list) location.assign(`${list.href}#q`);
      },
      n: () => document.querySelector('.rail a[href="/staff/requests/new"]')?.click(),
      j: () => step(1),
      k: () => step(-1),
      "?": () => help.togglePopover(),
    };
    document.addEventListener("keydown", (event) => {
      const act = Object.hasOwn(acts, event.key) && acts[event.key];
      if (!act || off || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      // While the list of keys is open, only its own key works.
      if (event.key !== "?" && help.matches(":popover-open")) return;
      event.preventDefault();
      act();
    });
    if (location.hash === "#q") search()?.focus();
  }

  /** Moves to the link of the next row, or of the one before; Enter then follows it, as it does any link. */
  function step(by) {
    const links = [...document.querySelectorAll("main table tbody tr")]
      .map((row) => row.querySelector("th a[href], td a[href]"))
      .filter((link) => link?.checkVisibility());
    if (!links.length) return;
    const row = document.activeElement?.closest("main tbody tr");
    const here = row ? links.findIndex((link) => row.contains(link)) : -1;
    const next = here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  }

  /**
   * While an email is being sent, asks for the page again and puts the parts in that have changed. Each look counts as use
   * of the session, so there are few, further and further apart: the last is some 4 minutes after the first.
   */
  function news() {
    const pending = () => document.querySelector("main [data-pending]");
    const waits = [1, 2, 2, 3, 4, 5, 8, 10, 15, 20, 30, 60, 90];
    const edited = (part) =>
      part.contains(document.activeElement) ||
      [...part.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue);

    const later = () => {
      const seconds = waits.shift();
      if (seconds && pending()) setTimeout(look, seconds * 1000);
    };
    async function look() {
      if (document.hidden) {
        document.addEventListener("visibilitychange", look, { once: true });
        return;
      }
      const answer = await fetch(location.pathname, { redirect: "error" }).catch(() => null);
      if (!answer?.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of document.querySelectorAll("main [data-live]")) {
        const now = fresh.getElementById(part.id);
        // A locked screen, or a page of another state: it is shown when the user asks for it.
        if (!now) return;
        if (edited(part) || part.innerHTML === now.innerHTML) continue;
        part.innerHTML = now.innerHTML;
        part.toggleAttribute("data-pending", now.hasAttribute("data-pending"));
      }
      later();
    }
    later();
  }
})();
