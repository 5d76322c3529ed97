// Moves a question by dragging it, where there is a mouse. The buttons do the same without this.
const list = document.querySelector(".asked[data-move]");
const places = [...(list?.children ?? [])].filter((item) => item.dataset.place);
let held = null;
for (const item of places) {
  item.draggable = true;
  item.addEventListener("dragstart", (event) => {
    held = item;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", item.dataset.place);
  });
  item.addEventListener("dragover", (event) => {
    if (!held || held === item) return;
    event.preventDefault();
    item.classList.add("over");
  });
  item.addEventListener("dragleave", () => item.classList.remove("over"));
  item.addEventListener("dragend", () => (held = null));
  item.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!held || held === item) return;
    const button = document.createElement("button");
    button.name = "do";
    button.value = `move.${held.dataset.place}.${item.dataset.place}`;
    button.hidden = true;
    list.closest("form").append(button);
    button.click();
  });
}
