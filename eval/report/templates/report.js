(() => {
  const form = document.getElementById("filters");
  const cases = [...document.querySelectorAll(".case")];
  const tally = document.getElementById("tally");
  const texts = new Map(cases.map((one) => [one, one.textContent.toLowerCase()]));

  const show = () => {
    const { state, kind, metric, words } = Object.fromEntries(new FormData(form));
    const wanted = words.trim().toLowerCase();
    let count = 0;
    for (const one of cases) {
      const fits =
        (state === "all" || one.classList.contains(state === "failed" ? "wrong" : "right")) &&
        (!kind || one.dataset.kind === kind) &&
        (!metric || one.dataset.low.split(" ").includes(metric)) &&
        (!wanted || texts.get(one).includes(wanted));
      one.hidden = !fits;
      count += fits;
    }
    tally.textContent = `显示 ${count} 例，共 ${cases.length} 例`;
  };

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("types").addEventListener("click", (event) => {
    const cell = event.target.closest("button[data-metric]");
    if (!cell) return;
    form.elements.state.value = "all";
    form.elements.kind.value = cell.dataset.kind;
    form.elements.metric.value = cell.dataset.metric;
    form.elements.words.value = "";
    show();
    document.getElementById("cases").scrollIntoView({ behavior: "smooth" });
  });

  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.getElementById("theme").addEventListener("click", () => {
    const now = root.dataset.theme ?? (dark.matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
  });
  show();
})();
