// An article is dropped, its draft is looked at and saved.

const drop = document.querySelector("#drop");
const saving = document.querySelector("#saving");
const refusals = document.querySelector("#refusals");
const key = document.body.dataset.key;

async function send(address, body) {
  document.body.classList.add("busy");
  refusals.replaceChildren();
  try {
    const answer = await fetch(address, { method: "POST", body, headers: { "x-briefgen-key": key } });
    const told = await answer.json().catch(() => ({ refused: [`The preview answers ${answer.status}`] }));
    if (told.go) location.assign(told.go);
    else refuse(told.refused);
  } catch (error) {
    refuse([`The preview does not answer: ${error.message}`]);
  } finally {
    document.body.classList.remove("busy");
  }
}

function refuse(reasons) {
  refusals.replaceChildren(...reasons.map((reason) => {
    const line = document.createElement("p");
    line.textContent = reason;
    return line;
  }));
}

function take(file) {
  if (file) send(`draft?name=${encodeURIComponent(file.name)}`, file);
}

if (drop) {
  document.querySelector("#file").addEventListener("change", (event) => take(event.target.files[0]));
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    });
  }
  document.addEventListener("drop", (event) => take(event.dataTransfer.files[0]));
}

saving?.addEventListener("submit", (event) => {
  event.preventDefault();
  send(`save?draft=${saving.dataset.draft}`, new URLSearchParams(new FormData(saving)));
});
