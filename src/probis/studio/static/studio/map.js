// The picture on a page: zoom, and arrows that follow the flow. The Tab key walks the boxes in the order of reading,
// with this file and without it.
(function () {
  "use strict";

  function zoom(box, svg) {
    var group = box.querySelector(".zoom");
    var fit = group.querySelector('[data-zoom="fit"]');
    var real = group.querySelector('[data-zoom="real"]');
    var natural = svg.viewBox.baseVal.width * 4 / 3; // points to CSS pixels
    var factor = 0; // 0: as wide as the page
    function show(next) {
      factor = next === 0 ? 0 : Math.min(4, Math.max(0.25, next));
      svg.classList.toggle("is-zoomed", factor !== 0);
      svg.style.width = factor === 0 ? "" : Math.round(natural * factor) + "px";
      fit.setAttribute("aria-pressed", String(factor === 0));
      real.setAttribute("aria-pressed", String(Math.abs(factor - 1) < 0.01));
    }
    function now() {
      return factor || svg.getBoundingClientRect().width / natural;
    }
    group.addEventListener("click", function (event) {
      var kind = event.target.closest("button").dataset.zoom;
      show(kind === "fit" ? 0 : kind === "real" ? 1 : now() * (kind === "in" ? 1.25 : 0.8));
    });
    group.hidden = false;
  }

  function walk(box, svg) {
    var stops = Array.from(svg.querySelectorAll("a[href], [tabindex]"));
    if (!stops.length) return;
    var byRef = new Map();
    stops.forEach(function (stop) { if (stop.dataset.ref) byRef.set(stop.dataset.ref, stop); });
    var next = new Map(), before = new Map();
    if (box.hasAttribute("data-flow")) {
      document.querySelectorAll("tr[data-next]").forEach(function (row) {
        row.dataset.next.split(" ").forEach(function (ref) {
          var from = byRef.get(row.id), to = byRef.get(ref);
          if (!from || !to) return;
          if (!next.has(from)) next.set(from, to);
          if (!before.has(to)) before.set(to, from);
        });
      });
    }
    var current = stops[0];
    function go(stop) {
      if (!stop) return;
      current = stop;
      current.focus();
      current.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    svg.addEventListener("focusin", function (event) {
      var stop = event.target.closest("a[href], [tabindex]");
      if (stop && stops.indexOf(stop) >= 0) current = stop;
    });
    svg.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      var at = stops.indexOf(current);
      var to = {
        ArrowRight: next.get(current) || stops[at + 1],
        ArrowLeft: before.get(current) || stops[at - 1],
        ArrowDown: stops[at + 1],
        ArrowUp: stops[at - 1],
        Home: stops[0],
        End: stops[stops.length - 1]
      };
      if (!Object.prototype.hasOwnProperty.call(to, event.key)) return;
      event.preventDefault();
      go(to[event.key]);
    });
  }

  document.querySelectorAll(".map-box").forEach(function (box) {
    var drawings = box.querySelectorAll("svg.probis");
    if (drawings.length === 1) zoom(box, drawings[0]);
    drawings.forEach(function (svg) { walk(box, svg); });
  });
})();
