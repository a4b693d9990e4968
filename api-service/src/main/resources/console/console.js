/* What pages do beyond HTML: times in the reader's zone, keys, copying. Without it every page and every form works. */
"use strict";

const format = new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

for (const time of document.querySelectorAll("time[datetime]")) {
    time.textContent = format.format(new Date(time.dateTime)).replace(",", "");
}
for (const zone of document.querySelectorAll("[data-zone]")) {
    zone.textContent = format.resolvedOptions().timeZone;
}

/* Copying needs a secure context; the button shows only where it works. */
for (const button of document.querySelectorAll("[data-copy]")) {
    if (navigator.clipboard) {
        button.hidden = false;
        button.addEventListener("click", async () => {
            await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
            button.textContent = "Copied";
        });
    }
}

/* / finds, j and k walk the rows, Enter opens one. */
const rows = [...document.querySelectorAll("tbody tr")].filter((row) => row.querySelector("a"));
let at = -1;

function walk(step) {
    if (rows.length > 0) {
        rows[at]?.removeAttribute("data-at");
        at = Math.min(Math.max(at + step, 0), rows.length - 1);
        rows[at].setAttribute("data-at", "");
        rows[at].querySelector("a").focus();
    }
}

document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (event.key === "/") {
        event.preventDefault();
        document.querySelector("[data-find]")?.focus();
    } else if (event.key === "j") {
        walk(1);
    } else if (event.key === "k") {
        walk(-1);
    }
});
