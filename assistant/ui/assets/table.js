// A table that sorts by its headings, and its export: the file is made here, from what the page already holds.
const order = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true, sensitivity: "base" });
const say = (line) => { element.querySelector("[data-part=say]").textContent = line; };

function sort(heading) {
  const up = heading.getAttribute("aria-sort") !== "ascending";
  const body = element.querySelector("tbody"), place = [...heading.parentNode.children].indexOf(heading);
  const words = (row) => row.children[place].textContent;
  const rows = [...body.rows].sort((one, other) => (up ? 1 : -1) * order.compare(words(one), words(other)));
  heading.parentNode.querySelectorAll("th").forEach((other) => other.setAttribute("aria-sort", "none"));
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  body.append(...rows);
  const table = element.querySelector("table").dataset;
  say((up ? table.up : table.down).replace("{column}", heading.dataset.column));
}

function download({ csv, file, done }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + csv], { type: "text/csv;charset=utf-8" }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(done);
}

element.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.do === "sort") sort(button.closest("th"));
  if (button?.dataset.do === "export") download(button.dataset);
});
