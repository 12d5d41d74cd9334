"use strict";
const dialog = document.getElementById("decide");
const form = dialog.querySelector("form");
const page = document.getElementById("page");
const spec = document.getElementById("spec");
const open = ["unplaced", "doubtful", "contradicting"];

function decide(button) {
  dialog.querySelector("h2").textContent = button.getAttribute("aria-label");
  for (const name of ["line", "call", "side", "method"]) form.elements[name].value = button.dataset[name];
  for (const label of form.querySelectorAll("label")) label.hidden = label.dataset.for !== button.dataset.kind;
  dialog.showModal();
}

function show(list, line) {
  for (const each of document.querySelectorAll(".here")) each.classList.remove("here");
  const found = list.querySelectorAll(`[data-line="${CSS.escape(line)}"]`);
  for (const each of found) each.classList.add("here");
  if (found.length) found[0].scrollIntoView({ block: "center" });
}

function toDecide() {
  return [...page.querySelectorAll("button.block:not(.decided)")].filter((button) => {
    return open.includes(button.closest("li").dataset.state);
  });
}

function go(step) {
  const found = toDecide();
  if (!found.length) return;
  const at = found.indexOf(document.activeElement);
  const next = found[at < 0 ? (step > 0 ? 0 : found.length - 1) : (at + step + found.length) % found.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
}

page.addEventListener("click", (event) => {
  const button = event.target.closest("button.block");
  if (button) decide(button);
  else if (event.target.closest("li")) show(spec, event.target.closest("li").dataset.line);
});
spec.addEventListener("click", (event) => {
  const line = event.target.closest("li[data-line]");
  if (line) show(page, line.dataset.line);
});
document.getElementById("close").addEventListener("click", () => dialog.close());
document.getElementById("next").addEventListener("click", () => go(1));
document.addEventListener("keydown", (event) => {
  if (dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") go(1);
  else if (event.key === "p") go(-1);
});

const at = new URLSearchParams(location.search).get("at");
if (at) {
  const button = page.querySelector(`button[data-line="${CSS.escape(at)}"]`);
  if (button) button.focus();
}
