/* Decides how the line above the conversation works: which session this is, earlier ones, starting over, deleting. */
const { make, say } = window.askwell;
const words = props.words;
const root = element.querySelector(".bar");
let open = "";

function show(what) {
  open = open === what ? "" : what;
  draw();
}

function tool(name, label, onclick, more = {}) {
  return make("button", { type: "button", class: "tool " + name, onclick, ...more }, label);
}

function panel() {
  if (open === "sure") return sure();
  if (open === "earlier") return earlier();
  return null;
}

function sure() {
  const yes = tool("yes", words.YES, () => { open = ""; trigger("forget_session"); });
  const no = tool("no", words.NO, () => { show("sure"); root.querySelector(".delete").focus(); });
  return make("div", { class: "panel sure", role: "group", "aria-label": words.DELETE_LONG }, make("p", {}, words.SURE), yes, no);
}

function earlier() {
  const list = (props.value.sessions || []).map((session) => make("li", {},
    make("button", { type: "button", "aria-current": session.id === props.value.conversation ? "true" : false,
      onclick: () => { open = ""; draw(); trigger("open_session", { id: session.id }); } },
      make("span", { class: "opening" }, session.opening),
      make("span", { class: "when" }, when(session)))));
  const inside = list.length ? make("ul", {}, ...list) : make("p", {}, words.NONE);
  return make("div", { class: "panel earlier", role: "group", "aria-label": words.EARLIER }, inside);
}

function when(session) {
  const at = new Date(session.at).toLocaleString(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  const turns = session.turns === 1 ? words.ONE_TURN : say(words.TURNS, { n: session.turns });
  return [at, turns, session.id === props.value.conversation ? words.HERE : ""].filter(Boolean).join(" · ");
}

/* A redraw replaces the button that has the focus; give it to its successor. */
function draw() {
  const held = root.contains(document.activeElement) ? document.activeElement.className : null;
  drawAll();
  if (held === null) return;
  const heir = held && root.querySelector("." + held.trim().split(/\s+/).join("."));
  (heir || root.querySelector("button")).focus();
}

function drawAll() {
  const value = props.value || { sessions: [] };
  const started = Boolean(value.conversation);
  root.replaceChildren(
    make("p", { class: "title", title: value.title }, value.title || words.NEW),
    make("a", { class: "tool to-brief", href: "#brief" }, words.BRIEF),
    tool("earlier", words.EARLIER_SHORT, () => show("earlier"), { "aria-expanded": String(open === "earlier"), "aria-label": words.EARLIER }),
    started ? tool("again", words.START_OVER, () => { open = ""; draw(); trigger("start_over"); }) : "",
    started ? tool("delete", words.DELETE, () => { show("sure"); root.querySelector(".no")?.focus(); },
      { "aria-expanded": String(open === "sure"), "aria-label": words.DELETE_LONG, title: words.DELETE_LONG }) : "",
    panel() || "",
  );
}

element.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !open) return;
  const back = open === "sure" ? ".delete" : ".tool.earlier";
  open = "";
  draw();
  root.querySelector(back).focus();
});
document.addEventListener("pointerdown", (event) => {
  if (open && !element.contains(event.target)) { open = ""; draw(); }
});
draw();
watch("value", draw);
