// What the console does in the browser alone: copying, jumping to a source, and the input method.
"use strict";
(() => {
  document.documentElement.lang = "zh-CN";

  const copy = async (text) => {
    // The clipboard interface exists only over HTTPS and on localhost; inside an office
    // network the page is often plain HTTP.
    if (window.isSecureContext && navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.style.cssText = "position:fixed;opacity:0";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  const jump = (marker) => {
    const source = document.getElementById(`source-${marker}`)?.closest(".source");
    if (!source) return;
    const quote = source.querySelector(`mark[data-marker="${marker}"]`) ?? source;
    quote.scrollIntoView({ block: "center", behavior: "smooth" });
    source.classList.remove("flash");
    void source.offsetWidth; // restarts the animation
    source.classList.add("flash");
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      await copy(button.dataset.copy);
      const words = (button.dataset.words ??= button.textContent);
      button.textContent = "已复制";
      setTimeout(() => (button.textContent = words), 1500);
    }
    const marker = event.target.closest("a[data-marker]");
    if (marker) {
      event.preventDefault();
      jump(marker.dataset.marker);
    }
  });

  // Enter that picks a candidate of the Chinese input method must not send the question.
  for (const type of ["keydown", "keypress"]) {
    document.addEventListener(
      type,
      (event) => {
        if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) {
          event.stopImmediatePropagation();
          if (type === "keypress") event.preventDefault(); // or it would break the line
        }
      },
      true,
    );
  }

  // "/" puts the cursor into the question box from anywhere.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    document.querySelector("#question textarea, #question input")?.focus();
  });

  // A new question brings the top of the page, where its answer will stand, back into view.
  let asked = "";
  new MutationObserver(() => {
    const now = document.querySelector("#current .asked")?.textContent ?? "";
    if (now && now !== asked) window.scrollTo({ top: 0, behavior: "smooth" });
    asked = now;
  }).observe(document.body, { childList: true, subtree: true });
})();
