/* Decides how the brief is drawn and edited in place; refuses to know what belongs in it.
   `element`, `trigger`, `props` and `watch` come from gr.HTML. Everything is set as text, so nothing written here runs. */
const { make, say } = window.askwell;
const words = props.words;
const root = element.querySelector(".brief-fields");
let shown = "";

const tidy = (text) => text.replace(/\s*\n\s*/g, " ").trim();
const boxesOf = (section) => [...section.querySelectorAll("textarea")];
const textOf = (section) => boxesOf(section).map((box) => tidy(box.value)).filter(Boolean).join("\n");

function grow(box) {
  box.style.height = "auto";
  box.style.height = box.scrollHeight + "px";
}

function save(section) {
  const text = textOf(section);
  if (text !== section.dataset.saved) trigger("edit", { field: section.dataset.field, text });
}

function settle(section) {
  save(section);
  if (textOf(section) === section.dataset.saved) fill(section, fieldOf(section.dataset.field));
}

function fieldOf(name) {
  return props.value.fields.find((field) => field.name === name);
}

function origin(line) {
  if (!line.turn) return make("span", { class: "origin" }, words.EDITED);
  return make(
    "button",
    { class: "origin", type: "button", title: say(words.FROM_HINT, { n: line.turn }), onclick: () => askwell.showMessage(line.turn) },
    say(line.edited ? words.EDITED_FROM : words.FROM, { n: line.turn }),
  );
}

function row(section, field, line, number) {
  const box = make("textarea", { rows: 1, spellcheck: "true", "aria-label": say(words.LINE, { field: field.label, n: number }) });
  box.value = line.text;
  box.addEventListener("input", () => grow(box));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); box.blur(); }
    if (event.key === "Escape") { box.value = line.text; box.blur(); }
  });
  const made = make("li", {}, box);
  const remove = make("button", { class: "remove", type: "button", title: say(words.REMOVE, { field: field.label }),
    "aria-label": say(words.REMOVE, { field: field.label }),
    onclick: () => { made.remove(); save(section); section.querySelector(".add").focus(); } }, "×");
  made.append(make("div", { class: "about" }, line.text ? origin(line) : null, remove));
  return made;
}

function add(section, field) {
  const list = section.querySelector("ul");
  const made = row(section, field, { text: "", edited: true }, list.children.length + 1);
  section.classList.remove("empty");
  list.append(made);
  made.querySelector("textarea").focus();
}

function fill(section, field) {
  const key = "brief-" + field.name;
  section.classList.toggle("empty", field.lines.length === 0);
  section.dataset.saved = field.lines.map((line) => tidy(line.text)).join("\n");
  section.dataset.drawn = JSON.stringify(field.lines);
  const list = make("ul", { "aria-labelledby": key }, ...field.lines.map((line, i) => row(section, field, line, i + 1)));
  const label = say(words.ADD_TO, { field: field.label });
  section.replaceChildren(
    make("h3", { id: key }, field.label),
    make("span", { class: "nothing" }, words.EMPTY),
    make("button", { class: "add", type: "button", title: label, "aria-label": label, onclick: () => add(section, field) }, "+"),
    list,
  );
  boxesOf(section).forEach(grow);
}

function sectionFor(field) {
  const section = make("section", { class: "field " + field.name, "data-field": field.name });
  section.addEventListener("focusout", (event) => {
    if (event.target.tagName !== "TEXTAREA") return;
    if (section.contains(event.relatedTarget)) save(section);
    else settle(section);
  });
  return section;
}

function draw() {
  const value = props.value;
  if (!value) return;
  const other = Boolean(shown) && shown !== value.conversation;
  shown = value.conversation;
  for (const field of value.fields) {
    let section = root.querySelector(`[data-field="${field.name}"]`);
    if (!section) root.append((section = sectionFor(field)));
    const busy = section.contains(document.activeElement) && document.activeElement.tagName === "TEXTAREA";
    if (busy && !other) { section.dataset.saved = field.lines.map((line) => tidy(line.text)).join("\n"); continue; }
    if (section.dataset.drawn !== JSON.stringify(field.lines) || textOf(section) !== section.dataset.saved) fill(section, field);
  }
  drawLinks(value);
}

function drawLinks(value) {
  const links = element.querySelector(".brief-links");
  const some = value.conversation && value.fields.some((field) => field.lines.length);
  const address = "/brief/" + encodeURIComponent(value.conversation);
  links.replaceChildren(...(some ? [
    make("a", { href: address + ".md", download: words.FILE_NAME, title: words.MARKDOWN_HINT }, words.MARKDOWN),
    make("a", { href: address, target: "_blank", rel: "noopener", title: words.PRINT_HINT }, words.PRINT),
  ] : []));
}

draw();
watch("value", draw);
new ResizeObserver(() => root.querySelectorAll("textarea").forEach(grow)).observe(root);
