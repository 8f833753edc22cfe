// A CSV file is read here, in the browser, and put into the box; nothing is uploaded.
const TOO_MUCH = 4;  // bytes a character, at most
const fill = (line, name) => line.replace("{name}", () => name);

function decoded(bytes) {
  const head = new Uint8Array(bytes.slice(0, 2));
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);  // what spreadsheets write without asking
  }
}

function put(text) {
  const box = document.querySelector("#sharpen-rows textarea");
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

element.addEventListener("change", async (event) => {
  const file = event.target.files?.[0];
  if (!file) return;
  const words = element.querySelector(".file").dataset, say = element.querySelector("[data-part=say]");
  const most = Number(words.most);
  try {
    const text = file.size > most * TOO_MUCH ? null : decoded(await file.arrayBuffer());
    if (text === null || text.length > most) say.textContent = fill(words.long, file.name);
    else if (text.includes("\0")) say.textContent = fill(words.failed, file.name);
    else { put(text); say.textContent = fill(words.read, file.name); }
  } catch {
    say.textContent = fill(words.failed, file.name);
  }
  event.target.value = "";  // the same file can be chosen again
});
