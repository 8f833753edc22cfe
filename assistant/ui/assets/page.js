/* Decides what the parts of the page share; refuses to know any of them. Loaded in <head> before Gradio starts. */
window.askwell = {
  /* An element with attributes and children; strings become text, never markup. */
  make(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (value !== false && value != null) made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child != null));
    return made;
  },

  /* Words with a {gap}; the filling is text. */
  say(words, gaps) {
    return words.replace(/\{(\w+)\}/g, (whole, name) => (name in gaps ? gaps[name] : whole));
  },

  box() {
    return document.querySelector("#box textarea");
  },

  /* Put words into the message box as if they had been typed there. */
  fill(words) {
    const box = askwell.box();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, words);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return box;
  },

  /* What this window was doing before a reload: its session, and what stood unsent in the box. */
  recall() {
    const draft = sessionStorage.getItem("askwell-draft");
    if (draft && askwell.box() && !askwell.box().value) askwell.fill(draft);
    return [sessionStorage.getItem("askwell-session") || ""];
  },

  /* What stays in the box once a message is kept: whatever was typed while it travelled. */
  restOfBox(sent, box) {
    const { text } = JSON.parse(sent);
    if (document.activeElement === document.body && matchMedia("(hover: hover)").matches) askwell.box().focus();
    const rest = box.startsWith(text) ? box.slice(text.length) : box;
    sessionStorage.setItem("askwell-draft", rest);
    return rest;
  },

  /* A word from the page itself, whichever tab is open. */
  announce(words, role = "alert") {
    let place = document.querySelector("#announcement");
    if (!place) document.body.append((place = askwell.make("div", { id: "announcement" })));
    place.setAttribute("role", role);
    place.textContent = words;
  },

  /* Bring the thinker's n-th message into view and let it glow for a moment. */
  showMessage(n) {
    const message = document.querySelectorAll("#chat .user-row, #chat .message-row.user-row")[n - 1];
    if (!message) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    message.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
    message.setAttribute("tabindex", "-1");
    message.focus({ preventScroll: true });
    message.classList.add("glow");
    setTimeout(() => message.classList.remove("glow"), 2400);
  },
};

document.addEventListener("input", (event) => {
  if (event.target.closest("#box")) sessionStorage.setItem("askwell-draft", event.target.value);
});

/* The invisible joiners that keep typed markup from being read as markup (prepare_events.py) are not copied along. */
const bare = (text) => text.replace(/\u2060/g, "");
if (navigator.clipboard) {
  const write = navigator.clipboard.writeText.bind(navigator.clipboard);
  navigator.clipboard.writeText = (text) => write(bare(text));
}
document.addEventListener("copy", (event) => {
  const chosen = String(getSelection());
  if (!chosen.includes("\u2060") || event.target.matches?.("textarea, input")) return;
  event.clipboardData.setData("text/plain", bare(chosen));
  event.preventDefault();
});

/* Gradio says what breaks in a toast of its own; ours says it in plain words, and the toast stays hidden. */
new MutationObserver((changes) => {
  for (const added of changes.flatMap((change) => [...change.addedNodes])) {
    const toast = added.nodeType === 1 && (added.matches(".toast-body") ? added : added.querySelector(".toast-body"));
    if (toast) askwell.announce(/connect/i.test(toast.textContent) ? askwell.words.LOST : askwell.words.SURPRISE);
  }
}).observe(document.documentElement, { childList: true, subtree: true });
