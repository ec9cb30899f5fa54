// Cells: an editor, Run, Stop, Reset. A cell runs from the state after the cell before it, which
// runs first if it has not yet; so a page's results never depend on the order of clicks.
const Cells = (() => {
  const all = [];
  let running = null;
  const named = (id) => all.find((cell) => cell.node.id === id) ?? null;
  // A copy of the state after a cell, which runs first where it has not yet; a fresh one without a cell.
  const stateAfter = async (cell, control = {}) => {
    if (cell && !cell.after) await cell.advance(control);
    return cell?.after ? cell.after.copy() : Engine.Session.open();
  };

  class Cell {
    constructor(node) {
      this.node = node;
      this.output = node.querySelector(".output");
      this.pre = node.querySelector(".editor > pre");
      this.original = this.source = this.pre.textContent.replace(/\n$/, "");
      this.originalColours = this.pre.innerHTML;
      this.originalOutput = this.output.innerHTML;
      this.role = node.dataset.role || "example";
      this.after = null;
      // The cell whose state this one starts from, as the tool played them; none meets a fresh notebook.
      this.before = named(node.dataset.after);
      all.push(this);
      if (node.hidden || this.role === "check") return;
      if (this.role !== "skip" && page.engine) this.decorate();
    }

    get isChanged() { return this.source !== this.original; }

    decorate() {
      const editor = this.pre.parentNode;
      this.output.setAttribute("aria-live", "polite");
      if (!this.node.hasAttribute("data-static")) {
        this.area = element("textarea", {
          spellcheck: "false", autocomplete: "off", autocapitalize: "off", rows: 1,
          "aria-label": this.label, oninput: () => this.edited(), onkeydown: (event) => this.key(event),
          onfocus: () => Engine.start().catch(() => {}),
        });
        this.area.value = this.source;
        editor.append(this.area);
      }
      const toggle = () => running?.cell === this ? running.control.stopped = true : this.run();
      this.runButton = element("button", {
        type: "button", class: "run", title: "Run (Shift+Enter)", onclick: toggle,
      }, "Run");
      this.resetButton = element("button", {
        type: "button", class: "quiet", onclick: () => this.reset(), hidden: true,
      }, "Reset");
      this.note = element("span", { class: "note", role: "status" });
      this.bar = element("div", { class: "bar" }, this.runButton, this.resetButton, this.note);
      editor.after(this.bar);
      const sliders = (this.node.dataset.vary || "").split(" ").filter(Boolean);
      for (const words of sliders) this.addSlider(...words.split(":"));
    }

    get label() { return `Cell ${all.filter((cell) => !cell.node.hidden).length}`; }

    edited() {
      this.setSource(this.area.value);
    }

    setSource(source) {
      this.source = source;
      if (this.area && this.area.value !== source) this.area.value = source;
      this.colour();
      this.resetButton.hidden = !this.isChanged;
      this.forget();
    }

    // Words are told apart by the engine, which reads them; until it is there, an edit is plain.
    colour() {
      const html = this.isChanged ? Engine.highlighted(this.source) : this.originalColours;
      if (html === null) this.pre.textContent = this.source + "\n";
      else this.pre.innerHTML = html + "\n";
    }

    key(event) {
      if (event.key === "Enter" && (event.shiftKey || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.run();
      }
    }

    // This cell's state and those that follow from it no longer hold.
    forget() {
      this.after?.close();
      this.after = null;
      for (const cell of all) {
        if (cell.before !== this) continue;
        if (cell.after || cell.shown) cell.node.classList.add("stale");
        if (cell.after) cell.forget();
      }
    }

    // The state this cell starts from.
    base(control) { return stateAfter(this.before, control); }

    async advance(control) {
      const session = await this.base(control);
      if (control.stopped) return session.close();
      const result = await session.run(this.source, control, this.node.id);
      this.after?.close();
      this.after = session;
      if (this.isChanged || this.node.classList.contains("stale")) this.show(result);
      return result;
    }

    async run() {
      if (running) { running.control.stopped = true; await running.done; }
      const control = {};
      const work = this.perform(control);
      const mine = running = { cell: this, control, done: work };
      await work;
      if (running === mine) running = null;
    }

    async perform(control) {
      const timer = setTimeout(() => { this.runButton.textContent = "Stop"; this.note.textContent = "running"; }, 120);
      this.node.setAttribute("aria-busy", "true");
      try {
        if (this.role === "example") this.show(await this.advance(control));
        else await this.attempt(control);
        this.note.textContent = control.stopped ? "stopped" : "";
      } catch (error) {
        for (const cell of all) cell.after = null;
        this.note.textContent = "";
        const words = "The engine could not run this: " + (error?.message || error);
        this.output.replaceChildren(element("p", { class: "error" }, words));
      } finally {
        clearTimeout(timer);
        this.runButton.textContent = this.runLabel ?? "Run";
        this.node.removeAttribute("aria-busy");
      }
    }

    // An exercise's attempt: on a copy, which is thrown away.
    async attempt(control) {
      const session = await this.base(control);
      try {
        const answer = await session.run(this.source, control, this.node.id);
        this.show(answer);
        if (!control.stopped) await this.grade?.(session, answer);
      } finally { session.close(); }
    }

    show(result) {
      if (!result) return;
      this.shown = true;
      this.node.classList.remove("stale");
      this.output.innerHTML = result.html;
    }

    reset() {
      this.setSource(this.original);
      this.output.innerHTML = this.originalOutput;
      this.shown = false;
      this.node.classList.remove("stale");
      this.node.querySelectorAll(".slider input").forEach((input) => input.dispatchEvent(new Event("reset")));
    }

    // `vary=beta:0:0.99`: a slider that rewrites `beta=...` in the cell and runs it.
    addSlider(name, low, high) {
      // The name as the cell writes it: `\b` knows no Greek letters.
      const setting = new RegExp(`((?<![\\p{L}\\p{N}_.])${name}\\s*=\\s*)(-?[\\d.]+(?:[eE][-+]?\\d+)?)`, "gu");
      const found = setting.exec(this.source);
      if (!found) return;
      const isLog = low > 0 && high / low >= 100;
      const from = isLog ? Math.log10 : Number, to = isLog ? (x) => 10 ** x : Number;
      const shown = element("output", {}, found[2]);
      const input = element("input", {
        type: "range", min: from(low), max: from(high), step: (from(high) - from(low)) / 100, value: from(found[2]),
        onreset: () => { input.value = from(found[2]); shown.value = found[2]; },
        oninput: () => {
          const value = String(Number(to(input.value).toPrecision(3)));
          shown.value = value;
          this.setSource(this.source.replace(setting, `$1${value}`));
          clearTimeout(this.soon);
          this.soon = setTimeout(() => this.run(), 30);
        },
      });
      this.bar.before(element("label", { class: "slider" }, name, input, shown));
    }
  }

  document.querySelectorAll(".cell").forEach((node) => { node.cell = new Cell(node); });
  document.addEventListener("engine", () => all.filter((cell) => cell.isChanged).forEach((cell) => cell.colour()));
  return { all, stateAfter: (id) => stateAfter(named(id)) };
})();
