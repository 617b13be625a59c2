// Dark or light before the first paint: as the system says, or as somebody chose here.
const chosen = localStorage.getItem("briefgen-theme");
if (chosen) document.documentElement.dataset.theme = chosen;

document.addEventListener("click", (event) => {
  if (event.target.closest("#theme")) toggleTheme();
});

function toggleTheme() {
  const now = document.documentElement.dataset.theme
    ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("briefgen-theme", next);
}
