// Shows in the contents which article is being read; the page works without it.
"use strict";
(() => {
  const links = new Map();
  for (const link of document.querySelectorAll(".toc a")) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const show = (id) => {
    for (const link of links.values()) link.removeAttribute("aria-current");
    const link = links.get(id);
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const box = link.closest(".toc");
    const top = link.offsetTop - box.clientHeight / 2;
    if (Math.abs(box.scrollTop - top) > box.clientHeight / 3) box.scrollTop = top;
  };
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) if (entry.isIntersecting) show(entry.target.id);
    },
    { rootMargin: "-15% 0px -75% 0px" },
  );
  for (const section of document.querySelectorAll(".article")) watcher.observe(section);
  for (const fold of document.querySelectorAll(".toc-fold a")) {
    fold.addEventListener("click", () => (fold.closest("details").open = false));
  }
  if (!location.hash) document.querySelector(".policy-text mark")?.scrollIntoView({ block: "center" });
})();
