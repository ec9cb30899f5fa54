// Exercises and quizzes, graded on the page, and what the reader has done, kept in the browser.
const Progress = (() => {
  // The tool's own format, so that `descent progress import` takes what a page saved and back.
  // Two courses of one host are apart by their title or id and by their place; progress was once kept
  // without the place and is taken over from there.
  const place = new URL(page.root || ".", location.href).pathname;
  const older = `descent.progress.${page.course}`, key = `${older}.${place}`;
  const namesKey = `descent.names.${page.course}.${place}`;
  const { lesson, name } = document.querySelector("main[data-lesson]")?.dataset ?? {};
  const kept = (place) => { try { return JSON.parse(localStorage.getItem(place)); } catch { return null; } };
  const keep = (place, value) => {
    try { localStorage.setItem(place, JSON.stringify(value)); } catch { /* not kept */ }
  };
  const stored = kept(key) ?? kept(older);
  let record = stored?.version === 1 && stored.lessons ? stored : { version: 1, lessons: {} };
  const entry = () => record.lessons[lesson] ??= {
    position: "", steps: [], exercises: [], quizzes: [], finished: false,
  };
  // Lists of lessons know their files, progress knows their ids.
  const names = kept(namesKey) ?? {};
  for (const { dataset } of document.querySelectorAll("[data-lesson][data-name]")) names[dataset.name] = dataset.lesson;
  keep(namesKey, names);
  return {
    lesson,
    has: (kind, item) => record.lessons[lesson]?.[kind]?.includes(item) ?? false,
    add(kind, item) {
      if (!lesson) return;  // a page that is no lesson
      const done = entry()[kind];
      if (!done.includes(item)) { done.push(item); keep(key, record); }
    },
    isFinished: (file = name) => record.lessons[names[file]]?.finished ?? false,
    finish(value) { entry().finished = value; keep(key, record); },
    text: () => JSON.stringify(record, null, 2) + "\n",
    replace(text) {
      const read = JSON.parse(text);
      if (read?.version !== 1 || typeof read.lessons !== "object") throw new Error("not a progress file");
      record = read;
      keep(key, record);
    },
  };
})();

// What a lesson says after the answer.
const reveal = (node) => node.querySelectorAll("details.closing").forEach((details) => { details.open = true; });

document.querySelectorAll(".exercise").forEach((node) => {
  const cell = node.querySelector(".cell[data-role=starter]").cell;
  const check = node.querySelector(".cell[data-role=check]")?.cell;
  if (!check || !cell.runButton) return;  // the print page, or a site without an engine
  const verdict = element("p", { class: "verdict", role: "status" });
  cell.node.append(verdict);
  const say = (kind, text) => { verdict.className = "verdict " + kind; verdict.textContent = text; };
  const done = () => { node.classList.add("done"); reveal(node); };
  if (Progress.has("exercises", node.dataset.id)) { done(); say("right", "Done before."); }
  cell.runButton.className = "primary";
  cell.runLabel = cell.runButton.textContent = "Check";
  cell.grade = async (session, answer) => {
    if (answer.error) return say("wrong", "That does not run yet.");
    const graded = await session.check(check.source, cell.source, cell.original);
    if (graded.error) return say("wrong", graded.error.message);
    say("right", graded.countedDigits ? "Right, to the digits you gave." : "Right.");
    done();
    Progress.add("exercises", node.dataset.id);
  };
});

document.querySelectorAll(".quiz").forEach((node) => {
  const done = () => { node.classList.add("done"); reveal(node); Progress.add("quizzes", node.dataset.id); };
  if (Progress.has("quizzes", node.dataset.id)) node.classList.add("done");
  const answer = node.querySelector("details.answer");
  const list = node.querySelector("ul.choices");
  if (list) {
    const several = node.hasAttribute("data-several");
    const choices = [...list.children].map((item) => {
      const button = element("button", { type: "button", "aria-pressed": "false" });
      const reaction = element("p", { class: "reaction", role: "status" });
      button.append(...item.childNodes);
      item.append(button, reaction);
      const text = answer.querySelector(`[data-choice="${item.dataset.choice}"]`)?.innerHTML ?? "";
      return { button, reaction, isRight: item.hasAttribute("data-right"), text };
    });
    const judge = () => {
      for (const { button, reaction, isRight, text } of choices) {
        const isChosen = button.getAttribute("aria-pressed") === "true";
        button.className = isChosen ? (isRight ? "right" : "wrong") : "";
        reaction.className = "reaction " + button.className;
        reaction.innerHTML = isChosen ? `<b>${isRight ? "Right" : "Not this"}.</b> ${text}` : "";
      }
      if (choices.every(({ button, isRight }) => button.className === (isRight ? "right" : ""))) done();
    };
    for (const { button } of choices) {
      button.addEventListener("click", () => {
        const wasPressed = button.getAttribute("aria-pressed") === "true";
        if (!several) for (const other of choices) other.button.setAttribute("aria-pressed", "false");
        button.setAttribute("aria-pressed", String(several ? !wasPressed : true));
        judge();
      });
    }
    answer.hidden = true;
  } else if (node.dataset.answer && page.engine) {
    const input = element("input", {
      type: "text", inputmode: "decimal", "aria-label": "Your answer", autocomplete: "off",
    });
    const reaction = element("p", { class: "reaction", role: "status" });
    const says = {
      none: "A number is wanted, or an expression that has one as its value.",
      right: "<b>Right.</b>", digits: "<b>Right, to the digits you gave.</b>",
      small: "<b>Not yet:</b> more.", large: "<b>Not yet:</b> less.",
    };
    // By the notebook, as the tool does.
    const judge = async () => {
      if (!input.value.trim()) return;
      let session = null;
      try {
        session = await Cells.stateAfter(node.dataset.after);
        const verdict = session.judge(input.value, node.dataset.answer);
        const isRight = verdict === "right" || verdict === "digits";
        reaction.className = "reaction " + (isRight ? "right" : "wrong");
        const text = answer.querySelector("[data-reaction]")?.innerHTML ?? "";
        reaction.innerHTML = says[verdict] + (isRight ? " " + text : "");
        if (isRight) done();
      } catch (error) {
        reaction.className = "reaction wrong";
        reaction.textContent = "The engine could not judge this: " + (error?.message || error);
      } finally { session?.close(); }
    };
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") judge(); });
    const check = element("button", { type: "button", onclick: judge }, "Check");
    answer.before(element("div", { class: "answer-row" }, input, check), reaction);
  }
});
