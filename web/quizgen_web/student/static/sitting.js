// What a browser can add: keys, a voice, the time zone. All works without.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  // Where the day ends: the browser knows, so nobody is asked.
  const form = document.querySelector("main form.card");
  if (form) {
    const value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "zone", value }));
  }

  const speak = document.querySelector(".speak");
  if (speak && "speechSynthesis" in window) {
    speak.hidden = false;
    speak.addEventListener("click", () => {
      if (speechSynthesis.speaking) return speechSynthesis.cancel();
      for (const part of all("main h1, .prompt, .option span:not([aria-hidden]), .rows p, div.why p")) {
        const said = new SpeechSynthesisUtterance(part.textContent);
        said.lang = part.closest("[lang]").lang;
        speechSynthesis.speak(said);
      }
    });
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  // Keys 1 to 9 choose, Enter goes on. Off by the switch (WCAG 2.1.4).
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
