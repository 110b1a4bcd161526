// Filters that keep their state in the address, the record as of a day, and a copy button. Everything can be read without any of it.
"use strict";

const filters = document.getElementById("filters");
if (filters) {
  const items = [...document.querySelectorAll("#list > li")];
  const shown = document.getElementById("shown");
  const has = (list, word) => !word || list.split(" ").includes(word);
  const fits = (item, wanted) => {
    const { day, end, acts, sides, places, statuses, text } = item.dataset;
    return (!wanted.since || !end || end >= wanted.since) && (!wanted.until || day <= wanted.until)
      && has(acts, wanted.act) && has(sides, wanted.side) && has(places, wanted.place) && has(statuses, wanted.status)
      && (wanted.q || "").toLowerCase().split(/\s+/).every((word) => text.includes(word));
  };
  const apply = () => {
    const wanted = Object.fromEntries([...new FormData(filters)].filter(([, value]) => value));
    let count = 0;
    for (const item of items) {
      item.hidden = !fits(item, wanted);
      count += !item.hidden;
    }
    shown.textContent = count === items.length ? `${count} incidents` : `${count} of ${items.length} incidents`;
    document.getElementById("none").hidden = count > 0;
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  };
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (filters.elements[name]) filters.elements[name].value = value;
  }
  filters.hidden = false;
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(apply));
  apply();
}

const asof = document.getElementById("asof");
if (asof) {
  const cards = [...document.querySelectorAll(".card")];
  const past = JSON.parse(document.getElementById("history").textContent);
  const words = new Map(cards.map((card) => [card, card.querySelector(".verdict")?.innerHTML]));
  const last = asof.elements.on.options.length - 1;
  asof.hidden = false;
  asof.addEventListener("input", () => {
    const day = asof.elements.on.value;
    const now = asof.elements.on.selectedIndex === last;
    let count = 0;
    for (const card of cards) {
      card.hidden = !now && card.dataset.said > day;
      count += card.hidden;
      const verdict = card.querySelector(".verdict");
      if (!verdict) continue;
      const then = (past[card.id] || []).filter(([when]) => when <= day).pop();
      if (now || !then) verdict.innerHTML = words.get(card);
      else verdict.innerHTML = `<span class="status status-${then[1]}">${then[1].replace("-", " ")}</span> <span class="small">as of ${day}</span>`;
    }
    asof.querySelector("output").textContent = count ? `${count} later claim${count === 1 ? "" : "s"} hidden` : "";
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}
