// The frame's tools: search, theme, marks of what is read, progress out and in.
const tools = document.querySelector(".tools");

(() => {
  const options = element("ul", {
    class: "results", role: "listbox", id: "page:results", "aria-label": "Search results",
  });
  const input = element("input", {
    type: "search", placeholder: "Search", role: "combobox", title: "Ctrl+K", autocomplete: "off",
    "aria-label": "Search the course", "aria-expanded": "false", "aria-controls": "page:results",
    "aria-autocomplete": "list",
  });
  tools.append(element("div", { class: "search", role: "search" }, input, options));
  let loading = null, chosen = -1;
  const load = () => loading ??= loadScript(page.search).then(() => {
    for (const entry of descent.search) entry.words = `${entry.title} ${entry.text}`.toLowerCase();
  }).catch(() => { loading = null; });

  const pattern = (term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const score = (entry, terms) => {
    let total = 0;
    const title = entry.title.toLowerCase();
    for (const term of terms) {
      const at = entry.words.search(new RegExp(`(^|[^\\p{L}\\p{N}])${pattern(term)}`, "u"));
      if (at < 0) return 0;
      total += 1 + (title.includes(term) ? 5 : 0) + (entry.level === 1 ? 1 : 0);
    }
    return total;
  };
  const marked = (text, terms) => {
    const lower = text.toLowerCase();
    const places = terms.map((term) => lower.indexOf(term)).filter((index) => index >= 0);
    const at = Math.max(0, Math.min(...places, text.length) - 40);
    const piece = (at ? "…" : "") + text.slice(at, at + 140) + (text.length > at + 140 ? "…" : "");
    const parts = piece.split(new RegExp(`(${terms.map(pattern).join("|")})`, "giu"));
    return parts.map((part, index) => index % 2 ? element("mark", {}, part) : part);
  };
  const choose = (index) => {
    const items = [...options.querySelectorAll("[role=option]")];
    chosen = items.length ? (index + items.length) % items.length : -1;
    items.forEach((item, position) => item.setAttribute("aria-selected", String(position === chosen)));
    items[chosen]?.scrollIntoView({ block: "nearest" });
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", items[chosen].id);
  };
  const show = async () => {
    const terms = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    await load();
    const found = !terms.length || !descent.search ? [] : descent.search
      .map((entry, index) => ({ entry, index, score: score(entry, terms) })).filter((hit) => hit.score)
      .sort((a, b) => b.score - a.score || a.index - b.index).slice(0, 10);
    options.replaceChildren(...found.map(({ entry }, index) => element("li", {
      role: "option", id: `page:result-${index}`, "aria-selected": "false",
      onclick: () => { location.href = page.root + entry.url; close(); },
    }, element("b", {}, entry.title), element("span", {}, ...marked(entry.text, terms)))));
    if (terms.length && !found.length) {
      options.replaceChildren(element("li", {
        role: "option", "aria-disabled": "true", id: "page:result-0",
      }, "Nothing found"));
    }
    input.setAttribute("aria-expanded", String(options.childElementCount > 0));
    choose(found.length ? 0 : -1);
  };
  const close = () => { options.replaceChildren(); input.setAttribute("aria-expanded", "false"); choose(-1); };
  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  input.addEventListener("blur", () => setTimeout(close, 200));
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") options.querySelector("[aria-selected=true]")?.click();
    else if (event.key === "Escape") { input.value = ""; close(); }
    else return;
    event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "k") { event.preventDefault(); input.focus(); }
  });
})();

(() => {
  const names = { "": "as the system", light: "light", dark: "dark" };
  const next = { "": "dark", dark: "light", light: "" };
  const root = document.documentElement;
  const current = () => root.dataset.theme || "";
  const button = element("button", { type: "button", onclick: () => {
    const theme = next[current()];
    if (theme) root.dataset.theme = theme; else delete root.dataset.theme;
    try { localStorage.setItem("descent.theme", theme); } catch { /* not kept */ }
    label();
  } });
  const label = () => {
    const words = `Theme: ${names[current()]}`;
    button.setAttribute("aria-label", words);
    button.title = words;
  };
  // Half a disc: light, dark, or both.
  button.className = "theme";
  button.innerHTML = '<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">'
    + '<circle cx="10" cy="10" r="7.2"/><path d="M10 2.8a7.2 7.2 0 0 1 0 14.4z"/></svg>';
  label();
  tools.append(button);
})();

(() => {
  document.querySelectorAll("li[data-name]").forEach((item) => {
    if (!Progress.isFinished(item.dataset.name)) return;
    const link = item.querySelector("a");
    link.classList.add("read");
    link.append(element("span", { class: "visually-hidden" }, " (done)"));
  });
  const bar = element("div", { class: "page-tools" });
  if (Progress.lesson) {
    const button = element("button", {
      type: "button", onclick: () => { Progress.finish(!Progress.isFinished()); label(); },
    });
    const label = () => {
      const isFinished = Progress.isFinished();
      button.textContent = isFinished ? "Done ✓" : "Mark as done";
      button.setAttribute("aria-pressed", String(isFinished));
    };
    label();
    bar.append(button);
    if (Cells.all.some((cell) => cell.area)) {
      const reset = () => Cells.all.forEach((cell) => cell.bar && cell.reset());
      bar.append(element("button", { type: "button", class: "quiet", onclick: reset }, "Reset all cells"));
    }
  } else if (document.querySelector("ol.lessons li[data-name]")) {
    const status = element("span", { role: "status" });
    const load = async () => {
      try {
        Progress.replace(await file.files[0].text());
        location.reload();
      } catch {
        status.textContent = "That is not a progress file.";
      }
    };
    const file = element("input", {
      type: "file", accept: ".json,application/json", class: "visually-hidden", tabindex: "-1",
      "aria-hidden": "true", onchange: load,
    });
    bar.append(
      element("button", { type: "button", onclick: () => {
        const url = URL.createObjectURL(new Blob([Progress.text()], { type: "application/json" }));
        element("a", { href: url, download: "descent-progress.json" }).click();
        URL.revokeObjectURL(url);
      } }, "Save my progress"),
      element("button", { type: "button", onclick: () => file.click() }, "Load progress"), file, status);
  }
  const next = document.querySelector("nav.neighbours") ?? document.querySelector("main").lastElementChild;
  if (bar.childElementCount) next.before(bar);
})();

// Boxes that scroll sideways can be scrolled by keyboard, and only those are stops of the Tab key.
(() => {
  const boxes = "main pre, .wide, .scroll, .formula";
  const mark = () => document.querySelectorAll(boxes).forEach((box) => {
    if (box.parentNode.classList.contains("editor")) return;
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; else box.removeAttribute("tabindex");
  });
  mark();
  addEventListener("resize", mark);
  // A formula has its width only once the font for mathematics is there.
  document.fonts?.ready.then(mark);
  document.fonts?.addEventListener("loadingdone", mark);
  new MutationObserver(mark).observe(document.querySelector("main"), { childList: true, subtree: true });
})();
