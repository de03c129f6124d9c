#!/bin/sh
# axe-selenium-python is how Python programs check pages for accessibility, and brings axe-core in its own package: of its last
# release version 3.1.1, which shows in two ways that look like faults of the call or of the page. `wcag21a`, the tag of the rules
# of WCAG 2.1 at level A that axe-core's documentation lists beside `wcag21aa`, is an error and not an empty set, so asking
# for WCAG 2.0 and 2.1 at A and AA at once checks nothing at all. And a field for searches with autocomplete="off", which HTML
# allows for fields of the type `search`, is a violation of `autocomplete-valid` at level AA.
#
# Software: PyPI axe-selenium-python 2.1.6, selenium 4.51.0; Debian's chromium and chromium-driver, which have to be installed.
# Output seen: the lines in expected.txt below.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q axe-selenium-python==2.1.6 selenium==4.51.0
cat > page.html <<'HTML'
<!doctype html><html lang="en"><title>Search</title><body><main><h1>Search</h1>
<form><label>Words <input type="search" name="q" autocomplete="off"></label><button>Go</button></form></main></body></html>
HTML
HOME=$folder venv/bin/python - > seen.txt <<'PYTHON'
import os

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

options = webdriver.ChromeOptions()
options.binary_location = "/usr/bin/chromium"
for option in ("--headless=new", "--no-sandbox", "--disable-gpu"):
    options.add_argument(option)
driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
driver.get("file://" + os.getcwd() + "/page.html")
axe = Axe(driver)
axe.inject()
print("axe-core", driver.execute_script("return axe.version"))


def run(*tags):
    script = """const done = arguments[arguments.length - 1];
      axe.run({runOnly: {type: "tag", values: arguments[0]}}).then(
        result => done(result.violations.map(rule => rule.id).join(" ") || "no violation"),
        error => done("error: " + error.message));"""
    try:
        return driver.execute_async_script(script, list(tags))
    except Exception as error:
        return "error: " + str(error).split("\n")[0].replace("Message: javascript error: ", "")


print("wcag2a wcag2aa wcag21a wcag21aa:", run("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
print("wcag2a wcag2aa wcag21aa:", run("wcag2a", "wcag2aa", "wcag21aa"))
driver.quit()
PYTHON
cat seen.txt
cat > expected.txt <<'TEXT'
axe-core 3.1.1
wcag2a wcag2aa wcag21a wcag21aa: error: Could not find tags `wcag21a`
wcag2a wcag2aa wcag21aa: autocomplete-valid
TEXT
diff expected.txt seen.txt
