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

  // When the server is gone Gradio never comes back by itself: say so, wait, and load again.
  // What was being typed, or asked without an answer yet, is put back into the box afterwards.
  const DRAFT = "zhengwen-draft";
  let lost = false;
  const alive = async () => {
    try {
      return (await fetch("/readyz", { cache: "no-store", signal: AbortSignal.timeout(4000) })).ok;
    } catch {
      return false;
    }
  };
  const say = () => {
    if (lost) return;
    lost = true;
    const words = "与服务器的连接已断开，正在重新连接。屏幕上的答复是断开前的；恢复后本页自动刷新，本次通话的问答会保留。";
    const notice = Object.assign(document.createElement("p"), { id: "lost", textContent: words });
    notice.setAttribute("role", "alert");
    document.body.append(notice);
    document.documentElement.classList.add("is-lost");
  };
  const look = async () => {
    const there = await alive();
    if (!there) say();
    else if (lost) {
      const pending = document.querySelector("#current .working") ? document.querySelector("#current .asked")?.lastChild?.textContent : "";
      const draft = document.querySelector("#question textarea")?.value || pending || "";
      sessionStorage.setItem(DRAFT, draft);
      location.reload();
      return;
    }
    setTimeout(look, lost ? 1000 : 5000);
  };
  setTimeout(look, 5000);
  new MutationObserver(() => {
    if (!lost && document.querySelector(".toast-wrap")?.textContent.includes("Connection to the server was lost")) say();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
  const putBack = () => {
    const draft = sessionStorage.getItem(DRAFT);
    const box = document.querySelector("#question textarea");
    if (!draft) return;
    if (!box) return void setTimeout(putBack, 200);
    sessionStorage.removeItem(DRAFT);
    box.value = draft;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  putBack();

  // A new question brings the top of the page, where its answer will stand, back into view.
  let asked = "";
  new MutationObserver(() => {
    const now = document.querySelector("#current .asked")?.textContent ?? "";
    if (now && now !== asked) window.scrollTo({ top: 0, behavior: "smooth" });
    asked = now;
  }).observe(document.body, { childList: true, subtree: true });
})();
