// Opens each EPUB that is named in epub.js, in a browser without a window, and
// turns its pages to the end. For each it prints a line of JSON: the parts of
// the reading order that were seen, those that there are, and the pages.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [modules, ...books] = process.argv.slice(2);
const require = createRequire(path.join(modules, "none.js"));
const browser = await require("puppeteer-core").launch({
  executablePath: process.env.PUPPETEER_EXECUTABLE_PATH,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  headless: true,
});
for (const book of books) {
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await page.setContent('<div id="area" style="width:600px;height:800px"></div>');
  await page.addScriptTag({ path: path.join(modules, "node_modules/jszip/dist/jszip.min.js") });
  await page.addScriptTag({ path: path.join(modules, "node_modules/epubjs/dist/epub.min.js") });
  const data = readFileSync(book).toString("base64");
  const seen = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    const book = ePub(bytes.buffer);
    const view = book.renderTo("area", { width: 600, height: 800, flow: "paginated", spread: "none" });
    await book.loaded.navigation;
    await view.display();
    const parts = book.spine.spineItems.filter((i) => i.linear);
    const result = { parts: parts.map((i) => i.href), seen: [], pages: 0, contents: book.navigation.toc.length, list: (book.pageList?.pages ?? []).length };
    for (let last = ""; result.pages < 5000; result.pages++) {
      const at = view.currentLocation().start;
      if (!result.seen.includes(at.href)) result.seen.push(at.href);
      if (at.cfi === last) break;
      last = at.cfi;
      await view.next();
      await new Promise((done) => setTimeout(done, 30));
    }
    return result;
  }, data);
  seen.errors = errors;
  console.log(JSON.stringify({ book, ...seen }));
  await page.close();
}
await browser.close();
