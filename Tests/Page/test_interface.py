"""The interface against its OpenAPI document."""

import os
import subprocess
import unittest

from archive import SCREENSHOTS, Archive


class InterfaceTests(unittest.TestCase):
    def test_every_answer_is_as_the_document_says(self):
        archive = Archive()
        self.addCleanup(archive.close)
        address = archive.start("--lang", "en")
        seed = os.environ.get("BSEARCH_PAGE_SEED", "2024")
        done = subprocess.run(
            ["schemathesis", "run", address + "api/v1/openapi.json", "--seed", seed,
             "--max-examples", os.environ.get("BSEARCH_PAGE_EXAMPLES", "25"), "--phases", "examples,coverage,fuzzing",
             "--checks", "all",
             # What a date or a query means is not in its form; and nobody asks this server for a token.
             "--exclude-checks", "ignored_auth,positive_data_acceptance", "--continue-on-failure", "--no-color"],
            cwd=SCREENSHOTS, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, f"seed {seed}\n" + done.stdout[-8000:] + done.stderr[-2000:])


if __name__ == "__main__":
    unittest.main()
