"""Runs the tests named, or all, without what Ray says of those that are killed."""

import logging
import os
import sys
import unittest

from bsearch_cluster.messages import hush

if __name__ == "__main__":
    stream = os.fdopen(hush(), "w", buffering=1)
    logging.disable()
    runner = unittest.TextTestRunner(stream=stream, verbosity=2)
    names = sys.argv[1:]
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names) if names else loader.discover("tests", top_level_dir=".")
    sys.exit(not runner.run(suite).wasSuccessful())
