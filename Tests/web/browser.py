"""The site in a real browser: under a sub-path and from the disk, with scripts and without, in
light and dark, wide and narrow.

    apt-get install chromium && pip install playwright axe-playwright-python
    python3 Tests/web/browser.py [_site] [--tool .build/debug/descent] [--shots FOLDER]
"""

import argparse
import functools
import gzip
import http.server
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

PREFIX = "/course/"
PAGE_LIMIT = 36 * 1024  # gzipped, without font and engine; the longest lessons have a dozen pictures


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {"": "application/octet-stream", ".html": "text/html", ".css": "text/css",
                      ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml",
                      ".woff2": "font/woff2"}

    def translate_path(self, path):
        return super().translate_path(path[len(PREFIX) - 1:] if path.startswith(PREFIX) else "/none")

    def log_message(self, *_):
        pass


class Tests:
    def __init__(self, site, browser, address, shots, tool):
        self.site, self.browser, self.address, self.shots, self.tool = site, browser, address, shots, tool
        # A page under an old name leads on to the new one and has nothing else to look at.
        self.pages = sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html")
                            if "http-equiv=\"refresh\"" not in p.read_text())
        self.lessons = [p for p in self.pages if '<body class="lesson">' in (site / p).read_text()]
        self.failures = []

    def expect(self, holds, what):
        if not holds:
            self.failures.append(what)
            print("  FAILED:", what)

    def open(self, name, *, files=False, **context):
        page = self.browser.new_context(**context).new_page()
        page.errors = []
        page.on("console", lambda m: page.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: page.errors.append(str(e)))
        page.on("request", lambda r: page.errors.append("asks another host: " + r.url)
                if not r.url.startswith(("file:", self.address, "data:", "blob:")) else None)
        page.goto(f"file://{self.site}/{name}" if files else self.address + name)
        return page

    def close(self, page, what):
        self.expect(not page.errors, f"{what}: console is silent, but {page.errors[:3]}")
        page.context.close()

    def without_scripts(self):
        """every page is whole without JavaScript"""
        for name in self.pages:
            page = self.open(name, java_script_enabled=False)
            self.expect(page.locator("h1").count() == 1, f"{name}: one h1")
            self.expect(page.locator("button").count() == 0, f"{name}: no dead buttons")
            self.expect(page.locator("main").inner_text().strip() != "", f"{name}: text")
            for cell in page.locator(".cell:not([hidden])").all():
                if cell.get_attribute("data-role") in (None,):
                    self.expect(cell.locator(".editor pre").text_content().strip() != "", f"{name}: cell has text")
            self.close(page, name)

    def accessibility(self):
        """no violation of axe's rules, no sideways scrolling on a phone, in light and dark"""
        for name in self.pages:
            for scheme in ("light", "dark"):
                for width in (320, 1200):
                    page = self.open(name, color_scheme=scheme, viewport={"width": width, "height": 900})
                    page.wait_for_timeout(50)
                    where = f"{name} {scheme} {width}"
                    for violation in Axe().run(page).response["violations"]:
                        node = violation["nodes"][0]
                        self.expect(False, f"{where}: {violation['id']}: {violation['help']}: {node['html'][:160]}")
                    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    self.expect(overflow <= 0, f"{where}: {overflow} px too wide")
                    if self.shots:
                        page.screenshot(path=f"{self.shots}/{name[:-5]}-{scheme}-{width}.png", full_page=width == 1200)
                    self.close(page, where)

    def headings(self):
        """no level of heading is skipped, no id is given twice, every anchor leads somewhere"""
        for name in self.pages:
            page = self.open(name)
            levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
            main = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].map(h => +h.tagName[1])")
            self.expect(levels.count(1) == 1, f"{name}: one h1")
            self.expect(all(b <= a + 1 for a, b in zip(main, main[1:])), f"{name}: levels {main}")
            twice = page.evaluate("(all => all.filter((id, i) => all.indexOf(id) != i))([...document.querySelectorAll('[id]')].map(e => e.id))")
            self.expect(not twice, f"{name}: ids given twice: {twice[:5]}")
            lost = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(h => !document.getElementById(decodeURIComponent(h.slice(1))))")
            self.expect(not lost, f"{name}: anchors lead nowhere: {lost[:5]}")
            for link in page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"):
                path = link.split("#")[0]
                if path and ":" not in path:
                    self.expect(((self.site / name).parent / path).exists(), f"{name}: {link} leads nowhere")
            self.close(page, name)

    def weight(self):
        """a lesson page weighs little"""
        size = lambda path: len(gzip.compress(path.read_bytes(), 9))
        assets = sum(size(p) for p in self.site.glob("assets/*") if p.name.split(".")[0] in ("style", "descent", "theme", "icon"))
        for name in self.lessons:
            total = size(self.site / name) + assets
            print(f"  {name}: {total / 1024:.1f} KiB, {assets / 1024:.1f} of it shared")
            self.expect(total <= PAGE_LIMIT, f"{name}: {total} bytes")

    def run_cells(self):
        """Run on every cell shows what the page already showed, from a host and from the disk"""
        for name in self.lessons:
            for files in (False, True):
                page = self.open(name, files=files)
                where = f"{name} {'disk' if files else 'host'}"
                for index, cell in enumerate(page.locator(".cell:not([hidden])").all()):
                    if cell.get_attribute("data-role") or not cell.locator(".bar").count() or not cell.is_visible():
                        continue
                    before = cell.locator(".output").inner_html()
                    if before.startswith('<pre class="output-text"'):
                        continue  # never run for the page
                    cell.locator("button.run").click()
                    cell.locator("xpath=self::*[not(@aria-busy)]").wait_for(timeout=60000)
                    after = cell.locator(".output").inner_html()
                    self.expect(before == after, f"{where} cell {index}: {before[:200]!r} became {after[:200]!r}")
                self.close(page, where)

    def edit(self):
        """an edited cell is computed, marks what follows as stale, and can be reset"""
        page = self.open(self.lessons[0])
        area = page.locator(".cell:not([hidden]) textarea").first
        cell = page.locator(".cell:not([hidden]):has(textarea)").first
        original = cell.locator(".output").inner_html()
        area.fill("6 * 7\n1 / 3")
        area.press("Shift+Enter")
        page.wait_for_timeout(100)
        cell.locator("xpath=self::*[not(@aria-busy)]").wait_for(timeout=20000)
        text = cell.locator(".output").inner_text()
        self.expect("42" in text and "0.333333" in text, f"edited cell says {text!r}")
        cell.get_by_role("button", name="Reset").click()
        self.expect(cell.locator(".output").inner_html() == original, "reset shows the page's own output")
        self.close(page, "edit")

    def hostile_cell(self):
        """what a cell puts out is text, never markup"""
        page = self.open(self.lessons[0])
        cell = page.locator(".cell:not([hidden]):has(textarea)").first
        cell.locator("textarea").fill('"<img src=x onerror=alert(1)>"\n<script>alert(2)</script>')
        cell.locator("button.run").click()
        page.wait_for_timeout(300)
        cell.locator("xpath=self::*[not(@aria-busy)]").wait_for(timeout=20000)
        self.expect(cell.locator(".output img, .output script").count() == 0, "markup in an output")
        self.close(page, "hostile cell")

    def exercises(self):
        """the starter does not pass, the solution does, and it is remembered"""
        for name in self.lessons:
            page = self.open(name)
            for exercise in page.locator("section.exercise").all():
                where = f"{name} {exercise.get_attribute('data-id')}"
                starter = exercise.locator(".cell[data-role=starter]")
                check = starter.get_by_role("button", name="Check")
                check.click()
                starter.locator(".verdict.wrong").wait_for(timeout=20000)
                solution = exercise.locator(".cell[data-role=solution] pre").first.text_content()
                starter.locator("textarea").fill(solution.rstrip("\n"))
                check.click()
                try:
                    starter.locator(".verdict.right").wait_for(timeout=20000)
                except Exception:
                    self.expect(False, f"{where}: {starter.inner_text()[-300:]!r}")
                self.expect("done" in exercise.get_attribute("class"), f"{where}: marked as done")
            for quiz in page.locator("section.quiz").all():
                where = f"{name} {quiz.get_attribute('data-id')}"
                for item in quiz.locator("ul.choices > li").all():
                    item.locator("button").click()
                    self.expect(item.locator(".reaction").inner_text().strip() != "", f"{where}: no reaction")
            self.close(page, name)

    def progress(self):
        """what is done is marked on the cover, and saved in the tool's own format"""
        page = self.open(self.lessons[0])
        page.get_by_role("button", name="Mark as done").click()
        page.goto(self.address + "index.html")
        self.expect(page.locator("ol.lessons a.read").count() == 1, "one lesson is done")
        with page.expect_download() as download:
            page.get_by_role("button", name="Save my progress").click()
        record = json.loads(pathlib.Path(download.value.path()).read_text())
        lesson = next(iter(record["lessons"].values()))
        self.expect(record["version"] == 1 and lesson["finished"] is True
                    and set(lesson) == {"position", "steps", "exercises", "quizzes", "finished"}, f"{record}")
        self.close(page, "progress")

    def search(self):
        """search finds a step and goes there, by keyboard alone"""
        for files in (False, True):
            page = self.open("index.html", files=files)
            page.keyboard.press("Control+k")
            page.keyboard.type("bias correc")
            page.locator(".results [role=option][aria-selected=true]").wait_for(timeout=5000)
            page.keyboard.press("Enter")
            page.wait_for_url("**/*.html*", timeout=5000)
            page.wait_for_function("!location.pathname.endsWith('index.html')", timeout=5000)
            self.close(page, "search")

    def theme(self):
        """a chosen theme is kept and there before the page is painted"""
        page = self.open("index.html", color_scheme="light")
        page.get_by_role("button", name="Theme").click()
        page.reload()
        self.expect(page.evaluate("document.documentElement.dataset.theme") == "dark", "theme is kept")
        self.expect(page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(253, 252, 249)", "dark paper")
        self.close(page, "theme")

    def serve(self):
        """a page that descent serve shows loads again when its lesson changes, not when that is in error"""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            shutil.copytree("site", folder / "site")
            lesson = folder / "lessons" / "one.md"
            lesson.parent.mkdir()
            (folder / "lessons" / "README.md").write_text("# A course\n\n1. [One](one.md): the first.\n")
            whole = "---\nid: one\nsummary: One.\n---\n\n# One\n\n## A step\n\n```descent\n6 * 7\n```\n"
            lesson.write_text(whole)
            served = subprocess.Popen([self.tool.resolve(), "serve", "lessons", "--port", "0"], cwd=folder,
                                      stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            address, self.address = self.address, next(line for line in served.stdout if line.startswith("http")).strip()
            try:
                page = self.open("one.html")
                page.evaluate("window.unchanged = true")
                lesson.write_text(whole.replace("```descent", "```descent hiden"))
                error = served.stderr.readline()
                self.expect(error.startswith("lessons/one.md:10:12: error: "), f"serve says {error!r}")
                page.wait_for_timeout(1000)
                self.expect(page.evaluate("window.unchanged === true"), "an error leaves the page alone")
                lesson.write_text(whole.replace("# One", "# Again").replace("6 * 7", "6 * 8"))
                page.locator("main h1", has_text="Again").wait_for(timeout=60000)
                self.expect("48" in page.locator(".cell .output").inner_text(), "the page shows the change")
                self.expect(page.evaluate("window.unchanged === undefined"), "the page was loaded again")
                self.close(page, "serve")
                missing = self.browser.new_page()
                answer = missing.goto(self.address + "no-such-page.html")
                self.expect(answer.status == 404 and missing.locator("h1").count() == 1, "the site's own page for 404")
                missing.close()
            finally:
                self.address = address
                served.send_signal(signal.SIGINT)
            self.expect(served.wait(20) == 130, "Control-C ends it")

    def run(self, only):
        tests = [self.without_scripts, self.headings, self.weight, self.run_cells, self.edit,
                 self.hostile_cell, self.exercises, self.progress, self.search, self.theme, self.serve, self.accessibility]
        for test in tests:
            if only and test.__name__ not in only:
                continue
            print(test.__doc__)
            try:
                test()
            except Exception as error:
                self.expect(False, f"{test.__name__}: {error}")
        print(f"{len(self.failures)} failures" if self.failures else "all hold")
        return 1 if self.failures else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site", nargs="?", default="_site", type=pathlib.Path)
    parser.add_argument("--tool", default=".build/debug/descent", type=pathlib.Path)
    parser.add_argument("--shots", help="a folder for pictures of every page")
    parser.add_argument("--only", nargs="*", help="names of tests")
    options = parser.parse_args()
    site = options.site.resolve()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        status = Tests(site, browser, f"http://127.0.0.1:{server.server_port}{PREFIX}",
                       options.shots, options.tool).run(options.only)
        browser.close()
    raise SystemExit(status)


main()
