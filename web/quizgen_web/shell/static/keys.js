// Keys 1 to 9 choose, Enter goes on. All works without. Off by the switch (WCAG 2.1.4).
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const place = document.querySelector(".keys");
  const box = place && place.querySelector("input");
  if (!box) return;
  const show = () => document.documentElement.classList.toggle("with-keys", box.checked);
  try {
    box.checked = localStorage.keys !== "off";
  } catch {} // a browser that keeps nothing has the keys on
  box.addEventListener("change", () => {
    try {
      localStorage.keys = box.checked ? "on" : "off";
    } catch {}
    show();
  });
  place.hidden = false;
  show();
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const typing = target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (!box.checked || typing || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (key >= "1" && key <= "9" && key.length === 1) {
      const wanted = all(".option input, [data-key]")[key - 1];
      if (wanted) wanted.focus(), wanted.click();
    } else if (key === "Enter" && !target.closest("a, button, input, summary")) {
      const onward = all("main .main")[0];
      if (onward) event.preventDefault(), onward.click();
    }
  });
})();
