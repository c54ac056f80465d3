// The crosshair: pointer or arrow keys choose a point, the line above the chart says its values. Without it all is legible.
const dates = JSON.parse(document.getElementById('dates').textContent);

function number(value, data) {
  if (value === null) return 'n/a';
  const digits = {minimumFractionDigits: data.decimals, maximumFractionDigits: data.decimals};
  return value.toLocaleString('en-US', digits).replace('-', '−') + data.unit;
}

function element(name, css, text) {
  const made = document.createElement(name);
  made.className = css;
  made.textContent = text;
  return made;
}

function reading(data, point) {
  return data.series.map(series => {
    const span = element('span', '', '');
    span.append(element('i', 'sw ' + series.css, ''), series.name + ' ', element('b', '', number(series.values[point], data)));
    return span;
  });
}

function edges(svg) {
  const [left, right, width] = svg.dataset.px.split(',').map(Number);
  return {left, right, width};
}

function follow(plot) {
  const id = plot.dataset.for;
  const read = document.getElementById(id + '-read');
  const data = JSON.parse(document.getElementById(id + '-data').textContent);
  const drawings = [...plot.querySelectorAll('svg')];
  const last = dates.length - 1;
  let at = last;

  function show(point, line) {
    at = Math.max(0, Math.min(last, point));
    read.replaceChildren(element('span', 'd', dates[at]), ...reading(data, at));
    plot.setAttribute('aria-valuenow', at);
    plot.setAttribute('aria-valuetext', read.textContent);
    for (const svg of drawings) {
      const {left, right} = edges(svg);
      const hair = svg.querySelector('.xh');
      hair.style.transform = `translateX(${left + at / last * (right - left)}px)`;
      hair.style.opacity = line ? 0.5 : 0;
    }
  }

  plot.addEventListener('pointermove', event => {
    const svg = drawings.find(drawing => drawing.getBoundingClientRect().width > 0);
    const box = svg.getBoundingClientRect();
    const {left, right, width} = edges(svg);
    const x = (event.clientX - box.left) / box.width * width;
    show(Math.round((x - left) / (right - left) * last), true);
  });
  plot.addEventListener('pointerleave', () => show(last, false));
  plot.addEventListener('blur', () => show(last, false));
  plot.addEventListener('keydown', event => {
    const steps = {ArrowLeft: -1, ArrowRight: 1, PageUp: 30, PageDown: -30, Home: -last, End: last};
    if (event.key in steps) {
      event.preventDefault();
      show(at + steps[event.key], true);
    }
  });
}

document.querySelectorAll('.plot').forEach(follow);
