"""The contrast of text on a page."""

# WCAG 2.2 contrast ratio of an element's text to the nearest opaque ground behind it.
CONTRAST = """selector => {
  const channels = colour => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  let element = document.querySelector(selector);
  const ink = light(channels(getComputedStyle(element).color));
  while (element && channels(getComputedStyle(element).backgroundColor)[3] < 255) element = element.parentElement;
  const ground = light(channels(element ? getComputedStyle(element).backgroundColor : "white"));
  return (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
}"""
