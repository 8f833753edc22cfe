// Cards: copy a question, or hand it to the draft box. Decides no words: they stand in data attributes.
const plain = (text) => {
  const box = document.createElement("textarea");
  box.value = text;
  box.style.position = "fixed";
  document.body.append(box);
  box.select();
  const done = document.execCommand("copy");  // the clipboard API is missing outside https and localhost
  box.remove();
  return done ? Promise.resolve() : Promise.reject(new Error("copy"));
};
const copy = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text).catch(() => plain(text)) : plain(text));

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const words = button.closest(".card").querySelector(".ask").textContent;
  if (button.dataset.do === "take") {
    trigger("select", { text: words });
    document.querySelector("#" + button.closest("[data-box]").dataset.box + " textarea")?.focus();
    return;
  }
  const said = button.closest("[data-copied]");
  const status = element.querySelector("[data-part=say]");
  const back = () => { button.textContent = said.dataset.copy; status.textContent = ""; };
  copy(words)
    .then(() => said.dataset.copied, () => said.dataset.failed)
    .then((line) => { button.textContent = line; status.textContent = line; setTimeout(back, 2500); button.focus(); });
});
