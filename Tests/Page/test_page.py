"""The page in a real browser."""

import time
import unicodedata
import unittest
import urllib.parse

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from archive import HOSTILE, SCREENSHOTS, Archive, issue

# The rules of WCAG 2.1, levels A and AA, are those of 2.0 and the new ones, which axe knows since its version 3.2.
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PATIENCE = 30
WIDE, NARROW = (1200, 900), (360, 740)


def browser(scripts=True, language="zh-CN"):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--hide-scrollbars", "--force-prefers-reduced-motion", "--window-size=1200,900",
                     f"--lang={language}", "--force-device-scale-factor=1"):
        options.add_argument(argument)
    preferences = {"intl.accept_languages": language}
    if not scripts:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.archive = Archive()
        cls.address = cls.archive.start()
        cls.driver = browser()

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()
        cls.archive.close()

    def setUp(self):
        self.size(*WIDE)
        self.scheme("light")
        self.driver.get_log("browser")

    def tearDown(self):
        # Nothing that the browser complains of: no script that failed, nothing that the policy kept out.
        complaints = [entry for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(complaints, [])
        self.assertIsNone(self.driver.execute_script("return window.pwned ?? null"))

    # What is done with the page

    def size(self, width, height, scale=1):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})

    def scheme(self, name, media=""):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": name},
                                         {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def open(self, path="/", **fields):
        query = "?" + urllib.parse.urlencode(fields, doseq=True) if fields else ""
        self.driver.get(self.address.rstrip("/") + path + query)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return self.driver.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector)

    def wait(self, condition, what=""):
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=[Exception]).until(
            lambda _: condition(), what)

    def wait_for_results(self, query):
        """Until the results are those of the query and everything that was asked for has come."""
        def shown():
            path = self.find("#results").get_attribute("data-path") or ""
            return urllib.parse.parse_qs(urllib.parse.urlsplit(path).query).get("q")
        self.wait(lambda: shown() == [query], f"results of {query}")

    def picture(self, name):
        self.driver.save_screenshot(str(SCREENSHOTS / f"{name}.png"))

    def count(self, query):
        """How many articles the interface says there are."""
        return self.archive.get("/api/v1/count", q=query)["totals"]["articles"]

    def active(self):
        return self.driver.execute_script("return document.activeElement.textContent.trim()")

    def press(self, *keys):
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    # Searching

    def test_typing_shows_results_with_marks(self):
        self.open()
        self.assertEqual(self.driver.execute_script("return document.activeElement.id"), "q")
        self.press("5G基站")
        self.wait_for_results("5G基站")
        self.assertIn(f"{self.count('5G基站')} 篇", self.find("#results [role=status]").text)
        marks = self.texts("#results mark")
        self.assertTrue(marks)
        # Wide forms and blanks are searched as the same.
        folded = {unicodedata.normalize("NFKC", mark).replace(" ", "") for mark in marks}
        self.assertEqual(folded, {"5G基站"})
        self.assertEqual(self.driver.title.split(" · ")[0], "5G基站")
        self.wait(lambda: self.all("#facets .facet li"), "facets")
        self.picture("search")

    def test_answers_come_in_the_order_of_the_questions(self):
        self.open("/search", q="一")
        # Every letter asks; whichever answer comes last, the last question decides.
        for text in ("工业互联网", "5G基站", "岚云一号"):
            box = self.find("#q")
            self.driver.execute_script("""
                const box = arguments[0];
                for (const text of arguments[1]) { box.value = text; box.dispatchEvent(new InputEvent("input")); }
                """, box, [text[:end] for end in range(1, len(text) + 1)] * 5)
            self.wait_for_results(text)
            shown = self.texts("#results h2")
            time.sleep(0.5)
            self.assertEqual(self.texts("#results h2"), shown)
            self.driver.execute_script("document.activeElement.blur()")
            self.open("/search", q=text)
            self.assertEqual(self.texts("#results h2"), shown)

    def test_a_late_answer_is_not_shown(self):
        self.open("/search", q="水库")
        self.driver.execute_script("""
            const real = window.fetch;
            window.fetch = async (address, options) => {
              const answer = await real(address, { ...options, signal: undefined });
              // The earlier a question, the later its answer.
              await new Promise((done) => setTimeout(done, address.includes(encodeURIComponent("基站")) ? 50 : 600));
              return answer;
            };
            const box = document.getElementById("q");
            for (const text of ["5", "5G", "5G基站"]) { box.value = text; box.dispatchEvent(new InputEvent("input")); }
            """)
        self.wait_for_results("5G基站")
        time.sleep(1.2)
        self.assertIn("q=5G%E5%9F%BA%E7%AB%99", self.find("#results").get_attribute("data-path"))
        self.assertIn(f"{self.count('5G基站')} 篇", self.find("#results [role=status]").text)

    def test_facets_sorting_and_the_way_back(self):
        self.open("/search", q="5G基站")
        first = self.texts("#results h2")
        self.find("#facets .facet a").click()
        self.wait(lambda: self.all(".chip"))
        self.assertNotEqual(self.find("#results [role=status]").text, "")
        filtered = self.driver.current_url
        self.find(".order a[href*=newest]").click()
        self.wait(lambda: "newest" in self.driver.current_url)
        self.assertTrue(self.all(".chip"))
        self.driver.back()
        self.wait(lambda: self.driver.current_url == filtered)
        self.find(".chip").click()
        self.wait(lambda: not self.all(".chip"))
        self.assertEqual(self.texts("#results h2"), first)

    def test_back_leads_through_what_was_typed(self):
        self.open("/search", q="水库")
        before = self.texts("#results h2")
        box = self.find("#q")
        box.clear()
        box.send_keys("基站")
        self.wait_for_results("基站")
        self.find("#results h2 a").click()
        self.wait(lambda: self.all(".article-page"))
        self.driver.back()
        self.wait_for_results("基站")
        self.assertEqual(self.find("#q").get_attribute("value"), "基站")
        self.driver.back()
        self.wait(lambda: self.find("#q").get_attribute("value") == "水库")
        self.wait(lambda: self.texts("#results h2") == before)

    def test_nothing_found_says_what_may_have_been_meant(self):
        self.open("/search", q="5G基占")
        self.assertIn("是不是", self.find("#results").text)
        self.open("/search", q="没有这样的话")
        self.assertTrue(self.find("#results").text)

    # Keys

    def test_everything_can_be_done_by_keys(self):
        self.open("/issues")
        self.press("/")
        self.assertEqual(self.driver.execute_script("return document.activeElement.id"), "q")
        self.press("5G基站", Keys.ENTER)
        self.wait(lambda: self.all(".result"))
        titles = self.texts(".result h2 a")
        self.press(Keys.ESCAPE)
        self.driver.execute_script("document.activeElement.blur()")
        self.press("j")
        self.assertEqual(self.active(), titles[0])
        self.press("j", Keys.ARROW_DOWN, "k")
        self.assertEqual(self.active(), titles[1])
        self.press("?")
        self.assertTrue(self.find("#keys").get_property("open"))
        self.press(Keys.ESCAPE)
        self.wait(lambda: not self.find("#keys").get_property("open"))
        self.driver.execute_script("document.querySelectorAll('.result h2 a')[0].focus()")
        self.press(Keys.ENTER)
        self.wait(lambda: self.all(".article-page"))
        self.press("n")
        self.assertEqual(self.driver.execute_script("return document.activeElement.id"), "m1")
        count = int(self.find(".article-page").get_attribute("data-places"))
        self.press("p")
        self.assertEqual(self.driver.execute_script("return document.activeElement.id"), f"m{count}")
        self.assertEqual(self.find(".position").text, f"{count} / {count}")
        self.press("c")
        self.wait(lambda: self.find("#say").get_attribute("textContent") == "已复制")

    def test_keys_of_single_letters_can_be_switched_off(self):
        self.open("/issues")
        self.press("?")
        self.find("#keys-on").click()
        self.press(Keys.ESCAPE)
        self.open("/issues")
        self.press("/")
        self.assertNotEqual(self.driver.execute_script("return document.activeElement.id"), "q")
        self.driver.execute_script("localStorage.clear()")

    def test_a_keyboard_reaches_every_control_and_shows_where_it_is(self):
        self.open("/search", q="5G基站")
        self.driver.execute_script("document.activeElement.blur()")
        wanted = self.driver.execute_script("""
            return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select")]
              .filter(e => e.offsetParent !== null && !e.closest("dialog")).length""")
        seen = set()
        for _ in range(wanted + 5):
            self.press(Keys.TAB)
            seen.add(self.driver.execute_script("""
                const e = document.activeElement, s = getComputedStyle(e);
                return e === document.body ? "" : [...document.querySelectorAll("*")].indexOf(e)
                  + (s.outlineStyle === "none" || s.outlineWidth === "0px" ? "!" : "")"""))
        seen.discard("")
        self.assertFalse([element for element in seen if str(element).endswith("!")])
        # The first of them, the way to the content, is outside of the page until it has the focus.
        self.assertGreaterEqual(len(seen), wanted)

    # Reading

    def test_an_article_has_its_marks_pages_and_reference(self):
        self.open("/search", q="罗一帆")
        self.find(".result h2 a").click()
        self.wait(lambda: self.all(".article-page"))
        self.assertEqual(int(self.find(".article-page").get_attribute("data-places")), len(self.all("mark[id]")))
        self.assertTrue(all("罗一帆" in text for text in self.texts("mark[id]")))
        self.assertIn("[J]", self.find("#citation").text)
        self.find("[data-copy=citation]").click()
        self.wait(lambda: self.find("[data-copy=citation]").text == "已复制")
        self.picture("article")

    def test_an_article_of_a_document_shows_its_pages(self):
        issues = [issue["id"] for issue in self.archive.get("/api/v1/issues")["issues"]
                  if issue["path"].endswith((".ofd", ".pdf"))]
        articles = [article for issue in issues for article in self.archive.get("/api/v1/articles", id=issue)["articles"]
                    if article["document"]["first"].get("page")]
        self.assertTrue(articles)
        self.open("/article", id=articles[0]["id"])
        self.assertIn("文件第", self.find(".page-mark").text)

    def test_an_issue_is_its_contents_page(self):
        self.open("/issue", id="97")
        contents = self.archive.get("/api/v1/toc", id="97")["articles"]
        self.assertEqual(self.texts(".contents .title"), [entry["title"] for entry in contents])
        self.picture("issue")
        self.find(".contents a").click()
        self.wait(lambda: self.all(".article-page"))

    def test_charts_are_pictures_with_words(self):
        self.open("/trend", q="5G基站\n千兆光网", by="month")
        chart = self.find(".chart svg")
        self.assertEqual(chart.get_attribute("role"), "img")
        self.assertGreater(chart.size["width"], 500)
        self.assertIn("5G基站", self.find(".chart svg title").get_attribute("textContent"))
        self.find("details summary").click()
        self.assertGreater(len(self.all("tbody tr")), 10)
        self.picture("trend")
        self.open("/figures", q="5G基站")
        self.assertTrue(self.all(".chart svg"))
        self.assertTrue(self.all(".figures tbody tr"))
        self.picture("figures")

    def test_the_language_is_that_of_the_browser(self):
        driver = browser(language="en-US")
        try:
            driver.get(self.address)
            self.assertEqual(driver.find_element(By.TAG_NAME, "html").get_attribute("lang"), "en")
            self.assertIn("articles", driver.find_element(By.TAG_NAME, "main").text)
        finally:
            driver.quit()

    # What is hostile

    def test_nothing_of_a_file_or_a_query_is_run(self):
        self.open("/search", q="水闸")
        self.assertGreaterEqual(len(self.all(".result")), len(HOSTILE))
        for place in range(len(HOSTILE)):
            self.open("/search", q="水闸")
            self.all(".result h2 a")[place].click()
            self.wait(lambda: self.all(".article-page"))
            self.assertIsNone(self.driver.execute_script("return window.pwned ?? null"))
        for text in HOSTILE:
            for path, name in (("/search", "q"), ("/trend", "q"), ("/figures", "q"), ("/article", "id"),
                               ("/issue", "id"), ("/issues", "bulletin")):
                self.open(path, **{name: text})
                self.assertIsNone(self.driver.execute_script("return window.pwned ?? null"), text)
        self.driver.get_log("browser")
        self.open()
        for text in HOSTILE:
            self.driver.execute_script("""
                const box = document.getElementById("q");
                box.value = arguments[0]; box.dispatchEvent(new InputEvent("input"));""", "水闸 " + text)
            time.sleep(0.4)
            self.assertIsNone(self.driver.execute_script("return window.pwned ?? null"), text)
        self.assertEqual(self.all("main script, main iframe, main object, main [onload], main [onerror]"), [])

    def test_nothing_comes_from_elsewhere(self):
        for path, fields in (("/", {}), ("/search", {"q": "5G基站"}), ("/article", {"id": "97/4", "q": "基站"})):
            self.open(path, **fields)
            entries = self.driver.execute_script("""
                return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                  .map(e => ({name: e.name, size: e.encodedBodySize, type: e.initiatorType}))""")
            self.assertTrue(all(entry["name"].startswith((self.address, "data:")) for entry in entries), entries)
            own = [entry for entry in entries if not entry["name"].startswith("data:")]
            self.assertEqual(len(own), 3, "one request each for the page, the style and the script")
            self.assertLessEqual(sum(entry["size"] for entry in own), 100_000)

    # Without a script

    def test_without_scripts_everything_can_be_searched_and_read(self):
        driver = browser(scripts=False)
        try:
            driver.get(self.address)
            driver.find_element(By.ID, "q").send_keys("5G基站", Keys.ENTER)
            WebDriverWait(driver, PATIENCE).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".result"))
            self.assertIn(f"{self.count('5G基站')} 篇", driver.find_element(By.CSS_SELECTOR, "#results").text)
            driver.find_element(By.CSS_SELECTOR, ".facet a").click()
            WebDriverWait(driver, PATIENCE).until(lambda d: d.find_elements(By.CSS_SELECTOR, ".chip"))
            # What only a script could do is not offered.
            self.assertFalse(driver.find_element(By.ID, "keys-button").is_displayed())
            driver.find_element(By.CSS_SELECTOR, ".result h2 a").click()
            WebDriverWait(driver, PATIENCE).until(lambda d: d.find_elements(By.CSS_SELECTOR, "mark[id]"))
            self.assertIn("[J]", driver.find_element(By.ID, "citation").text)
            driver.find_element(By.CSS_SELECTOR, ".places a").click()
            self.assertTrue(driver.current_url.endswith("#m1"))
        finally:
            driver.quit()

    # Eyes and hands

    PAGES = (("/", {}), ("/search", {"q": "5G基站"}), ("/search", {"q": "5G基占"}), ("/search", {"q": "水闸"}),
             ("/article", {"id": "97/4", "q": "5G基站"}), ("/issue", {"id": "97"}), ("/issues", {}),
             ("/trend", {"q": "5G基站\n千兆光网"}), ("/figures", {"q": "5G基站"}), ("/missing", {}))

    def test_no_page_breaks_a_rule_of_accessibility(self):
        violations = []
        for scheme in ("light", "dark"):
            self.scheme(scheme)
            for size in (WIDE, NARROW):
                self.size(*size)
                for path, fields in self.PAGES:
                    self.open(path, **fields)
                    axe = Axe(self.driver)
                    axe.inject()
                    known = self.driver.execute_script("return axe.getRules().flatMap(rule => rule.tags)")
                    levels = [level for level in LEVELS if level in known]
                    result = axe.run(options={"runOnly": {"type": "tag", "values": levels}})
                    self.assertGreater(len(result["passes"]), 5)
                    violations += [
                        (scheme, size[0], path, rule["id"], [node["html"][:200] for node in rule["nodes"][:3]])
                        for rule in result["violations"]]
        # A page that is not there is told of as such; that is no failure of the page.
        self.driver.get_log("browser")
        self.assertEqual(violations, [])

    def test_narrow_screens_and_large_letters_need_no_scrolling_to_the_side(self):
        for width, height, scale, name in ((360, 740, 1, "narrow"), (320, 640, 2, "smallest"), (600, 450, 2, "zoomed")):
            self.size(width, height, scale)
            for path, fields in self.PAGES:
                self.open(path, **fields)
                over = self.driver.execute_script(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
                self.assertLessEqual(over, 0, f"{path} at {width}")
                for chart in self.driver.find_elements("css selector", ".chart svg"):
                    self.assertGreater(chart.rect["width"], 500, f"letters of the chart of {path} at {width}")
                self.picture(f"{name}-{path.strip('/') or 'home'}")
        self.driver.get_log("browser")

    def test_dark_and_print_are_legible(self):
        for path, fields in self.PAGES[:9]:
            name = path.strip("/") or "home"
            self.scheme("dark")
            self.open(path, **fields)
            self.picture(f"dark-{name}")
            self.scheme("light", media="print")
            self.assertFalse(self.find(".top").is_displayed())
            self.picture(f"print-{name}")
            self.scheme("light")

    # Another commit

    def test_an_update_is_seen_without_a_restart(self):
        word = "云栖湿地"
        self.open("/search", q=word)
        self.assertEqual(self.all(".result"), [])
        self.archive.write("wetland/2.md", issue(2, [(f"{word}开放", f"{word}本月开放。")]))
        self.archive.index()
        box = self.find("#q")
        box.send_keys(Keys.BACKSPACE)
        self.wait_for_results(word[:-1])
        self.assertEqual(self.texts(".result h2"), [f"{word}开放"])
        for number in range(3, 8):
            self.archive.write(f"wetland/{number}.md", issue(number, [(f"{word}{number}", f"{word}本月开放。")]))
            self.archive.index()
            box.send_keys(Keys.BACKSPACE if number % 2 else word[-2])
            query = word[:-2] if number % 2 else word[:-1]
            self.wait_for_results(query)
            self.assertEqual(len(self.all(".result")), number - 1)


if __name__ == "__main__":
    unittest.main()
